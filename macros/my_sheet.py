"""The reader's own accommodation talk sheet, filled from what was picked."""

from content.base import Lang
from content.models import Guide
from macros.render import render
from macros.sheet_form import sheet_form

SHEET = "accommodation-talk-own"


def my_sheet(guide: Guide, lang: Lang) -> str:
    """How to use it, a way to add a line of one's own, and the form."""
    return "\n".join((render(guide, lang, "my_sheet"), sheet_form(guide, lang, SHEET)))
