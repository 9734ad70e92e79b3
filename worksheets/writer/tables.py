"""Tables of boxes to fill in: geometry, heads, printed words."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell

from worksheets.writer.controls import BLANK, Element, child, element

LINE = 9.0  # mm of handwriting a line
CHARACTER = 4.3  # mm, full width at 12 points
FILLER = "記"  # visible, so that LibreOffice gives the field its width
Table = Any  # python-docx's classes come without useful types
Cell = Any


def table(document: Document, widths: list[float], heads: list[str] | None = None) -> Table:
    """An empty bordered table with columns of `widths` mm and, where given, a repeated head row."""
    made = document.add_table(rows=0, cols=len(widths))
    made.style = "Table Grid"
    made.autofit = False
    properties = made._tbl.tblPr
    margins = element("w:tblCellMar")
    for side, size in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):  # twentieths of a point
        child(margins, f"w:{side}", w=str(size), type="dxa")
    look = properties.find(qn("w:tblLook"))
    look.addprevious(margins) if look is not None else properties.append(margins)
    for column, width in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(round(Mm(width).twips)))
    if heads:
        cells = row(made, 7)
        for cell, words in zip(cells, heads, strict=True):
            put(cell, words, bold=True, style="Note")
            shade(cell)
        child(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    return made


def row(made: Table, height: float = LINE) -> list[Cell]:
    """A new row that is at least `height` mm high and never splits; its cells."""
    widths = tuple(column.get(qn("w:w")) for column in made._tbl.tblGrid)
    added = deepcopy(_row(widths, height))  # python-docx's add_row takes ten times as long
    made._tbl.append(added)
    return [_Cell(cell, made) for cell in added.findall(qn("w:tc"))]


@cache
def _row(widths: tuple[str, ...], height: float) -> Element:
    """An empty row of cells, `widths` in twentieths of a point."""
    made = element("w:tr")
    properties = child(made, "w:trPr")
    child(properties, "w:cantSplit")
    child(properties, "w:trHeight", val=str(round(Mm(height).twips)), hRule="atLeast")
    for width in widths:
        cell = child(made, "w:tc")
        child(child(cell, "w:tcPr"), "w:tcW", type="dxa", w=width)
        child(cell, "w:p")
    return made


def group_row(made: Table, words: str) -> None:
    """A shaded row across the whole table that stays with the row below it."""
    cells = row(made, 7)
    merged = cells[0].merge(cells[-1])
    put(merged, words, bold=True)
    shade(merged)
    merged.paragraphs[0].paragraph_format.keep_with_next = True


def kept(blocks: Sequence[Element]) -> None:
    """These tables and paragraphs on one page, if it holds them: nobody signs apart from what they agree to."""
    firsts = [next(part.iter(qn("w:p"))) for block in blocks for part in (block.findall(qn("w:tr")) or [block])]
    for first in firsts[:-1]:
        first.get_or_add_pPr().get_or_add_keepNext()


def put(cell: Cell, words: str, *, bold: bool = False, style: str | None = None) -> None:
    """Printed words in a cell; a second call adds a paragraph."""
    first = cell.paragraphs[0]
    paragraph = cell.add_paragraph() if len(list(first._p.iter(qn("w:t")))) else first
    run = paragraph.add_run(words)
    if bold:
        run.bold = True
    if style:
        paragraph._p.style = style  # the id, which equals the name: python-docx would search all styles for it


def shade(cell: Cell) -> None:
    """A pale ground for printed heads: light enough for a copier."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="EFEFEF"))


def fill(cell: Cell, control: list[Element]) -> None:
    """A control in a cell, after what its first paragraph holds."""
    paragraph = cell.paragraphs[0]._p
    for part in control:
        paragraph.append(part)


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
