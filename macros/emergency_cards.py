"""Emergency cards made on the page: the form of the sheet, lines to start from, and the cards as they print."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from content.base import Lang, Text
from content.load import find
from content.models import Guide
from macros.furigana import segments
from macros.render import render
from macros.sheet_form import sheet_form
from worksheets.catalogue import catalogue

SHEET = "emergency-card"
# Where a situation's lines go: field of the workplace card, field of the wallet's.
PLACES = {
    "signs": ("wp-signs", "what-happens"),
    "do": ("wp-do", "please-do"),
    "dont": ("wp-dont", "please-dont"),
    "call": ("wp-ambulance", "ambulance"),
}


def said(guide: Guide, text: Text) -> dict[str, Any]:
    """A text for the script: {ja, en, read: [[piece, reading]]}."""
    return {"ja": text.ja, "en": text.en, "read": segments(guide, text.ja)}


def emergency_cards(guide: Guide, lang: Lang) -> str:
    """Choices, form and preview; js/emergency-cards.js joins them."""
    sheet = find(list(catalogue(guide).values()), SHEET, "sheet")
    cards = [
        (section.id, said(guide, section.title), [(field.id, said(guide, field.label)) for field in section.fields])
        for section in sheet.sections
    ]
    situations = [
        {
            "id": each.id,
            "name": each.name[lang],
            "for": [disability.name[lang] for disability in guide.disabilities if disability.id in each.disabilities],
            "lines": [
                [list(places), said(guide, text)] for key, places in PLACES.items() for text in getattr(each, key)
            ],
        }
        for each in guide.emergencies
    ]
    return render(
        guide,
        lang,
        "emergency_cards",
        cards=cards,
        situations=situations,
        title=said(guide, sheet.name),
        form=Markup(sheet_form(guide, lang, SHEET)),
    )
