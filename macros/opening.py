"""The box at the top of a page: who it is for, what to take away, its sheets."""

from content.load import find
from content.models import Guide, Lang
from macros.render import render
from worksheets.catalogue import catalogue


def opening(guide: Guide, lang: Lang, id: str) -> str:
    """The opening box of page `id`, from pages.yml."""
    page = find(guide.pages, id, "page")
    every = catalogue(guide)
    used = [find(list(every.values()), sheet, "sheet") for sheet in page.sheets]
    return render(guide, lang, "opening", page=page, used=used)
