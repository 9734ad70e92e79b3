"""This month's sheet begun from last month's, by the rules in carry.yml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import Field, TypeAdapter

from content.base import Model
from content.days import MONTHS
from content.models import Guide
from worksheets.office.collect import Cell, Read
from worksheets.office.strangers import Refused

RULES = Path(__file__).with_name("carry.yml")


class Rules(Model):
    """What is carried on a sheet, by the ids of its fields."""

    same: tuple[str, ...]
    begun: dict[str, str] = Field(alias="from")
    month: str


def rules() -> Mapping[str, Rules]:
    """By definition."""
    return TypeAdapter(dict[str, Rules]).validate_python(yaml.safe_load(RULES.read_text("utf-8")))


def carried(guide: Guide, last: Read) -> tuple[dict[str, Cell], str]:
    """The next sheet's values, and its month as YYYY-MM, empty where last month's cannot be read. Raises Refused."""
    rule = rules().get(last.sheet.of)
    if rule is None:
        raise Refused(f'nothing is carried on from "{last.sheet.id}": it goes for {", ".join(rules())}')
    values = {tag: last.values[tag] for tag in rule.same if tag in last.values}
    values |= {tag: last.values[of] for tag, of in rule.begun.items() if of in last.values}
    written = str(last.values.get(rule.month, ""))
    words, month = next_month(guide, written)
    if words:
        values[rule.month] = words
    return values, month


def next_month(guide: Guide, written: str) -> tuple[str, str]:
    """The month after the one written, written likewise, and as YYYY-MM; both empty where it cannot be told.

    Reads 2026年11月, 令和8年11月, R8.11, 2026-11, 2026/11, November 2026.
    """
    text = unicodedata.normalize("NFKC", written).strip()
    first, *_ = sorted(guide.eras, key=lambda era: era.first, reverse=True)
    era = "|".join(re.escape(name) for name in (first.name.ja, first.name.en, *first.letters))
    if found := re.fullmatch(
        rf"(?:({era})\s*)?(\d{{1,4}}|元)(\s*[年./\-]\s*)(\d{{1,2}})(\s*月(?:分|度)?)?", text, re.I
    ):
        count = 1 if found[2] == "元" else int(found[2])
        offset = first.first.year - 1 if found[1] else 0
        if not found[1] and len(found[2]) != 4:
            return "", ""
        year, month = _after(count + offset, int(found[4]))
        if not month:
            return "", ""
        width = len(found[4]) if found[4].startswith("0") or (len(found[4]) == 2 and not found[5]) else 1
        return f"{found[1] or ''}{year - offset}{found[3]}{month:0{width}}{found[5] or ''}", f"{year}-{month:02}"
    if found := re.fullmatch(r"([A-Za-z]{3,9})\.?\s+(\d{4})", text):
        names = [name for name in MONTHS if name.lower().startswith(found[1].lower())]
        if len(names) == 1:
            year, month = _after(int(found[2]), MONTHS.index(names[0]) + 1)
            return f"{MONTHS[month - 1]} {year}", f"{year}-{month:02}"
    return "", ""


def month_of(guide: Guide, written: str) -> str:
    """A month in words as YYYY-MM, or nothing."""
    _, after = next_month(guide, written)
    if not after:
        return ""
    year, month = map(int, after.split("-"))
    return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02}"


def _after(year: int, month: int) -> tuple[int, int]:
    if not (1900 <= year <= 2200 and 1 <= month <= 12):
        return 0, 0
    return (year + 1, 1) if month == 12 else (year, month + 1)
