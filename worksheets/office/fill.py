"""From a roster to one filled sheet a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from content.base import Lang
from content.models import Guide
from content.typed_days import Reader
from worksheets.boxes import copies
from worksheets.catalogue import catalogue
from worksheets.models import Sheet
from worksheets.office.folder import file_name
from worksheets.office.forms import Field, fields
from worksheets.office.roster import Person, Roster, Slip, by_rules, fillable, known
from worksheets.office.said import Refused
from worksheets.office.segments import Template, Value
from worksheets.sums import repeated
from worksheets.writer.document import document_bytes

BY_ROUTE = "schedule"  # stands for the schedule of each person's own route


@dataclass(frozen=True)
class Job:
    """One file to make: for whom, which sheet, its name and its values by tag."""

    person: Person
    sheet: str
    name: str
    values: dict[str, Value]


def sheet_of(person: Person, sheet: str) -> str:
    """The sheet that a person gets."""
    return f"{BY_ROUTE}-{person.route.id}" if sheet == BY_ROUTE else sheet


def sheets_of(guide: Guide, sheet: str) -> list[Sheet]:
    """The sheets that may be meant: one, or the schedules of all routes."""
    every = catalogue(guide)
    return [every[f"{BY_ROUTE}-{route.id}"] for route in guide.routes] if sheet == BY_ROUTE else [every[sheet]]


def all_fields(guide: Guide, sheet: str) -> list[Field]:
    """The fields of what may be meant, each once."""
    return list({each.id: each for one in sheets_of(guide, sheet) for each in fields(guide, one.id)}.values())


class Filler:
    """Fills a sheet in for people; what is dear is made once for all."""

    def __init__(self, guide: Guide, sheet: str, lang: Lang, month: date, roster: Roster) -> None:
        self.guide, self.sheet, self.lang, self.month, self.roster = guide, sheet, lang, month, roster
        self.reader = Reader(guide.typed_days, guide.eras)
        self.columns = {column.id: column.fills for column in known().columns if column.fills}
        self.fields = {one.id: {each.id: each for each in fields(guide, one.id)} for one in sheets_of(guide, sheet)}
        self._templates: dict[str, Template] = {}

    def jobs(self) -> Iterator[Job]:
        """What to make, in the roster's order."""
        for person in self.roster.people:
            yield self.job(person)

    def job(self, person: Person) -> Job:
        """One person's file. The roster has no slips."""
        id = sheet_of(person, self.sheet)
        known_fields = self.fields[id]
        texts: dict[str, str] = by_rules(person, self.month, self.lang, known_fields)
        for column, filled in self.columns.items():
            if cell := person.cells.get(column):
                texts |= {field: cell for field in filled if field in known_fields}
        texts |= {field: cell for field, cell in person.values.items() if field in known_fields}
        values: dict[str, Value] = {}
        for field, text in texts.items():
            values |= known_fields[field].taken(text, self.reader)
        return Job(person, id, self.name(person), values)

    def name(self, person: Person) -> str:
        """What one person's file is called."""
        title = catalogue(self.guide)[sheet_of(person, self.sheet)].title[self.lang]
        return file_name(title, f"{self.month:%Y-%m}", person.label)

    def twice(self) -> Iterator[Slip]:
        """Files that would have one name, on systems that tell no case apart."""

        def names() -> Iterator[tuple[str, int]]:
            return ((self.name(person).casefold(), person.row) for person in self.roster.people)

        for name, again, first in repeated(names):
            yield Slip(again, "", name, Refused("label-twice", row=first))

    def bytes_of(self, job: Job) -> bytes:
        """The file."""
        if job.sheet not in self._templates:
            sheet = catalogue(self.guide)[job.sheet]
            blank = document_bytes(self.guide, (self.lang,), sheet)
            may = fillable(self.roster)
            tags = {
                tag
                for field in self.fields[job.sheet].values()
                if field.id in may or field.id.endswith("-day")
                for tag in field.tags
            }
            self._templates[job.sheet] = Template(blank, tags, copies(self.guide, sheet))
        return self._templates[job.sheet].filled(job.values)
