"""Dated figures: within a sentence, and all in one table."""

from markupsafe import Markup

from content.base import Lang, nearest
from content.files import ContentError
from content.load import find
from content.models import Guide
from macros.render import inline, render


def shown(guide: Guide, lang: Lang, id: str, when: str | None = None) -> Markup:
    """The value of fact `id` with its date, linked to its source: the newest, or that of `when`."""
    fact = find(guide.facts, id, "fact")
    if when is None:
        when, value = fact.latest
    elif when in fact.values:
        value = fact.values[when]
    else:
        raise ContentError(nearest(when, list(fact.values), f'date of "{id}"'))
    return Markup(inline(render(guide, lang, "fact", fact=fact, when=when, value=value, facts=None)))


def fact(guide: Guide, lang: Lang, id: str, when: str | None = None) -> str:
    """A dated figure within a sentence: "348 diseases (as of 1 April 2025)"; an older one by its date."""
    return str(shown(guide, lang, id, when))


def facts(guide: Guide, lang: Lang) -> str:
    """All facts with every dated value, its source, and when and how it was checked."""
    return render(guide, lang, "fact", facts=guide.facts)
