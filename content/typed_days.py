"""The door for days: whatever people and programs write, as a day of the calendar, or why it is none.

theme/js/dates-read.js does the same in the browser, by the same data (data/typed-days.yml); tests hold both together.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, model_validator

from content.base import Id, Model, nearest
from content.days import FIRST, LATEST, MONTHS
from content.routes import Era

Fault = Literal[
    "empty", "unreadable", "about", "several", "year_last", "year_short", "run_together", "spreadsheet", "incomplete",
    "no_such_day", "era_over", "era_not_begun", "weekday_differs", "years_differ", "too_early", "too_late",
]  # fmt: skip
Codes = tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{4,5}(-[0-9a-f]{4,5})?$")], ...]
LONGEST = 100  # characters: what is longer is no day, and isn't looked through
FIRST_YEAR, LAST_DATE = "元", "末"  # what stands for a number


class Unread(NamedTuple):
    """Why a text is no day: the key of its message, and the day or the era that the message names."""

    why: Fault
    day: date | None = None
    era: Era | None = None


class Refused(Model):
    """What a text that is no day looks like, and so what is said of it."""

    why: Fault
    pattern: str


class TypedDays(Model):
    """How days are written; the file's head says what each part is."""

    invisible: Codes
    spaces: Codes
    disguised: Codes
    signs: dict[str, str]
    numerals: dict[Annotated[str, Field(min_length=1, max_length=1)], Annotated[str, Field(pattern="^[0-9xcm]$")]]
    weekdays: tuple[tuple[str, str], ...] = Field(min_length=7, max_length=7)
    parts: dict[Id, str]
    notes: tuple[str, ...]
    forms: tuple[str, ...]
    refused: tuple[Refused, ...]

    @model_validator(mode="after")
    def _patterns_can_be_read(self) -> TypedDays:
        for pattern in (*self.notes, *self.forms, *(each.pattern for each in self.refused)):
            try:
                compiled(expanded(pattern, {**self.parts, "eras": "x"}))
            except re.error as error:
                raise ValueError(f"“{pattern}” is no pattern: {error}") from None
        return self


def expanded(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with its %parts% put in. Raises ValueError for a part that isn't there."""
    while found := re.search(r"%([a-z-]+)%", pattern):
        if found[1] not in parts:
            raise ValueError(nearest(found[1], sorted(parts), "part"))
        pattern = pattern.replace(found[0], parts[found[1]])
    return pattern


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as browsers write it, for Python."""
    return re.compile(re.sub(r"\\k<(\w+)>", r"(?P=\1)", pattern.replace("(?<", "(?P<")), re.ASCII)


def plain(letters: str) -> str:
    """Letters as they are compared."""
    return unicodedata.normalize("NFKC", letters).lower()


def span(codes: str) -> tuple[int, int]:
    """The first and the last code point of "200b-200f"."""
    first, _, last = codes.partition("-")
    return int(first, 16), int(last or first, 16)


def real(year: int, month: int, number: int | None) -> date | None:
    """A day of the calendar, if it is one; None asks for the month's last."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    last = monthrange(year, month)[1]
    return date(year, month, number or last) if number is None or 1 <= number <= last else None


class Reader:
    """Reads days: `Reader(guide.typed_days, guide.eras).read("R8.4.1")` is 1 April 2026."""

    def __init__(self, typed: TypedDays, eras: Iterable[Era]) -> None:
        self.typed = typed
        self.eras = tuple(eras)

    @cached_property
    def patterns(self) -> dict[str, list[str]]:
        """The patterns of notes, forms and refusals, whole; the browser gets them too."""
        letters = {plain(name) for era in self.eras for name in (era.name.ja, era.name.en, *era.letters)}
        parts = {
            **self.typed.parts,
            "eras": "|".join(sorted(letters, key=lambda each: (-len(each), each))),
        }
        return {
            "notes": [expanded(each, parts) for each in self.typed.notes],
            "forms": [f"^{expanded(each, parts)}$" for each in self.typed.forms],
            "refused": [expanded(each.pattern, parts) for each in self.typed.refused],
        }

    @cached_property
    def _compiled(self) -> dict[str, list[re.Pattern[str]]]:
        return {name: [compiled(each) for each in found] for name, found in self.patterns.items()}

    @cached_property
    def _signs(self) -> dict[int, str]:
        """What each character is written as before a day is looked for."""
        signs = {ord(letter): sign for sign, letters in self.typed.signs.items() for letter in letters}
        for codes, instead in ((self.typed.invisible, ""), (self.typed.spaces, " ")):
            for first, last in map(span, codes):
                signs |= dict.fromkeys(range(first, last + 1), instead)
        return signs

    def read(self, text: str) -> date | Unread:
        """The one day that a text names, or why there is none."""
        clean = self._cleaned(text)
        if not clean:
            return Unread("empty")
        if len(text) > LONGEST or any(first <= ord(x) <= last for x in text for first, last in self._disguised):
            return Unread("unreadable")
        rest, notes = self._noted(self._counted(clean))
        for form in self._compiled["forms"]:
            if found := form.search(rest):
                return self._checked(self._day(found.groupdict()), notes)
        for refused, pattern in zip(self.typed.refused, self._compiled["refused"], strict=True):
            if pattern.search(rest):
                return Unread(refused.why)
        return Unread("unreadable")

    @cached_property
    def _disguised(self) -> list[tuple[int, int]]:
        return [span(codes) for codes in self.typed.disguised]

    def _cleaned(self, text: str) -> str:
        signs = plain(unicodedata.normalize("NFKC", text)).translate(self._signs)
        return re.sub(" +", " ", signs).strip(" ")

    def _counted(self, text: str) -> str:
        """Kanji numerals as digits; what stands beside a digit stays, since 一 may be a dash there."""
        run = f"[0-9]*[{''.join(self.typed.numerals)}]+[0-9]*"
        return re.sub(run, lambda found: number(found[0], self.typed.numerals), text)

    def _noted(self, text: str) -> tuple[str, list[dict[str, str]]]:
        """The text without its notes, and what they said."""
        notes: list[dict[str, str]] = []
        for pattern in self._compiled["notes"]:
            if found := pattern.search(text):
                notes.append(found.groupdict())
                text = re.sub(" +", " ", f"{text[: found.start()]} {text[found.end() :]}").strip(" ")
        return text, notes

    def _day(self, found: Mapping[str, str | None]) -> date | Unread:
        month = int(found.get("m") or 0)
        if name := found.get("M"):
            month = next((at for at, each in enumerate(MONTHS, 1) if each.lower().startswith(name)), 0)
            if not month:
                return Unread("unreadable")
        number = None if found["d"] == LAST_DATE else int(found["d"] or 0)
        if (letters := found.get("e")) is None:
            day = real(int(found["y"] or 0), month, number)
        else:
            era, year = self._era(letters), self._year(letters, found["n"] or "")
            day = real(year, month, number) if year else None
            if day and day < era.first:
                return Unread("era_not_begun", era=era)
            if day and day > self._last(era):
                return Unread("era_over", era=era)
        return day or Unread("no_such_day")

    def _checked(self, got: date | Unread, notes: Iterable[Mapping[str, str]]) -> date | Unread:
        """The day, unless a note or the guide's own time speaks against it."""
        if isinstance(got, Unread):
            return got
        for note in notes:
            if (weekday := note.get("w")) and weekday[:3] not in self.typed.weekdays[got.isoweekday() % 7]:
                return Unread("weekday_differs", day=got)
            if (year := note.get("y")) and int(year) != got.year:
                return Unread("years_differ")
            if letters := note.get("e"):
                era = self._era(letters)
                within = era.first <= got <= self._last(era)
                if not within or self._year(letters, note["n"]) != got.year:
                    return Unread("years_differ")
        if got < date.fromisoformat(FIRST):
            return Unread("too_early")
        return got if got <= date.fromisoformat(LATEST) else Unread("too_late")

    def _era(self, letters: str) -> Era:
        return next(
            era for era in self.eras if letters in map(plain, (era.name.ja, era.name.en, *era.letters))
        )  # its pattern is made of them

    def _year(self, letters: str, count: str) -> int:
        """The Western year of a year of an era; 0 where there is none."""
        number = 1 if count == FIRST_YEAR else int(count)
        return number and self._era(letters).first.year + number - 1

    def _last(self, era: Era) -> date:
        later = [each.first for each in self.eras if each.first > era.first]
        return min(later) - timedelta(days=1) if later else date.max


COUNTED = re.compile(r"(?:([1-9]?)m)?(?:([1-9]?)c)?(?:([1-9]?)x)?([1-9]?)")


def number(run: str, numerals: Mapping[str, str]) -> str:
    """A run of kanji numerals as digits: by place (二〇二六) or by tens and hundreds (三十一); else as it stands.

    >>> number("三十一", {"一": "1", "三": "3", "十": "x"}), number("一三", {"一": "1", "三": "3"})
    ('31', '13')
    """
    roman = "".join(numerals.get(each, "?") for each in run)
    if "?" in roman or roman.isdigit():
        return run if "?" in roman else roman
    found = COUNTED.fullmatch(roman)
    if not found:
        return run
    units = zip(found.groups()[:3], (1000, 100, 10), strict=True)
    return str(int(found[4] or 0) + sum(int(digit or 1) * unit for digit, unit in units if digit is not None))
