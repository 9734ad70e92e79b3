"""Tables as offices keep them: CSV as Excel writes it (UTF-8, Shift_JIS, UTF-16) and XLSX, read as text; XLSX written for Excel."""

from __future__ import annotations

import codecs
import csv
import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from content.spreadsheet import FORMULA
from worksheets.office.safety import ZIP, contents, foreign, unpacked
from worksheets.office.said import Refused

MOST_ROWS, MOST_COLUMNS, LONGEST = 200_000, 300, 32_767  # the last is Excel's own for a cell
PIECE = 1 << 20  # bytes that are decoded at once
SEPARATORS = (",", "\t", ";")
ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True)
class Table:
    """Rows of words with their numbers, as the spreadsheet shows them; `name` is its sheet's, if it has several."""

    name: str
    rows: Iterable[tuple[int, list[str]]]


@dataclass(frozen=True)
class Rows:
    """Rows of a CSV, parsed anew each time that they are gone through: only its own bytes are kept. Raises Refused then."""

    data: bytes
    encoding: str
    separator: str
    ours: bool = False  # written here, of a workbook: words stand as they are

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        errors = "surrogatepass" if self.ours else "strict"
        text = io.TextIOWrapper(io.BytesIO(self.data), self.encoding, errors, newline="")
        number = 0
        try:
            for number, row in enumerate(csv.reader(text, delimiter=self.separator), 1):
                _measured(number, len(row))
                yield number, row if self.ours else [_freed(cell) for cell in row]
        except csv.Error:
            raise Refused("broken-csv", row=number + 1) from None


def tables(path: Path) -> list[Table]:
    """The tables of a file, one of a CSV. Raises Refused or OSError."""
    data = contents(path)
    if data.startswith(ZIP):
        return _workbook(data)
    foreign(data)
    encoding, begins = _decoded(data)
    head = begins.lstrip("\r\n").partition("\n")[0]
    return [Table("", Rows(data, encoding, max(SEPARATORS, key=head.count)))]


def _decoded(data: bytes) -> tuple[str, str]:
    """The encoding, and how the text begins."""
    encoding = next((name for mark, name in ENCODINGS if data.startswith(mark)), "")
    for each in (encoding,) if encoding else ("utf-8", "cp932"):
        try:
            begins, holds_zero = _looked_through(data, each)
        except UnicodeDecodeError:
            continue
        if holds_zero:
            break
        if begins.lstrip()[:1] == "<":
            raise Refused("is-web-page")
        return each, begins
    raise Refused("no-text")


def _looked_through(data: bytes, encoding: str) -> tuple[str, bool]:
    """How a text begins, and whether a zero stands anywhere in it: piece by piece, never whole. Raises UnicodeDecodeError."""
    decoder = codecs.getincrementaldecoder(encoding)()
    begins, zero = "", False
    for at in range(0, len(data), PIECE):
        piece = decoder.decode(data[at : at + PIECE], final=at + PIECE >= len(data))
        begins, zero = begins or piece, zero or "\0" in piece
    return begins, zero


def _measured(rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise Refused("too-many-rows", count=MOST_ROWS)
    if columns > MOST_COLUMNS:
        raise Refused("too-many-columns", count=MOST_COLUMNS)


def _freed(cell: str) -> str:
    """A cell without the sign that keeps Excel from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def _workbook(data: bytes) -> list[Table]:
    members = unpacked(data)
    if not any(name.startswith("xl/") for name in members):
        raise Refused("no-table")
    for name, member in members.items():
        if name.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in member or b"<!ENTITY" in member):
            raise Refused("bad-xml")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that it doesn't know and we don't need
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return [_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except Refused:
        raise
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError):
        raise Refused("broken-package") from None  # the library's own ways to say so; XML's errors are SyntaxErrors


def _sheet(sheet: Any) -> Table:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    out = io.BytesIO()
    text = io.TextIOWrapper(out, "utf-8", "surrogatepass", newline="")
    writer, empty = csv.writer(text), 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        _measured(number, len(cells))
        row = [_cell(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        if not row:
            empty += 1
            continue
        writer.writerows([[]] * empty)  # those at the end are left out
        writer.writerow(row)
        empty = 0
    text.flush()
    return Table(sheet.title, Rows(out.getvalue(), "utf-8", ",", ours=True))


def _cell(cell: Any) -> str:
    """A cell's value in words: a day as YYYY-MM-DD, a number as it is shown, with the zeros its format asks for."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute or value.second) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int) and set(zeros := str(cell.number_format)) == {"0"}:
        return str(value).zfill(len(zeros))
    return str(value)[:LONGEST]


def xlsx_bytes(sheets: dict[str, Sequence[Sequence[str]]]) -> bytes:
    """A workbook of tables by name: the first row is the head, days are days, everything else is words."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name[:31])
        for at, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                if not text:
                    continue
                cell = sheet.cell(at, column)
                try:
                    cell.value = date.fromisoformat(text)
                    cell.number_format = "yyyy/m/d"
                except ValueError:
                    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST]
                    cell.data_type = "s"  # "=…" stays words
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if at == 1:
                    cell.font = Font(bold=True)
        sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
