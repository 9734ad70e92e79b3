"""From one filled sheet to the next: what is the same again, what stands elsewhere then (carry.yml)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from content.base import Id, Lang, Model, nearest
from content.days import day as in_words
from content.files import read
from content.load import validated
from content.models import Guide
from content.typed_days import Reader, Unread
from worksheets.boxes import copies
from worksheets.catalogue import catalogue
from worksheets.office.folder import file_name
from worksheets.office.forms import fields
from worksheets.office.output import ReadFile
from worksheets.office.said import Refused
from worksheets.office.segments import Template, Value
from worksheets.writer.document import document_bytes

FILE = Path(__file__).with_name("carry.yml")
FieldName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(-\*)?$")]


class Rules(Model):
    """What goes into the next sheet of a kind; carry.yml says what the parts are."""

    keep: tuple[FieldName, ...] = Field(min_length=1)
    move: dict[Id, Id] = Field(default_factory=dict)
    month: Id | None = None


@cache
def rules() -> dict[str, Rules]:
    """All of carry.yml, by the id of a definition. Raises ContentError with every slip of the file."""
    return validated(read(FILE), TypeAdapter(dict[Id, Rules]), {})


def unknown(guide: Guide) -> Iterator[str]:
    """Sheets and fields that carry.yml names and nobody has."""
    every = catalogue(guide)
    definitions = {sheet.of for sheet in every.values()}
    for id, each in rules().items():
        if id not in definitions:
            yield nearest(id, sorted(definitions), "sheet")
            continue
        known = {field.id for sheet in every.values() if sheet.of == id for field in fields(guide, sheet.id)}
        named = (*each.keep, *each.move, *each.move.values(), *([each.month] if each.month else []))
        for name in named:
            if not any(fnmatchcase(field, name) for field in known):
                yield f"{id}: {nearest(name, sorted(known), 'field')}"


def month_of(text: str, reader: Reader) -> date | None:
    """The first day of a month that is written in words ("2026年11月", "November 2026", "R8.11"); None where it can't be read."""
    text = re.sub("月[分度]$", "月", text.strip())
    for attempt in (f"{text}1日", f"1 {text}", f"{text}-1", f"{text}.1", f"{text}/1"):
        found = reader.read(attempt)
        if not isinstance(found, Unread):
            return found.replace(day=1)
    return None


def next_month(month: date) -> date:
    """The first day of the next month."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def carried(
    guide: Guide, sheet: str, values: Mapping[str, Value], lang: Lang, month: date | None
) -> tuple[dict[str, Value], date | None]:
    """The next sheet's values by tag, and its month: the one after the last sheet's, or `month` where that is given.

    A day that moves does so only if the last sheet has one. Nothing is carried for a sheet without rules.
    """
    found = rules().get(catalogue(guide)[sheet].of)
    if found is None:
        return {}, month
    kept: dict[str, Value] = {}
    for field in fields(guide, sheet):
        if any(fnmatchcase(field.id, name) for name in found.keep):
            kept |= {tag: values[tag] for tag in field.tags if tag in values}
    known = {field.id for field in fields(guide, sheet)}
    kept |= {to: values[of] for of, to in found.move.items() if of in values and to in known}
    if found.month:
        last = month_of(str(values.get(found.month, "")), Reader(guide.typed_days, guide.eras))
        month = month or (next_month(last) if last else None)
        if month:
            kept[found.month] = in_words(f"{month:%Y-%m}", lang)
    return kept, month


def carriable(guide: Guide, sheet: str) -> Collection[str]:
    """The tags that may be filled in the next sheet: the same for all, so that the same values give the same bytes."""
    found = rules().get(catalogue(guide)[sheet].of)
    if found is None:
        return ()
    named = (*found.keep, *found.move.values(), *([found.month] if found.month else []))
    return {
        tag
        for field in fields(guide, sheet)
        if any(fnmatchcase(field.id, name) for name in named)
        for tag in field.tags
    }


class Carrier:
    """Makes next month's sheets; what is dear is made once for all."""

    def __init__(self, guide: Guide, month: date | None) -> None:
        self.guide, self.month = guide, month
        self._templates: dict[tuple[str, tuple[Lang, ...]], Template] = {}

    def next(self, last: ReadFile) -> tuple[str, bytes]:
        """Name and bytes of the sheet that follows, in the languages of the last. Raises Refused where none does."""
        if last.found is None:
            raise last.why or Refused("no-package")
        id, langs = last.found.sheet, last.found.langs
        sheet = catalogue(self.guide)[id]
        if not carriable(self.guide, id) or sheet.example:
            raise Refused("no-rules", title=sheet.title)
        values, month = carried(self.guide, id, last.found.values, langs[0], self.month)
        if rules()[sheet.of].month and month is None:
            raise Refused("no-month")
        if (id, langs) not in self._templates:
            blank = document_bytes(self.guide, langs, sheet)
            self._templates[id, langs] = Template(blank, carriable(self.guide, id), copies(self.guide, sheet))
        when = f"{month:%Y-%m}" if month else ""
        name = file_name(sheet.title[langs[0]], when, label_of(last.path))
        return name, self._templates[id, langs].filled(values)


def label_of(path: Path) -> str:
    """Whose a file is, from its name ("支援レポート_2026-11_A.docx" is A's); all of the name where it is another."""
    _, between, rest = path.stem.partition("_")
    label = re.sub(r"^\d{4}-\d\d(_|$)", "", rest)
    return label if between and label else path.stem
