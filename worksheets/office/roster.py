"""The people of an office: rows of a table, each with its columns found, its days read and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import Literal

from openpyxl.utils import get_column_letter
from pydantic import Field, TypeAdapter

from content.base import LANGUAGES, Id, Lang, Model, Words
from content.days import day as in_words
from content.files import read
from content.load import find, load, validated
from content.milestones import Days, first_day, milestones
from content.models import Guide
from content.routes import Paper, Route
from content.typed_days import Reader
from worksheets.office.forms import Field as FormField
from worksheets.office.forms import day_of, folded
from worksheets.office.said import Refused
from worksheets.office.tables import Table
from worksheets.sums import repeated

FILE = Path(__file__).with_name("roster.yml")
DEFAULT = "standard"  # the route of whom the roster says nothing
HEADS = 20  # rows that may stand above the heads of the columns


class Column(Model):
    """A column that a roster may have; roster.yml says what its kinds are."""

    id: Id
    kind: Literal["text", "date", "route", "label"]
    names: Words
    fills: tuple[Id, ...] = ()


class DayFilled(Model):
    """A field that the rules fill: with a point of the service, or with a rule's day."""

    field: Id
    point: Literal["start", "first-day"] | None = None
    rule: Id | None = None
    next: bool = False


class Known(Model):
    """All of roster.yml."""

    columns: tuple[Column, ...] = Field(min_length=1)
    days: tuple[DayFilled, ...]
    months: tuple[Id, ...]


@cache
def known() -> Known:
    """What a roster may hold. Raises ContentError with every slip of the file."""
    return validated(read(FILE), TypeAdapter(Known), {})


@dataclass(frozen=True)
class Slip:
    """What is wrong in a roster: where (row 0 is the whole), what stands there, and why not."""

    row: int
    column: str
    value: str
    why: Refused


@lru_cache(maxsize=4096)  # many begin on the same day
def _reckoned(
    route: str, papers: tuple[tuple[Paper, date], ...], start: date | None, review: date | None, left: date | None
) -> dict[str, tuple[Days, ...]]:
    return milestones(find(load().routes, route, "route"), dict(papers), start=start, review=review, left=left)


@dataclass(slots=True)
class Person:
    """One row: words by column of roster.yml, values by field of the sheet, days by column, the way into the service."""

    row: int
    route: Route
    cells: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The person's name, as it is written in the roster."""
        return self.cells.get("name", "")

    @property
    def label(self) -> str:
        """What their files are called by: their label, else the number of their row."""
        return self.cells.get("label") or f"{self.row:03}"

    @property
    def papers(self) -> dict[Paper, date]:
        """The days that the route counts from, as far as they are known."""
        return {paper.id: self.days[paper.id] for paper in self.route.papers if paper.id in self.days}

    @property
    def milestones(self) -> dict[str, tuple[Days, ...]]:
        """The days of each rule, by its id; none where a day is lacking. Raises ValueError for days that can't be."""
        papers = self.papers
        if any(paper.needed and paper.id not in papers for paper in self.route.papers):
            return {}
        start, review, left = (self.days.get(id) for id in ("start", "review", "left"))
        return _reckoned(self.route.id, tuple(papers.items()), start, review, left)

    def point(self, point: Literal["start", "first-day"]) -> date | None:
        """The first day of the service, given or the earliest, or day 1 of the route; None where it isn't known."""
        if point == "start" and "start" in self.days:
            return self.days["start"]
        if not self.milestones:
            return None
        return self.milestones["can-start"][0][0] if point == "start" else first_day(self.route, self.papers)


@dataclass
class People:
    """Those in a table, from the row after its heads on: each is read again when it is their turn, and nobody is kept."""

    guide: Guide
    rows: Iterable[tuple[int, list[str]]]
    after: int  # rows that are passed over
    places: Mapping[int, Column | FormField]
    count: int = 0

    @cached_property
    def reader(self) -> Reader:
        """What reads their days."""
        return Reader(self.guide.typed_days, self.guide.eras)

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Person]:
        """Everybody as far as their rows are in order."""
        default = default_route(self.guide)
        for number, _, cells in self.cells():
            person = Person(number, default)
            for at, cell in cells.items():
                with suppress(Refused):
                    _take(self.guide, person, self.places[at], cell, self.reader, again=True)
            yield person

    def cells(self) -> Iterator[tuple[int, list[str], dict[int, str]]]:
        """Number, row and known cells by place of every row that holds any."""
        for number, row in islice(self.rows, self.after, None):
            if cells := {at: cell.strip() for at, cell in enumerate(row) if at in self.places and cell.strip()}:
                yield number, row, cells


def default_route(guide: Guide) -> Route:
    """The route of whom the roster says nothing."""
    return next(route for route in guide.routes if route.id == DEFAULT)


@dataclass
class Roster:
    """The people, what is wrong, heads that nothing is known of, each with the nearest, and the sheet's own fields."""

    people: People
    slips: list[Slip]
    unknown: dict[str, str]
    fields: set[str]


def roster(guide: Guide, found: Iterable[Table], fields: Iterable[FormField]) -> Roster:
    """The people of the first table that has a column of names. Raises Refused where none has."""
    columns = {folded(name): each for each in known().columns for lang in LANGUAGES for name in each.names[lang]}
    of_sheet = {folded(name): each for each in fields for name in (each.id, each.name("ja"), each.name("en"))}
    for table in found:
        for at, (number, row) in enumerate(islice(table.rows, HEADS)):
            heads = [folded(cell) for cell in row]
            if any(head in columns and columns[head].id == "name" for head in heads):
                people = People(guide, table.rows, at + 1, {})
                return _read(people, number, row, columns, of_sheet)
    raise Refused("no-names", words=columns_named("name"))


def columns_named(id: str) -> str:
    """How a column may be called, in both languages."""
    column = next(each for each in known().columns if each.id == id)
    return ", ".join((*column.names.ja[:2], *column.names.en[:1]))


def _read(
    people: People,
    head_row: int,
    heads: list[str],
    columns: Mapping[str, Column],
    of_sheet: Mapping[str, FormField],
) -> Roster:
    places: dict[int, Column | FormField] = {}
    people.places = places
    made = Roster(people, [], {}, set())
    names = [*columns, *of_sheet]
    taken: dict[str, str] = {}
    for at, head in enumerate(heads):
        key = folded(head)
        target = columns.get(key) or of_sheet.get(key)
        if target is None:
            if key:
                close = get_close_matches(key, names, n=1, cutoff=0.5)
                made.unknown[head.strip()] = _shown(close[0], columns, of_sheet) if close else ""
            continue
        if target.id in taken:
            made.slips.append(Slip(head_row, head.strip(), "", Refused("twice", name=taken[target.id])))
            continue
        taken[target.id] = head.strip()
        if isinstance(target, FormField):
            made.fields.add(target.id)
        places[at] = target
    made.slips += _checked(people, heads)
    made.slips.sort(key=lambda slip: slip.row)
    return made


def _checked(people: People, heads: list[str]) -> Iterator[Slip]:
    """What is wrong with the rows, each by itself, then with their labels."""
    guide, default = people.guide, default_route(people.guide)
    for number, row, cells in people.cells():
        people.count += 1
        person = Person(number, default)
        for at, cell in cells.items():
            try:
                _take(guide, person, people.places[at], cell, people.reader)
            except Refused as why:
                yield Slip(number, heads[at].strip(), cell, why)
        for at, cell in enumerate(row[len(heads) :], len(heads)):
            if cell.strip():
                yield Slip(number, get_column_letter(at + 1), cell.strip(), Refused("no-head"))
        yield from _whole(person)
    place = next((at for at, each in people.places.items() if each.id == "label"), None)
    if place is not None:
        for label, again, first in repeated(lambda: ((cells.get(place, ""), row) for row, _, cells in people.cells())):
            yield Slip(again, columns_named("label"), label, Refused("label-twice", row=first))


def _shown(key: str, columns: Mapping[str, Column], of_sheet: Mapping[str, FormField]) -> str:
    """A known name as it is written, from what it is compared by."""
    for column in columns.values():
        for name in (*column.names.ja, *column.names.en):
            if folded(name) == key:
                return name
    found = of_sheet[key]
    return next(name for name in (found.id, found.name("ja"), found.name("en")) if folded(name) == key)


def _take(
    guide: Guide, person: Person, target: Column | FormField, cell: str, reader: Reader, *, again: bool = False
) -> None:
    """One cell into its place; read `again`, what only had to be seen to be a value is not looked at. Raises Refused."""
    if cell.startswith("#") and cell.endswith(("!", "?", "A")) and cell[1:2].isupper():
        raise Refused("excel-error")
    if isinstance(target, FormField):
        if not again:
            target.taken(cell, reader)  # is it a value? It is taken where the sheet is filled in
        person.values[target.id] = cell
        return
    person.cells[target.id] = cell
    if target.kind == "date":
        day = day_of(cell, reader)
        person.days[target.id] = date.fromisoformat(day)
        person.cells[target.id] = day
    elif target.kind == "route":
        person.route = _route(guide, cell)


def _route(guide: Guide, cell: str) -> Route:
    for route in guide.routes:
        if folded(cell) in map(folded, (route.id, route.name.ja, route.name.en)):
            return route
    close = [route for route in guide.routes if any(folded(cell) in folded(route.name[lang]) for lang in LANGUAGES)]
    if len(close) == 1 and len(folded(cell)) > 1:
        return close[0]
    raise Refused("unknown-choice", words=", ".join(f"{route.name.ja} ({route.id})" for route in guide.routes))


def _whole(person: Person) -> Iterator[Slip]:
    """What is wrong with a row as a whole."""
    if not person.name:
        yield Slip(person.row, columns_named("name"), "", Refused("no-name"))
    lacking = [paper for paper in person.route.papers if paper.needed and paper.id not in person.days]
    if lacking and "route" in person.cells:
        yield Slip(person.row, columns_named(lacking[0].id), "", Refused("day-lacking", name=lacking[0].name))
        return
    try:
        _ = person.milestones
    except ValueError:
        which = next(id for id in ("start", "review", "left", *person.papers) if id in person.days)
        yield Slip(person.row, columns_named(which), person.cells[which], Refused("days-disagree"))


def rule_day(person: Person, rule: str, start: date, *, coming: bool) -> date | None:
    """The day of a rule for a person: its last one, or the next from `start` on."""
    days = [last for _, last in person.milestones.get(rule, ())]
    if coming:
        return next((day for day in days if day >= start), None)
    return days[-1] if days else None


def fillable(of_roster: Roster) -> set[str]:
    """The fields that a roster with these columns may fill, of whatever sheet has them; rules' days end in -day."""
    by_column = {field for column in known().columns for field in column.fills}
    return {*of_roster.fields, *by_column, *known().months, *(each.field for each in known().days)}


def by_rules(person: Person, month: date, lang: Lang, wanted: Collection[str]) -> dict[str, str]:
    """Those of the `wanted` fields that the rules and the month fill, by id."""
    found = {id: in_words(f"{month:%Y-%m}", lang) for id in known().months if id in wanted}
    for each in known().days:
        if each.field in wanted:
            day = person.point(each.point) if each.point else rule_day(person, each.rule or "", month, coming=each.next)
            if day:
                found[each.field] = day.isoformat()
    if any(id.endswith("-day") for id in wanted):
        for rule, days in person.milestones.items():
            names = ((f"{rule}-{number}-day", last) for number, (_, last) in enumerate(days, 1))
            found |= {name: last.isoformat() for name, last in names if name in wanted}
    return found
