"""What of a filled sheet stands in the next: what is the same again, what stands elsewhere then (carry.yml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from content.base import Id, Lang, Model, nearest
from content.days import day as in_words
from content.files import read
from content.load import validated
from content.models import Guide
from content.periods import first_day_after
from content.typed_days import Reader, Unread
from worksheets.catalogue import catalogue
from worksheets.office.forms import fields
from worksheets.office.segments import Value

FILE = Path(__file__).with_name("carry.yml")
FieldName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(-\*)?$")]


class Rules(Model):
    """What goes into the next sheet of a kind; carry.yml says what the parts are."""

    keep: tuple[FieldName, ...] = Field(min_length=1)
    move: dict[Id, Id] = Field(default_factory=dict)
    month: Id | None = None


class Months(Model):
    """How a month in words is read: as a day of it, without some letters at its end."""

    cut: tuple[str, ...]
    days: tuple[str, ...]


class Carry(Model):
    """All of carry.yml, sheets by the id of a definition."""

    months: Months
    sheets: dict[Id, Rules]


@cache
def carry() -> Carry:
    """All of carry.yml. Raises ContentError with every slip of the file."""
    return validated(read(FILE), TypeAdapter(Carry), {})


def rules() -> Mapping[str, Rules]:
    """What goes into the next sheet, by the id of a definition."""
    return carry().sheets


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
    months = carry().months
    text = text.strip()
    text = text[:-1] if text.endswith(months.cut) else text
    for day in months.days:
        found = reader.read(day.replace("{month}", text))
        if not isinstance(found, Unread):
            return found.replace(day=1)
    return None


@dataclass(frozen=True)
class Next:
    """What stands in the next of one sheet, by tag: what is kept, what moves (from: to), which field is the month."""

    keep: tuple[str, ...]
    move: dict[str, str]
    month: str | None

    @property
    def tags(self) -> tuple[str, ...]:
        """All that may be filled in: the same for all, so that the same values give the same bytes."""
        return (*dict.fromkeys((*self.keep, *self.move.values(), *([self.month] if self.month else []))),)


def following(guide: Guide, sheet: str) -> Next | None:
    """The rules as one sheet has them; None where nothing goes into the next."""
    of = catalogue(guide)[sheet]
    rule = rules().get(of.of)
    if rule is None or of.example:
        return None
    found = {field.id: field.tags for field in fields(guide, sheet)}
    keep = [tags for id, tags in found.items() if any(fnmatchcase(id, name) for name in rule.keep)]
    move = {here: there for here, there in rule.move.items() if here in found and there in found}
    return Next(tuple(chain.from_iterable(keep)), move, rule.month if rule.month in found else None)


def carried(
    guide: Guide, rule: Next, values: Mapping[str, Value], lang: Lang, month: date | None
) -> tuple[dict[str, Value], date | None]:
    """The next sheet's values by tag, and its month: the one after the last sheet's, or `month` where that is given."""
    kept = {tag: values[tag] for tag in rule.keep if tag in values}
    kept |= {there: values[here] for here, there in rule.move.items() if here in values}
    if rule.month:
        last = month_of(str(values.get(rule.month, "")), Reader(guide.typed_days, guide.eras))
        month = month or (first_day_after(last, 1) if last else None)
        if month:
            kept[rule.month] = in_words(f"{month:%Y-%m}", lang)
    return kept, month
