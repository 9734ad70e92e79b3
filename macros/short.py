"""A page in two plain sentences, under its title."""

from content.base import Lang
from content.models import Guide
from macros.render import render


def short(guide: Guide, lang: Lang, page: str) -> str:
    """What short.yml says of `page`; nothing of a page that worksheets bring."""
    said = next((each for each in guide.short if each.page == page), None)
    return render(guide, lang, "short", short=said) if said else ""
