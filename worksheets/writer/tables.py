"""Tables of boxes to fill in: geometry, heads, printed words."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as DocxTable
from docx.table import _Cell

from worksheets.writer.controls import BLANK
from worksheets.writer.elements import Element, child, element, run, styled

LINE = 9.0  # mm of handwriting a line
CHARACTER = 4.3  # mm, full width at 12 points
FILLER = "記"  # visible, so that LibreOffice gives the field its width
Table = Any  # python-docx's classes come without useful types
Cell = Any


def table(document: Document, widths: list[float], heads: list[str] | None = None) -> Table:
    """An empty bordered table with columns of `widths` mm and, where given, a repeated head row."""
    added = deepcopy(_table(tuple(round(Mm(width).twips) for width in widths)))
    document.element.body[-1].addprevious(added)  # what comes last are the properties of the pages
    made = DocxTable(added, document)
    if heads:
        cells = row(made, 7)
        for cell, words in zip(cells, heads, strict=True):
            put(cell, words, bold=True, style="Note")
            shade(cell)
        child(added.tr_lst[0].trPr, "w:tblHeader")
    return made


@cache
def _table(widths: tuple[int, ...]) -> Element:
    """A table without rows, `widths` in twentieths of a point."""
    made = element("w:tbl")
    properties = child(made, "w:tblPr")
    child(properties, "w:tblStyle", val="TableGrid")
    child(properties, "w:tblW", type="auto", w="0")
    child(properties, "w:tblLayout", type="fixed")
    margins = child(properties, "w:tblCellMar")
    for side, size in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
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


def row(made: Table, height: float = LINE) -> list[Cell]:
    """A new row that is at least `height` mm high and never splits; its cells."""
    widths = tuple(int(column.get(qn("w:w"))) for column in made._tbl.tblGrid)
    return _added(made, _row(widths, height))


def group_row(made: Table, words: str) -> None:
    """A shaded row across the whole table that stays with the row below it."""
    widths = [int(column.get(qn("w:w"))) for column in made._tbl.tblGrid]
    [cell] = _added(made, _row((sum(widths),), 7))
    child(cell._tc.tcPr, "w:gridSpan", val=str(len(widths)))
    put(cell, words, bold=True)
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
        child(cell, "w:p")
    return made


def kept(blocks: Sequence[Element]) -> None:
    """These tables and paragraphs on one page, if it holds them: nobody signs apart from what they agree to."""
    firsts = [next(part.iter(qn("w:p"))) for block in blocks for part in (block.findall(qn("w:tr")) or [block])]
    for first in firsts[:-1]:
        first.get_or_add_pPr().get_or_add_keepNext()


def put(cell: Cell, words: str, *, bold: bool = False, style: str | None = None) -> None:
    """Printed words in a cell; a second call adds a paragraph. `style` is a paragraph style's id."""
    paragraph = cell._tc.find(qn("w:p"))
    if next(paragraph.iter(qn("w:t")), None) is not None:
        paragraph = child(cell._tc, "w:p")
    if style:
        styled(paragraph, style)
    run(paragraph, words, bold=bold)


def beside(cell: Cell, words: str) -> None:
    """Printed words after what the cell's first paragraph holds."""
    run(cell._tc.find(qn("w:p")), words)


def shade(cell: Cell) -> None:
    """A pale ground for printed heads: light enough for a copier."""
    child(cell._tc.tcPr, "w:shd", val="clear", color="auto", fill="EFEFEF")


def fill(cell: Cell, control: list[Element]) -> None:
    """A control in a cell, after what its first paragraph holds."""
    cell._tc.find(qn("w:p")).extend(control)


def stretch(cell: Cell, height: float) -> None:
    """Let the blank of the cell's first control fill it whole: a PDF's field is as big as what stands in it.

    `height` is the row's, in mm. Beside other words a control keeps its size.
    """
    blanks = [text for text in cell._tc.iter(qn("w:t")) if text.text == BLANK]
    if len(blanks) == 1 and not cell.text.replace(BLANK, ""):
        in_line = max(1, int((cell.width.mm - 3.5) / CHARACTER))
        blanks[0].text = FILLER * (in_line * max(1, round(height / LINE)))
    else:
        for text in blanks:
            text.text = FILLER * len(BLANK)


def long(words: str) -> float:
    """About how long `words` are in mm at 12 points: latin letters take half the room of others."""
    return sum(CHARACTER / (2 if each.isascii() else 1) for each in words)


def shared(whole: float, shares: list[float]) -> list[float]:
    """A width in mm dealt out in proportion."""
    return [whole * share / sum(shares) for share in shares]
