"""Who must, should or may do what."""

from content.base import Lang, nearest
from content.files import ContentError
from content.models import Guide
from macros.grounds import grounds
from macros.render import render


def duties(guide: Guide, lang: Lang, actor: str | None = None) -> str:
    """The duty table: all, or what falls to one actor."""
    actors = list(dict.fromkeys(duty.actor for duty in guide.duties))
    if actor is not None and actor not in actors:
        raise ContentError(nearest(actor, actors, "actor with duties"))
    chosen = [duty for duty in guide.duties if actor in (None, duty.actor)]
    sources, numbers = grounds(chosen)
    return render(
        guide,
        lang,
        "duties",
        groups={each: [duty for duty in chosen if duty.actor == each] for each in actors if actor in (None, each)},
        actor=actor,
        grounds=sources,
        numbers=numbers,
        words=guide.ui["grounds"],
    )
