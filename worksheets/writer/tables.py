"""Tables of boxes to fill in: geometry, heads, printed words."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as DocxTable
from docx.table import _Cell

from worksheets.writer.controls import BLANK
from worksheets.writer.elements import Element, child, element, line, run, styled

LINE = 9.0  # mm of handwriting a line
CHARACTER = 4.3  # mm, full width at 12 points
SMALL = 10.5 / 12  # of that, in small print
INSET = 85  # twentieths of a point between a cell's edge and its words
ONE_LINE = 14.0  # mm: a row up to this height holds one line, in its middle
FILLER = "記"  # visible, so that LibreOffice gives the field its width
Table = Any  # python-docx's classes come without useful types
Cell = Any
Words = tuple[str, ...]  # the same words in each of a document's languages


def table(document: Document, widths: list[float], heads: list[Words] | None = None) -> Table:
    """An empty bordered table with columns of `widths` mm and, where given, a repeated head row."""
    apart(document)  # or the two would merge
    added = deepcopy(_table(tuple(round(Mm(width).twips) for width in widths)))
    document.element.body[-1].addprevious(added)  # what comes last are the properties of the pages
    made = DocxTable(added, document)
    if heads:
        cells = row(made, 7)
        for cell, words in zip(cells, heads, strict=True):
            put(cell, *words, bold=True, style="Note")
            shade(cell)
        child(added.tr_lst[0].trPr, "w:tblHeader")
    return made


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
    child(properties, "w:tblW", type="auto", w="0")
    child(properties, "w:tblInd", w=str(INSET), type="dxa")  # its edge, not its words, in line with the text
    child(properties, "w:tblLayout", type="fixed")
    margins = child(properties, "w:tblCellMar")
    for side, size in (("top", 45), ("left", INSET), ("bottom", 45), ("right", INSET)):
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


def bordered(made: Table) -> None:
    """The edges of a card: to cut along, and to fold in the middle."""
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right"):
        child(borders, f"w:{side}", val="dashed", sz="8", color="auto")
    child(borders, "w:insideH", val="single", sz="4", color="auto")
    child(borders, "w:insideV", val="dotted", sz="8", color="auto")
    made._tbl.tblPr.find(qn("w:tblInd")).addnext(borders)  # where the schema wants it


def row(made: Table, height: float = LINE) -> list[Cell]:
    """A new row that is at least `height` mm high and never splits; its cells."""
    widths = tuple(int(column.get(qn("w:w"))) for column in made._tbl.tblGrid)
    return _added(made, _row(widths, height))


def group_row(made: Table, words: Words) -> None:
    """A shaded row across the whole table that stays with the row below it."""
    widths = [int(column.get(qn("w:w"))) for column in made._tbl.tblGrid]
    [cell] = _added(made, _row((sum(widths),), 7))
    cell._tc.grid_span = len(widths)
    put(cell, " / ".join(words), bold=True)
    shade(cell)
    cell._tc.find(qn("w:p")).get_or_add_pPr().get_or_add_keepNext()


def _added(made: Table, empty: Element) -> list[Cell]:
    added = deepcopy(empty)  # python-docx's add_row takes ten times as long
    made._tbl.append(added)
    return [_Cell(cell, made) for cell in added.findall(qn("w:tc"))]


@cache
def _row(widths: tuple[int, ...], height: float) -> Element:
    """An empty row of cells, `widths` in twentieths of a point."""
    made = element("w:tr")
    properties = child(made, "w:trPr")
    child(properties, "w:cantSplit")
    child(properties, "w:trHeight", val=str(round(Mm(height).twips)), hRule="atLeast")
    for width in widths:
        cell = child(made, "w:tc")
        child(child(cell, "w:tcPr"), "w:tcW", type="dxa", w=str(width))
        if height <= ONE_LINE:
            child(cell[0], "w:vAlign", val="center")
        child(cell, "w:p")
    return made


def kept(blocks: Sequence[Element]) -> None:
    """These tables and paragraphs on one page, if it holds them: nobody signs apart from what they agree to."""
    parts = [part for block in blocks for part in (block.findall(qn("w:tr")) or [block])]
    for part in parts[:-1]:
        next(part.iter(qn("w:p"))).get_or_add_pPr().get_or_add_keepNext()


def put(cell: Cell, *words: str, bold: bool = False, style: str | None = None) -> None:
    """Printed words in a cell, each in a paragraph of its own; what comes after the first is small print.

    A second call adds paragraphs. `style` is a paragraph style's id.
    """
    for number, each in enumerate(words):
        paragraph = cell._tc.find(qn("w:p"))
        if next(paragraph.iter(qn("w:t")), None) is not None:
            paragraph = child(cell._tc, "w:p")
        if style or number:
            styled(paragraph, style or "Note")
        run(paragraph, each, bold=bold and not number)


def beside(cell: Cell, words: str) -> None:
    """Printed words after what the cell's first paragraph holds."""
    run(cell._tc.find(qn("w:p")), words)


def shade(cell: Cell) -> None:
    """A pale ground for printed heads, light enough for a copier, with the words in its middle."""
    properties = cell._tc.tcPr
    for old in properties.findall(qn("w:vAlign")):
        properties.remove(old)
    child(properties, "w:shd", val="clear", color="auto", fill="EFEFEF")
    child(properties, "w:vAlign", val="center")  # the schema wants it last


def fill(cell: Cell, control: list[Element]) -> None:
    """A control in a cell, after what its first paragraph holds; its blank takes one line, or it would raise the row."""
    room = max(2, int((cell.width.mm - 3.5) / CHARACTER))
    if room < len(BLANK):
        for text in control[1].iter(qn("w:t")):
            text.text = BLANK[:room] if text.text == BLANK else text.text
    cell._tc.find(qn("w:p")).extend(control)


def stretch(cell: Cell, height: float) -> None:
    """Let the blank of the cell's first control fill it whole: a PDF's field is as big as what stands in it.

    `height` is the row's, in mm. Beside other words a control keeps its size.
    """
    blanks = [text for text in cell._tc.iter(qn("w:t")) if text.text and not text.text.strip(BLANK)]
    if len(blanks) == 1 and not cell.text.strip(BLANK):
        in_line = max(1, int((cell.width.mm - 3.5) / CHARACTER))
        blanks[0].text = FILLER * (in_line * max(1, round(height / LINE)))
    else:
        for text in blanks:
            text.text = FILLER * len(text.text)


def long(words: str) -> float:
    """About how long `words` are in mm at 12 points: latin letters take half the room of others."""
    return sum(CHARACTER / (2 if each.isascii() else 1) for each in words)


def shared(whole: float, shares: list[float]) -> list[float]:
    """A width in mm dealt out in proportion."""
    return [whole * share / sum(shares) for share in shares]


def flowed(parts: Sequence[str], width: float) -> str:
    """Parts side by side, as many in a line of `width` mm as it holds whole (small print)."""
    made = ""
    for part in parts:
        fits = made and long(f"{made.rpartition(chr(10))[2]}　{part}") * SMALL <= width
        made += f"{'　' if fits else chr(10)}{part}" if made else part
    return made
