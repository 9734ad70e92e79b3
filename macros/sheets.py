"""Worksheets: a link within a sentence, and the cards of a moment."""

from __future__ import annotations

from content.base import Lang, nearest
from content.files import ContentError
from content.load import find
from content.models import Guide
from macros.render import inline, render
from worksheets.catalogue import families
from worksheets.models import Sheet
from worksheets.printed import picture


def family(guide: Guide, id: str) -> list[Sheet]:
    """The sheets of definition `id`. Raises ContentError that names the nearest."""
    every = families(guide)
    if id not in every:
        raise ContentError(nearest(id, list(every), "sheet"))
    return every[id]


def sheet(guide: Guide, lang: Lang, id: str) -> str:
    """A worksheet's title within a sentence, linked to its page."""
    chosen, *_ = family(guide, id)
    return inline(render(guide, lang, "sheets", sheet=chosen, cards=None))


def sheets(guide: Guide, lang: Lang, moment: str) -> str:
    """The worksheets of a moment: picture, purpose, who fills them in and who keeps them."""
    find(guide.vocabularies["sheet-moments"], moment, "sheet-moment")
    found = {id: each for id, each in families(guide).items() if each[0].moment == moment}
    cards = [each[0] for each in found.values()]
    plain = [id for id, each in found.items() if any(sheet.plain for sheet in each)]
    pictures = {card.of: picture(card.of, lang) for card in cards}
    return render(guide, lang, "sheets", cards=cards, pictures=pictures, plain=plain)
