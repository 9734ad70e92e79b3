"""Dated figures: within a sentence, and all in one table."""

from markupsafe import Markup

from content.load import find
from content.models import Guide, Lang
from macros.render import inline, render


def shown(guide: Guide, lang: Lang, id: str) -> Markup:
    """The newest value of fact `id` with its date, linked to its source."""
    fact = find(guide.facts, id, "fact")
    when, value = fact.latest
    return Markup(inline(render(guide, lang, "fact", fact=fact, when=when, value=value, facts=None)))


def fact(guide: Guide, lang: Lang, id: str) -> str:
    """A dated figure within a sentence: "348 diseases (as of 1 April 2025)"."""
    return str(shown(guide, lang, id))


def facts(guide: Guide, lang: Lang) -> str:
    """All facts with every dated value, its source, and when and how it was checked."""
    return render(guide, lang, "fact", facts=guide.facts)
