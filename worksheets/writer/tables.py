"""Tables of boxes to fill in: geometry, heads, printed words."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm

from worksheets.writer.controls import Element, child, element

LINE = 9.0  # mm of handwriting a line
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
        cells = row(made, widths, 7)
        for cell, words in zip(cells, heads, strict=True):
            put(cell, words, bold=True, style="Note")
            shade(cell)
        child(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    return made


def row(made: Table, widths: list[float], height: float = LINE) -> list[Cell]:
    """A new row that is at least `height` mm high and never splits; its cells."""
    added = made.add_row()
    properties = added._tr.get_or_add_trPr()
    properties.insert(0, element("w:cantSplit"))
    added.height, added.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    cells = list(added.cells)
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Mm(width)
    return cells


def group_row(made: Table, widths: list[float], words: str) -> None:
    """A shaded row across the whole table that stays with the row below it."""
    cells = row(made, widths, 7)
    merged = cells[0].merge(cells[-1])
    put(merged, words, bold=True)
    shade(merged)
    merged.paragraphs[0].paragraph_format.keep_with_next = True


def put(cell: Cell, words: str, *, bold: bool = False, style: str | None = None) -> None:
    """Printed words in a cell; a second call adds a paragraph."""
    first = cell.paragraphs[0]
    paragraph = first if not first.text and not first._p.findall(qn("w:sdt")) else cell.add_paragraph()
    paragraph.add_run(words).bold = bold or None
    if style:
        paragraph.style = style


def shade(cell: Cell) -> None:
    """A pale ground for printed heads: light enough for a copier."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="EFEFEF"))


def fill(cell: Cell, control: list[Element]) -> None:
    """A control in a cell, after what its first paragraph holds."""
    paragraph = cell.paragraphs[0]._p
    for part in control:
        paragraph.append(part)


def shared(whole: float, shares: list[float]) -> list[float]:
    """A width in mm dealt out in proportion."""
    return [whole * share / sum(shares) for share in shares]
