"""The box at the top of a page: who it is for, what to take away, its sheets. Where the page holds a tool, it is one line
that unfolds, so that the tool stands in the first screen."""

from functools import cache

from content.base import Lang
from content.docs import Doc
from content.files import HOUSE
from content.load import find
from content.models import Guide
from macros.render import render
from macros.sheets import family

# What people come to a page to use.
TOOLS = {"accommodations", "calculator", "emergency_cards", "explorer", "inquiry", "reckoner"}


@cache
def holds_tool(lang: Lang, id: str) -> bool:
    """Is there something to use on page `id`?"""
    called = {call.partition("(")[0] for call, _ in Doc(HOUSE / f"docs/{lang}/{id}.md", lang).calls()}
    return bool(called & TOOLS)


def opening(guide: Guide, lang: Lang, id: str) -> str:
    """The opening box of page `id`, from pages.yml."""
    page = find(guide.pages, id, "page")
    used = [family(guide, sheet)[0] for sheet in page.sheets]
    return render(guide, lang, "opening", page=page, used=used, folded=holds_tool(lang, id))
