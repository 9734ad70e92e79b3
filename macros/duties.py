"""Who must, should or may do what."""

from content.base import Lang, nearest
from content.files import ContentError
from content.models import Guide
from macros.render import render


def duties(guide: Guide, lang: Lang, actor: str | None = None) -> str:
    """The duty table: all, or what falls to one actor."""
    actors = list(dict.fromkeys(duty.actor for duty in guide.duties))
    if actor is not None and actor not in actors:
        raise ContentError(nearest(actor, actors, "actor with duties"))
    chosen = [duty for duty in guide.duties if actor in (None, duty.actor)]
    return render(guide, lang, "duties", duties=chosen, actor=actor)
