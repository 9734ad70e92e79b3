"""Worksheets: a link within a sentence, and the list to download from."""

from content.load import find
from content.models import LANGUAGES, Guide, Lang
from macros.render import inline, render
from worksheets.catalogue import catalogue


def sheet(guide: Guide, lang: Lang, id: str) -> str:
    """A worksheet's title within a sentence, linked to its place in the list."""
    chosen = find(list(catalogue(guide).values()), id, "sheet")
    return inline(render(guide, lang, "sheets", sheet=chosen, sheets=None))


def sheets(guide: Guide, lang: Lang) -> str:
    """All worksheets with purpose, who fills them in, who keeps them, and their files."""
    return render(guide, lang, "sheets", sheets=list(catalogue(guide).values()), languages=LANGUAGES)
