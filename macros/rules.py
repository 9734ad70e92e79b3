"""The ledger: every statement by the instrument and the article it rests on."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import NamedTuple

from content.base import How, Lang, Rests, Text
from content.ledger import Item, items
from content.models import Guide, Source
from content.titles import title
from macros.render import render
from macros.sources import by_kind
from worksheets.catalogue import families


class Reading(NamedTuple):
    """How a place in an instrument was read, and when it is read again."""

    how: How
    as_of: str
    checked: date
    next_check: date


class Place(NamedTuple):
    """Where in an instrument something stands, as it was read."""

    article: Text | None
    reading: Reading


class Instrument(NamedTuple):
    """A source with what rests on it: statements by their place in it, pages, sheets of those pages. `reading` is that
    of most places."""

    source: Source
    places: dict[Place, list[Item]]
    reading: Reading
    pages: list[str]
    sheets: list[str]


def rules(guide: Guide, lang: Lang, *kinds: str) -> str:
    """The statements that rest on sources of some kinds, or of all, by instrument, with its pages and sheets."""
    every = items(guide)
    instruments = {
        kind: [each for source in found if (each := _instrument(guide, source, every))]
        for kind, found in by_kind(guide, kinds).items()
    }
    return render(
        guide,
        lang,
        "rules",
        kinds={kind: found for kind, found in instruments.items() if found},
        titles={page.id: title(lang, page.id) for page in guide.pages},
        forms={id: sheets[0].name[lang] for id, sheets in families(guide).items()},
        words=guide.ui["grounds"],
        words_of_kinds=guide.ui.family("sources")["kinds"],
    )


def _instrument(guide: Guide, source: Source, every: list[Item]) -> Instrument | None:
    places: dict[Place, list[Item]] = {}
    for item in every:
        for rests in item.rests:
            if rests.source == source.id:
                places.setdefault(_place(rests, item), []).append(item)
    if not places:
        return None
    pages = [page for page in guide.pages if source.id in page.sources]
    sheets = dict.fromkeys(sheet for page in pages for sheet in page.sheets)
    return Instrument(
        source,
        {place: places[place] for place in sorted(places, key=_in_order)},
        Counter(place.reading for place in places).most_common(1)[0][0],
        [page.id for page in pages],
        list(sheets),
    )


def _place(rests: Rests, item: Item) -> Place:
    return Place(rests.article, Reading(rests.how, rests.as_of, item.checked, item.next_check))


def _in_order(place: Place) -> tuple[list[int], str]:
    """By the numbers of the article: 9 before 58, 36-2 after 36."""
    article = place.article.ja if place.article else ""
    return [int(number) for number in re.findall(r"\d+", article)], article
