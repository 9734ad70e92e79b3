"""Tables of boxes to fill in: geometry, heads, printed words."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from itertools import accumulate
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as DocxTable
from docx.table import _Cell

from worksheets.writer.breaks import ems, settled
from worksheets.writer.controls import BLANK
from worksheets.writer.elements import Element, child, element, line, run, styled

LINE = 9.0  # mm of handwriting a line
CHARACTER = 4.24  # mm, full width at 12 points
WIDER = 0.05  # em that a latin letter of another font takes beyond half a kanji
SIZES = {"Note": 10.5, "Hint": 10.5, "Small": 8.5, "Header": 10.5}  # points of styles that aren't 12
POINT = 25.4 / 72  # mm
INSET, ABOVE = 85, 57  # twentieths of a point between a cell's edge and its words
ONE_LINE = 14.0  # mm: a row up to this height holds one line, in its middle
HEAD = 7.0  # mm, a row of heads
SPARE = 6.0  # mm that a line of parts leaves free: a part is never broken for want of a sign's width
Table = Any  # python-docx's classes come without useful types
Cell = Any
Words = tuple[str, ...]  # the same words in each of a document's languages
Spans = tuple[tuple[int, int], ...]  # of a row's cells: width in twentieths of a point, columns of the grid


def table(document: Document, widths: Sequence[float], heads: Sequence[Words] = ()) -> Table:
    """An empty bordered table with columns of `widths` mm and, where given, a repeated head row."""
    made, [spans] = ruled(document, [widths])
    if heads:
        for cell, words in zip(row(made, spans, HEAD), heads, strict=True):
            put(cell, *words, bold=True, style="Note")
            shade(cell)
        child(made._tbl.tr_lst[0].trPr, "w:tblHeader")
    return made


def spans_of(made: Table) -> Spans:
    """The spans of a row that has a cell for every column."""
    return tuple((int(column.get(qn("w:w"))), 1) for column in made._tbl.tblGrid)


def ruled(document: Document, rows: Sequence[Sequence[float]]) -> tuple[Table, list[Spans]]:
    """An empty bordered table for rows of cells with these widths in mm, and the spans of each row.

    Its grid has a column for each place where a cell of any row ends, so that all rows are one table.
    """
    ends = [[round(Mm(end).twips / 20) * 20 for end in accumulate(widths)] for widths in rows]
    places = sorted({end for row in ends for end in row})
    grid = [end - before for before, end in zip([0, *places], places, strict=False)]
    spans = []
    for row in ends:
        cells, before = [], 0
        for end in row:
            cells.append((end - before, sum(1 for place in places if before < place <= end)))
            before = end
        spans.append(tuple(cells))
    apart(document)  # or the two would merge
    added = deepcopy(_table(tuple(grid)))
    document.element.body[-1].addprevious(added)  # what comes last are the properties of the pages
    return DocxTable(added, document), spans


def apart(document: Document) -> None:
    """Room after what the document ends with so far: a thin paragraph after a table, a little after small print."""
    before = document.element.body[-1].getprevious()
    if before is None:
        return
    if before.tag == qn("w:tbl"):
        line(document, "", "Gap")
    elif before.style == "Note":
        before.get_or_add_pPr().spacing_after = Pt(3)


@cache
def _table(widths: tuple[int, ...]) -> Element:
    """A table without rows, `widths` in twentieths of a point."""
    made = element("w:tbl")
    properties = child(made, "w:tblPr")
    child(properties, "w:tblStyle", val="TableGrid")
    child(properties, "w:tblW", type="dxa", w=str(sum(widths)))
    child(properties, "w:tblInd", w="0", type="dxa")  # from Word 2013 on: its edge in line with the text
    borders = child(properties, "w:tblBorders")
    for side, eighths in (("top", 8), ("left", 8), ("bottom", 8), ("right", 8), ("insideH", 4), ("insideV", 4)):
        child(borders, f"w:{side}", val="single", sz=str(eighths), space="0", color="auto")  # eighths of a point
    child(properties, "w:tblLayout", type="fixed")
    margins = child(properties, "w:tblCellMar")
    for side, size in (("top", ABOVE), ("left", INSET), ("bottom", ABOVE), ("right", INSET)):
        child(margins, f"w:{side}", w=str(size), type="dxa")
    child(
        properties,
        "w:tblLook",
        val="04A0",
        firstRow="1",
        lastRow="0",
        firstColumn="1",
        lastColumn="0",
        noHBand="0",
        noVBand="1",
    )
    grid = child(made, "w:tblGrid")
    for width in widths:
        child(grid, "w:gridCol", w=str(width))
    return made


def dashed(made: Table) -> None:
    """The edges of a card: to cut along, and to fold in the middle."""
    borders = made._tbl.tblPr.find(qn("w:tblBorders"))
    for side, kind, size in (
        *((side, "dashed", "8") for side in ("top", "left", "bottom", "right")),
        ("insideV", "dotted", "8"),
    ):
        borders.find(qn(f"w:{side}")).set(qn("w:val"), kind)
        borders.find(qn(f"w:{side}")).set(qn("w:sz"), size)


def row(made: Table, spans: Spans, height: float = LINE) -> list[Cell]:
    """A new row that is at least `height` mm high and never splits; its cells."""
    added = deepcopy(_row(spans, height))  # python-docx's add_row takes ten times as long
    made._tbl.append(added)
    return [_Cell(cell, made) for cell in added.findall(qn("w:tc"))]


def group_row(made: Table, words: Words) -> None:
    """A shaded row across the whole table that stays with the row below it."""
    [cell] = across(made, HEAD)
    put(cell, " / ".join(words), bold=True)
    shade(cell)
    cell._tc.find(qn("w:p")).get_or_add_pPr().get_or_add_keepNext()


def across(made: Table, height: float) -> list[Cell]:
    """A row of one cell across the whole table."""
    spans = spans_of(made)
    return row(made, ((sum(width for width, _ in spans), len(spans)),), height)


def cells_of(parent: Element, widths: Sequence[float], height: float) -> list[Cell]:
    """The cells of a table of one row without borders, appended to `parent`; `widths` and `height` in mm."""
    twips = tuple(round(Mm(width).twips) for width in widths)
    added = deepcopy(_table(twips))
    properties = added.find(qn("w:tblPr"))
    properties.find(qn("w:tblStyle")).set(qn("w:val"), "TableNormal")
    properties.remove(properties.find(qn("w:tblBorders")))
    parent.append(added)
    made = DocxTable(added, parent)
    return row(made, tuple((width, 1) for width in twips), height)


@cache
def _row(spans: Spans, height: float) -> Element:
    made = element("w:tr")
    properties = child(made, "w:trPr")
    child(properties, "w:cantSplit")
    child(properties, "w:trHeight", val=str(round(Mm(height).twips)), hRule="atLeast")
    for width, columns in spans:
        cell = child(made, "w:tc")
        layout = child(cell, "w:tcPr")
        child(layout, "w:tcW", type="dxa", w=str(width))
        if columns > 1:
            child(layout, "w:gridSpan", val=str(columns))
        if height <= ONE_LINE:
            child(layout, "w:vAlign", val="center")
        child(cell, "w:p")
    return made


def merged(made: Table, column: int) -> Cell:
    """One cell of all rows of a column, the head's too."""
    cells = [tr.findall(qn("w:tc"))[column] for tr in made._tbl.tr_lst]
    for number, cell in enumerate(cells):
        properties = cell.find(qn("w:tcPr"))
        for old in (*properties.findall(qn("w:shd")), *properties.findall(qn("w:vAlign"))):
            properties.remove(old)
        child(properties, "w:vMerge", val="continue" if number else "restart")
        child(properties, "w:vAlign", val="center")
    return _Cell(cells[0], made)


def kept(blocks: Sequence[Element]) -> None:
    """These tables and paragraphs on one page, if it holds them: nobody signs apart from what they agree to."""
    parts = [part for block in blocks for part in (block.findall(qn("w:tr")) or [block])]
    for part in parts[:-1]:
        next(part.iter(qn("w:p"))).get_or_add_pPr().get_or_add_keepNext()


def last(cell: Cell, style: str | None = None) -> Element:
    """The paragraph to write into: a cell's first while it is empty, then a new one; `style` is a style's id."""
    paragraph = cell._tc.find(qn("w:p"))
    if next(paragraph.iter(qn("w:r")), None) is not None:
        paragraph = child(cell._tc, "w:p")
    return styled(paragraph, style) if style else paragraph


def put(cell: Cell, *words: str, bold: bool = False, style: str | None = None, hang: float = 0.0) -> None:
    """Printed words in a cell, each in a paragraph of its own; what comes after the first is small print.

    A second call adds paragraphs. `style` is a paragraph style's id; lines after the first begin `hang` em further in.
    """
    for number, each in enumerate(words):
        used = style or ("Note" if number else None)
        paragraph = last(cell, used)
        run(paragraph, each, bold=bold and not number)
        _settle(paragraph, each, cell.width.mm - 2 * INSET / 20 * POINT, used, hang)


def spaced(document: Document, words: str, style: str, width: float) -> Element:
    """A paragraph at the end of the document that is `width` mm wide; `style` is its id."""
    before = document.element.body[-1].getprevious()
    made = line(document, words, style)
    if before is not None and before.tag == qn("w:tbl"):
        made.get_or_add_pPr().spacing_before = Pt(3)
    _settle(made, words, width, style)
    return made


def _settle(paragraph: Element, words: str, width: float, style: str | None, hang: float = 0.0) -> None:
    """Set a paragraph narrower where it would break badly."""
    size = SIZES.get(style or "", 12.0) * POINT
    room = width / size - hang
    if hang:
        words = words.lstrip("0123456789.　 ")
        indent = paragraph.get_or_add_pPr().get_or_add_ind()
        for side in ("left", "hanging"):
            indent.set(qn(f"w:{side}"), str(round(Mm(hang * size).twips)))
    if (narrower := settled(words, room)) < room:
        indent = paragraph.get_or_add_pPr().get_or_add_ind()
        indent.set(qn("w:right"), str(round(Mm((room - narrower) * size).twips)))


def beside(cell: Cell, words: str) -> None:
    """Printed words after what the cell's last paragraph holds."""
    run(cell._tc.findall(qn("w:p"))[-1], words)


def shade(cell: Cell) -> None:
    """A pale ground for printed heads, light enough for a copier, with the words in its middle."""
    properties = cell._tc.tcPr
    for old in properties.findall(qn("w:vAlign")):
        properties.remove(old)
    child(properties, "w:shd", val="clear", color="auto", fill="EFEFEF")
    child(properties, "w:vAlign", val="center")  # the schema wants it last


def fill(cell: Cell, control: list[Element], after: str = "") -> None:
    """A control in a cell, behind what its last paragraph holds; its blank and what comes `after` it take one line."""
    room = max(1 if after else 2, int((cell.width.mm - 3.5 - long(after)) / CHARACTER))
    if room < len(BLANK):
        for text in control[1].iter(qn("w:t")):
            text.text = BLANK[:room] if text.text == BLANK else text.text
    cell._tc.findall(qn("w:p"))[-1].extend(control)
    if after:
        beside(cell, after)


def long(words: str) -> float:
    """How long `words` are in mm at 12 points, in our font or in one with wider latin letters."""
    return CHARACTER * (ems(words) + WIDER * sum(each.isascii() for each in words))


def shared(whole: float, shares: Sequence[float]) -> list[float]:
    """A width in mm dealt out in proportion."""
    return [whole * share / sum(shares) for share in shares]


def flowed(parts: Sequence[str], width: float) -> str:
    """Parts side by side, as many in a line of `width` mm as it holds whole (small print)."""
    made = ""
    for part in parts:
        fits = made and long(f"{made.rpartition(chr(10))[2]}　{part}") * SIZES["Note"] / 12 <= width - SPARE
        made += f"{'　' if fits else chr(10)}{part}" if made else part
    return made
