"""The box at the top of a page: who it is for, what to take away, its sheets."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render
from macros.sheets import family


def opening(guide: Guide, lang: Lang, id: str) -> str:
    """The opening box of page `id`, from pages.yml."""
    page = find(guide.pages, id, "page")
    used = [family(guide, sheet)[0] for sheet in page.sheets]
    return render(guide, lang, "opening", page=page, used=used)
