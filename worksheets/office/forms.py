"""A sheet as an office fills it in from a table and reads it back: one field a question, with one value in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from content.base import LANGUAGES, Lang, Text
from content.models import Guide
from content.typed_days import Reader, Unread
from worksheets.blocks import Box, Phrase, said
from worksheets.boxes import boxes
from worksheets.catalogue import catalogue
from worksheets.models import Sheet
from worksheets.office.said import Refused
from worksheets.office.segments import Value

Kind = Literal["text", "number", "date", "checkbox", "dropdown", "choice"]
TICKED = ("1", "○", "◯", "✓", "☑", "■", "レ", "true", "yes", "はい", "済", "有", "x")
UNTICKED = ("0", "×", "☐", "□", "false", "no", "いいえ", "未", "無", "-", "―")
SIGNS = ("☑", "☒", "■", "✓", "レ")  # of a tick, where the kind of its control was lost
BETWEEN = ("、", ", ")  # several choices in one cell


def folded(text: str) -> str:
    """Words as they are compared: width, case and spaces don't count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True)
class Field:
    """One question of a sheet: its boxes by tag, and what can be chosen."""

    id: str
    title: Phrase
    kind: Kind
    options: dict[str, Phrase] = field(default_factory=dict)  # tag → words, of a choice; code → words, of a dropdown
    many: bool = False

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that hold its value."""
        return tuple(self.options) if self.kind == "choice" else (self.id,)

    def name(self, lang: Lang) -> str:
        """What it is called."""
        return said(self.title, lambda text: text[lang]).strip()

    def word(self, option: str, lang: Lang) -> str:
        """What can be chosen, in words."""
        return said(self.options[option], lambda text: text[lang]).strip()

    def shown(self, values: Mapping[str, Value], lang: Lang) -> str:
        """Its value as one cell of a table holds it."""
        if self.kind == "choice":
            join = BETWEEN[lang == "en"]
            return join.join(self.word(tag, lang) for tag in self.options if values.get(tag))
        value = values.get(self.id, "")
        return ("1" if value else "") if self.kind == "checkbox" else str(value or "")

    def taken(self, text: str, reader: Reader) -> dict[str, Value]:
        """Values by tag from the words of a cell. Raises Refused where they can't be its value."""
        text = text.strip()
        if not text:
            return {}
        match self.kind:
            case "date":
                return {self.id: day_of(text, reader)}
            case "checkbox":
                return {self.id: True} if _ticked(text) else {}
            case "choice":
                chosen = [text] if self._option(text) else [each for each in _parted(text) if each]
                if len(chosen) > 1 and not self.many:
                    raise Refused("only-one", words=self._listed())
                return {self._known(each): True for each in chosen}
            case "dropdown":
                return {self.id: self._known(text)}
            case _:
                return {self.id: text}

    def _option(self, text: str) -> str:
        for option, phrase in self.options.items():
            names = (said(phrase, lambda text, lang=lang: text[lang]) for lang in LANGUAGES)  # type: ignore[misc]
            if folded(text) in (folded(option), *map(folded, names)):
                return option
        return ""

    def _known(self, text: str) -> str:
        if found := self._option(text):
            return found
        raise Refused("unknown-choice", words=self._listed())

    def _listed(self) -> Text:
        def words(lang: Lang) -> str:
            return BETWEEN[lang == "en"].join(self.word(each, lang) for each in self.options)

        return Text.model_construct(ja=words("ja"), en=words("en"))


def _parted(text: str) -> list[str]:
    for sign in ("、", ",", "，", "/", "・", ";"):
        text = text.replace(sign, "\n")
    return [each.strip() for each in text.split("\n")]


def _ticked(text: str) -> bool:
    if folded(text) in map(folded, TICKED):
        return True
    if folded(text) in map(folded, UNTICKED):
        return False
    raise Refused("no-tick")


@lru_cache(maxsize=4096)  # a roster is gone through more than once
def day_of(text: str, reader: Reader) -> str:
    """A day as YYYY-MM-DD from the words of a cell. Raises Refused with why there is none."""
    found = reader.read(text)
    if isinstance(found, Unread):
        raise no_day(found)
    return found.isoformat()


def no_day(found: Unread) -> Refused:
    """Why words are no day, with the day and the era that they name."""
    values: dict[str, Text | str] = {}
    if found.day:
        values["day"] = found.day.isoformat()
    if found.era:
        values["era"] = found.era.name
    return Refused(f"day-{found.why.replace('_', '-')}", **values)


def _fields(guide: Guide, sheet: Sheet) -> Iterator[Field]:
    groups: dict[str, list[Box]] = {}
    for section in sheet.sections:
        for each in section.fields:
            for box in boxes(guide, each):
                chosen = box.kind in ("radio", "checkbox") and box.group
                groups.setdefault(box.group if chosen else box.tag, []).append(box)
    for id, found in groups.items():
        box = found[0]
        if box.kind in ("radio", "checkbox") and box.group:
            kept = box.title[: -2 if isinstance(box.title[-1], Text) else -1]
            yield Field(id, kept, "choice", {each.tag: each.label for each in found}, box.kind == "checkbox")
        elif box.kind == "dropdown":
            yield Field(id, box.title, "dropdown", {step.code: (step.name,) for step in box.choices})
        elif box.kind == "radio":
            yield Field(id, box.title, "checkbox")
        else:
            yield Field(id, box.title, box.kind)


@cache
def fields(guide: Guide, sheet_id: str) -> tuple[Field, ...]:
    """The fields of a sheet, in reading order."""
    return tuple(_fields(guide, catalogue(guide)[sheet_id]))


@cache
def added(guide: Guide, sheet_id: str) -> tuple[Field, ...]:
    """The fields of rows that a sheet filled in on its page may have besides its own: those of the sheet to go on with."""
    own = {each.id for each in fields(guide, sheet_id)}
    more = f"{sheet_id}-more"
    return tuple(each for each in fields(guide, more) if each.id not in own) if more in catalogue(guide) else ()
