"""A roster, one person a row, as offices keep it (CSV or XLSX): what goes into which control, or what is wrong in which cell."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from openpyxl import load_workbook

from content.base import LANGUAGES, Lang
from content.characters import visible
from content.days import day as in_words
from content.load import find
from content.milestones import milestones
from content.models import Guide
from content.typed_days import Reader, Unread
from worksheets.blocks import Box, said
from worksheets.boxes import boxes
from worksheets.models import ScheduleField, Sheet
from worksheets.office.strangers import Refused, package
from worksheets.schedule import dated

ROWS, LONGEST = 20_000, 10_000  # people in a roster; characters in a cell
FILE = {"file", "filename", "ファイル名", "記号"}  # the column that names a person's file
YES = {"1", "true", "yes", "y", "x", "on", "はい", "有", "レ", "済", "可", "○", "〇", "◯", "●", "✓", "✔", "☑", "■"}
NO = {"", "0", "false", "no", "n", "off", "いいえ", "無", "否", "×", "-", "−", "☐", "□"}
UNNAMED = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$', re.IGNORECASE)


@dataclass(frozen=True)
class Bad:
    """One cell that can't be used; `row` counts as Excel does, the headers being 1."""

    row: int
    column: str
    value: str
    why: str

    def __str__(self) -> str:
        value = f' "{visible(self.value[:60])}"' if self.value else ""
        return f"row {self.row}, {self.column}{value}: {self.why}"


@dataclass
class Person:
    """One row: its number, what its file is named by, and the values by tag."""

    row: int
    file: str
    values: dict[str, str | bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Column:
    """What a header stands for: one box, the boxes of one question, the file's name, or a day of a route's papers."""

    name: str
    boxes: tuple[Box, ...] = ()
    paper: str = ""


def people(guide: Guide, sheet: Sheet, name: str, data: bytes, lang: Lang) -> tuple[list[Person], list[Bad]]:
    """All rows of a roster, and all that is wrong in it. Raises Refused for a file that is no roster."""
    table = list(_xlsx(data) if data.startswith((b"PK", b"\xd0\xcf")) else _csv(name, data))
    if not table:
        raise Refused("there is nothing in it: the first row holds the headers")
    if len(table) > ROWS + 1:
        raise Refused(f"it has more than {ROWS} rows: split it")
    heads, *rows = table
    columns, bad = _columns(guide, sheet, [_shown(head) for head in heads])
    found = []
    for number, row in enumerate(rows, 2):
        if any(_shown(cell).strip() for cell in row):
            person, wrong = _person(guide, sheet, columns, number, row, lang)
            found.append(person)
            bad += wrong
    files = Counter(person.file.casefold() for person in found)
    bad += [
        Bad(person.row, "file", person.file, "two rows name their files so: give each its own")
        for person in found
        if files[person.file.casefold()] > 1
    ]
    return found, bad


def _csv(name: str, data: bytes) -> Iterator[list[Any]]:
    if b"\0" in data:
        raise Refused("it is no CSV file: save it as CSV (UTF-8) or XLSX")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp932")
        except UnicodeDecodeError:
            raise Refused(
                "its letters are neither UTF-8 nor what Excel in Japan writes: save it as CSV UTF-8"
            ) from None
    first = text.partition("\n")[0]
    between = max(",\t;", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    except csv.Error as error:
        raise Refused(f"it cannot be read as CSV ({error})") from None


def _xlsx(data: bytes) -> Iterator[list[Any]]:
    package(data, "xl/workbook.xml")
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True, max_col=500)):
            if number > ROWS:
                raise Refused(f"it has more than {ROWS} rows: split it")
            yield list(row)
    except Refused:
        raise
    except Exception:  # openpyxl raises what it likes on a broken file
        raise Refused("it cannot be read as an Excel file: open it in Excel and save it again") from None


def _shown(cell: Any) -> str:
    """A cell as its reader sees it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell)
    return text[1:] if re.match(r"'[=+@\-]", text) else text  # as our own lists write what Excel would reckon


def _same(words: str) -> str:
    return re.sub(r"[\s_]+", "", unicodedata.normalize("NFKC", words)).casefold()


def _columns(guide: Guide, sheet: Sheet, heads: list[str]) -> tuple[list[Column | None], list[Bad]]:
    known = headers(guide, sheet)
    folded: dict[str, list[Column]] = {}
    for name, column in known:
        same = folded.setdefault(_same(name), [])
        if column not in same:
            same.append(column)
    columns: list[Column | None] = []
    bad, taken = [], set()
    for number, head in enumerate(heads, 1):
        found = folded.get(_same(head), [])
        found = [each for each in found if each.paper] or found
        columns.append(found[0] if len(found) == 1 else None)
        why = ""
        if not head.strip():
            continue
        if not found:
            close = get_close_matches(_same(head), folded, n=1, cutoff=0.4)
            near = next((name for name, _ in known if close and _same(name) == close[0]), "")
            why = "the sheet has no such field." + (f' Did you mean "{near}"?' if near else "")
        elif len(found) > 1:
            why = "several fields are called so: write one of " + ", ".join(each.name for each in found[:6])
        elif found[0].name in taken:
            why = "another column is for the same field"
        if found:
            taken.add(found[0].name)
        if why:
            bad.append(Bad(1, f"column {number}", head, why))
    return columns, bad


def headers(guide: Guide, sheet: Sheet) -> list[tuple[str, Column]]:
    """Every way to head a column, and what it stands for: ids, and the sheet's own labels in both languages."""
    every = [box for section in sheet.sections for each in section.fields for box in boxes(guide, each)]
    groups: dict[str, list[Box]] = {}
    for box in every:
        if box.kind in ("radio", "checkbox") and box.group:
            groups.setdefault(box.group, []).append(box)
    columns = [(name, Column("file")) for name in sorted(FILE)]
    for tag, group in groups.items():
        column = Column(tag, tuple(group))
        columns.append((tag, column))
        columns += [(_question(group[0], lang), column) for lang in LANGUAGES]
    for box in every:
        column = Column(box.tag, (box,))
        columns += [(box.tag, column), *((titled(box, lang), column) for lang in LANGUAGES)]
    for schedule in _schedules(sheet):
        for paper in find(guide.routes, schedule.route, "route").papers:
            same = tuple(box for box in every if titled(box, "ja") == paper.name.ja)  # the sheet asks for it as well
            column = Column(paper.id, same, paper.id)
            columns += [(paper.id, column), *((paper.name[lang], column) for lang in LANGUAGES)]
    return columns


def _question(box: Box, lang: Lang) -> str:
    """What a box is one answer to: its title without its end."""
    return said(box.title[:-1], lambda text: text[lang]).removesuffix(": ")


def titled(box: Box, lang: Lang) -> str:
    """A box's own name in a language."""
    return said(box.title, lambda text: text[lang])


def _schedules(sheet: Sheet) -> list[ScheduleField]:
    return [each for section in sheet.sections for each in section.fields if isinstance(each, ScheduleField)]


def _person(
    guide: Guide, sheet: Sheet, columns: list[Column | None], number: int, row: list[Any], lang: Lang
) -> tuple[Person, list[Bad]]:
    person, bad = Person(number, f"{number - 1:03}"), []
    papers: dict[str, date] = {}
    reader = Reader(guide.typed_days, guide.eras)
    for place, cell in enumerate(row):
        text = _shown(cell).strip()
        column = columns[place] if place < len(columns) else None
        if column is None or not text:
            if text and place >= len(columns):
                bad.append(Bad(number, f"column {place + 1}", text, "it stands under no header"))
            continue
        try:
            if len(text) > LONGEST:
                raise ValueError(f"is longer than {LONGEST} characters")
            if column.name == "file" and not column.boxes:
                if UNNAMED.search(text) or len(text) > 60:
                    raise ValueError("cannot be part of a file's name")
                person.file = text
            elif column.paper:
                papers[column.paper] = got = day(guide, reader, text, lang)
                person.values |= {box.tag: got.isoformat() for box in column.boxes}
            else:
                person.values.update(value(guide, reader, column.boxes, text, lang))
        except ValueError as error:
            bad.append(Bad(number, column.name, text, str(error)))
    try:
        for tag, due in _due(guide, sheet, papers).items():
            person.values.setdefault(tag, due)
    except ValueError as error:
        bad.append(Bad(number, "days", "", str(error)))
    return person, bad


def _due(guide: Guide, sheet: Sheet, papers: Mapping[Any, date]) -> dict[str, str]:
    """The days of the sheet's route, from the days on a person's papers."""
    found = {}
    for schedule in _schedules(sheet) if papers else ():
        route = find(guide.routes, schedule.route, "route")
        days = milestones(route, papers)
        for due in dated(route):
            if due.number <= len(days[due.rule.id]):
                found[f"{due.id}-day"] = days[due.rule.id][due.number - 1][1].isoformat()
    return found


def day(guide: Guide, reader: Reader, text: str, lang: Lang) -> date:
    """The day that a text names. Raises ValueError with what the site says where it is none."""
    got = reader.read(text)
    if not isinstance(got, Unread):
        return got
    why = guide.ui.group("dates", "spoken", lang)[got.why]
    filled = {
        "day": in_words(got.day.isoformat(), lang) if got.day else "",
        "era": got.era.name[lang] if got.era else "",
    }
    raise ValueError(re.sub(r"\{(\w+)\}", lambda hole: filled.get(hole[1], ""), str(why)))


def value(guide: Guide, reader: Reader, asked: Iterable[Box], text: str, lang: Lang) -> dict[str, str | bool]:
    """What a cell puts into a column's boxes. Raises ValueError with what it could say instead."""
    first, *more = asked = tuple(asked)
    if more or first.kind == "radio":
        return _picked(asked, text, lang)
    if first.kind == "checkbox":
        if _same(text) in YES:
            return {first.tag: True}
        if _same(text) in NO:
            return {}
        raise ValueError("write 1 for a tick and 0 for none")
    if first.kind == "date":
        return {first.tag: day(guide, reader, text, lang).isoformat()}
    if first.kind == "dropdown":
        for grade in first.choices:
            if _same(text) in {_same(each) for each in (grade.id, grade.code, grade.name.ja, grade.name.en)}:
                return {first.tag: grade.id}
        raise ValueError("write one of " + ", ".join(grade.name[lang] for grade in first.choices))
    return {first.tag: text}


def _picked(asked: tuple[Box, ...], text: str, lang: Lang) -> dict[str, str | bool]:
    """The boxes to tick of a question: several, between commas, where it takes several."""
    if len(asked) == 1 and _same(text) in YES | NO:
        return {asked[0].tag: True} if _same(text) in YES else {}
    names: dict[str, Box] = {}
    for box in asked:
        own = box.tag.removeprefix(f"{box.group}-")
        names |= {_same(name): box for name in (box.tag, own, *(_choice(box, lang) for lang in LANGUAGES))}
    parts = [text] if asked[0].kind == "radio" else [each for each in re.split(r"[,、，;；\n]", text) if each.strip()]
    found: dict[str, str | bool] = {}
    for part in parts:
        picked = names.get(_same(part))
        if picked is None:
            raise ValueError("write one of " + ", ".join(_choice(box, lang) for box in asked))
        found[picked.tag] = True
    return found


def _choice(box: Box, lang: Lang) -> str:
    """What is ticked, in words: the end of a box's title."""
    return said(box.title[-1:], lambda text: text[lang]).removeprefix(": ")
