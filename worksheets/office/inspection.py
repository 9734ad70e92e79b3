"""What is there of each person's records against what an inspection asks for: there, missing, incomplete, past its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from content.base import Id, Model
from content.days import day as in_words
from content.files import read
from content.load import validated
from content.models import Guide, Requirement
from content.typed_days import Reader
from worksheets.catalogue import catalogue
from worksheets.office.forms import fields, folded
from worksheets.office.next import month_of
from worksheets.office.output import ReadFile
from worksheets.office.said import Say

FILE = Path(__file__).with_name("inspect.yml")
STATES = ("there", "by-hand", "incomplete", "past", "missing")


class Shown(Model):
    """All of inspect.yml."""

    shown_by: dict[Id, Id]
    until: dict[Id, Id]
    monthly: dict[Id, Id]
    at_end: tuple[Id, ...]
    ending: Id
    either: dict[Id, Id]


@cache
def shown() -> Shown:
    """How sheets show what is asked for. Raises ContentError with every slip of the file."""
    return validated(read(FILE), TypeAdapter(Shown), {})


@dataclass(frozen=True)
class Record:
    """One requirement for one person: its state, the file that shows it, and what else is to be said."""

    person: str
    asked: Requirement
    state: str
    file: Path | None = None
    note: str = ""


def by_person(files: Sequence[ReadFile], names: Sequence[str], unnamed: str) -> dict[str, list[ReadFile]]:
    """Filled sheets by the name that stands in them; `names` are those of the roster, who may have none."""
    written: dict[str, str] = {folded(name): name for name in names}
    found: dict[str, list[ReadFile]] = {name: [] for name in names}
    for each in files:
        if each.found is None:
            continue
        name = str(each.found.values.get("name", "")) or unnamed
        name = written.setdefault(folded(name), name)
        found.setdefault(name, []).append(each)
    return found


class Inspector:
    """Looks through one person's sheets; `month` is the month that must be complete, `today` what days are past of."""

    def __init__(self, guide: Guide, say: Say, month: date, today: date) -> None:
        self.guide, self.say, self.month, self.today = guide, say, month, today
        self.reader = Reader(guide.typed_days, guide.eras)
        self.asked = [each for each in guide.compliance if each.scope == "person"]
        named = {
            sheet.of
            for sheet in catalogue(guide).values()
            if any(field.id == "name" for field in fields(guide, sheet.id))
        }
        self.nameless = {
            sheet.of for sheet in catalogue(guide).values()
        } - named  # the provider's own, for nobody alone

    def records(self, person: str, files: Sequence[ReadFile]) -> Iterator[Record]:
        """One record a requirement, in the list's order."""
        own = {self._of(each) for each in files}
        made = {
            asked.id: self._record(person, asked, files)
            for asked in self.asked
            if asked.id not in shown().at_end or shown().ending in own
        }
        for id, other in shown().either.items():
            if id in made and other in made and "there" in (made[id].state, made[other].state):
                better = made[id] if made[id].state == "there" else made[other]
                for each in (id, other):
                    old = made[each]
                    made[each] = Record(person, old.asked, "there", better.file, better.note)
        yield from made.values()

    def _of(self, file: ReadFile) -> str:
        return catalogue(self.guide)[file.found.sheet].of if file.found else ""

    def _record(self, person: str, asked: Requirement, files: Sequence[ReadFile]) -> Record:
        if asked.sheet is None or asked.sheet in self.nameless:
            return Record(person, asked, "by-hand")
        tries = [self._state(person, asked, each) for each in files if self._of(each) == asked.sheet]
        if asked.sheet in shown().monthly:
            when = in_words(f"{self.month:%Y-%m}", self.say.lang)
            tries = [each for each in tries if each.file and self._month(files, each.file) == self.month]
            missing = Record(person, asked, "missing", None, when)
        else:
            missing = Record(person, asked, "missing")
        return min(tries, key=lambda each: STATES.index(each.state), default=missing)

    def _month(self, files: Sequence[ReadFile], path: Path) -> date | None:
        """The month that a file is for."""
        [file] = [each for each in files if each.path == path]
        words = str(file.found.values.get(shown().monthly[self._of(file)], "")) if file.found else ""
        try:
            return date.fromisoformat(words).replace(day=1)
        except ValueError:
            return month_of(words, self.reader)

    def _state(self, person: str, asked: Requirement, file: ReadFile) -> Record:
        values = file.found.values if file.found else {}
        labels = {
            tag: field for field in fields(self.guide, file.found.sheet if file.found else "") for tag in field.tags
        }
        proof = shown().shown_by.get(asked.id)
        if proof and proof in labels and not values.get(proof):
            return Record(person, asked, "incomplete", file.path, labels[proof].name(self.say.lang))
        until = str(values.get(shown().until.get(asked.sheet or "", ""), ""))
        try:
            past = date.fromisoformat(until) < self.today
        except ValueError:
            past = False
        if past:
            return Record(person, asked, "past", file.path, in_words(until, self.say.lang))
        return Record(person, asked, "there", file.path)


def table(records: Sequence[Record], say: Say) -> list[list[str]]:
    """A head, and a row a record."""
    heads = ["head-name", "head-record", "head-state", "head-note", "head-file", "head-article"]
    return [
        [say(head) for head in heads],
        *(
            [
                each.person,
                each.asked.what[say.lang],
                say(f"state-{each.state}"),
                each.note,
                str(each.file or ""),
                each.asked.rests.article[say.lang] if each.asked.rests.article else "",
            ]
            for each in records
        ),
    ]
