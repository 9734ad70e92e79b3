"""Grids on paper: heads, group rows, words at the left, boxes at the right."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn
from docx.shared import Mm

from content.base import Text
from worksheets.blocks import Box, Grid, Group, Row, said
from worksheets.writer.elements import child
from worksheets.writer.pen import Pen
from worksheets.writer.shapes import Shape, shape_of
from worksheets.writer.tables import (
    LINE,
    POINT,
    Cell,
    Table,
    beside,
    flowed,
    group_row,
    kept,
    last,
    long,
    put,
    row,
    shade,
    spans_of,
    table,
)

TICK = 16 * POINT  # mm, a box to tick
CLOSER = 0.86
GAPS = ("　", " ")  # between boxes with their words


def grid(pen: Pen, block: Grid) -> None:
    """A grid, with its scale above it."""
    if block.scale:
        steps = [f"{step.code}\u00a0{pen.say(step.name)}" for step in block.scale]
        pen.small(flowed([pen.words("scale"), *steps], pen.whole))
    rows(pen, block.heads, block.groups, shape_of(block, pen.whole, pen.say.langs))


def rows(pen: Pen, heads: Sequence[Text], groups: Sequence[Group], shape: Shape) -> Table:
    """A table of rows, each with its words and its boxes; columns without a head are left as they are."""
    said_heads = [pen.say.by_language(head) for head in heads]
    if shape.numbered and said_heads and len(said_heads) < len(shape.widths):
        said_heads.insert(0, pen.parts("number"))
    empty = [("",)] * (len(shape.widths) - len(said_heads)) if said_heads else []
    made = table(pen.document, shape.widths, [*said_heads, *empty])
    spans = spans_of(made)
    # Two languages share the page: rows of several lines give way, none below one line.
    height = max(LINE, shape.height * CLOSER) if len(pen.say.langs) > 1 and shape.height > LINE else shape.height
    for group in groups:
        if group.name and group.rows:
            group_row(made, pen.say.by_language(group.name))
        begun = len(made._tbl.tr_lst)
        for each in group.rows:
            boxed = each.cells
            cells = row(made, spans, shape.blank or height if each.blank else height)[: len(said_heads) or None]
            words = len(cells) - len(boxed)
            _words(pen, cells[:words], each, shape)
            for cell, found in zip(cells[words:], boxed, strict=True):
                answer(pen, cell, found, locked=not each.blank)
        if shape.together:
            kept(made._tbl.tr_lst[begun:])
    return made


def answer(pen: Pen, cell: Cell, found: Sequence[Box], *, locked: bool) -> None:
    if found[0].cell and len(found) > 1:
        choices(pen, cell, found, locked=locked)
        return
    [box] = found
    if box.kind == "checkbox":
        last(cell, "Boxes").get_or_add_pPr().get_or_add_jc().set(qn("w:val"), "center")
    pen.fill(cell, box, locked=locked)


def choices(pen: Pen, cell: Cell, boxes: Sequence[Box], *, locked: bool = True) -> None:
    """Boxes to tick, each before its words: side by side where they fit, else in columns."""
    room = cell.width.mm - 3.2
    words = [f" {said(box.label, pen.say)}" for box in boxes]
    widths = [TICK + pen.long(each) for each in words]
    # Side by side with the widest gap that leaves them on one line.
    gap = next((gap for gap in GAPS if sum(widths) + long(gap) * (len(boxes) - 1) <= room), None)
    columns = len(boxes) if gap else max(1, int((room + long("　")) // (max(widths) + long("　"))))
    step = room / columns
    for number, (box, each) in enumerate(zip(boxes, words, strict=True)):
        if number % columns == 0:
            paragraph = last(cell, "Boxes")
            if gap is None and columns > 1:
                stops = paragraph.get_or_add_pPr().get_or_add_tabs()
                for stop in range(1, columns):
                    child(stops, "w:tab", val="left", pos=str(round(Mm(step * stop).twips)))
        else:
            beside(cell, gap or "\t")
        pen.fill(cell, box, locked=locked)
        beside(cell, each)


def _words(pen: Pen, cells: Sequence[Cell], row: Row, shape: Shape) -> None:
    if shape.numbered:
        put(cells[0], str(row.number))
        cells[0]._tc.find(qn("w:p")).get_or_add_pPr().get_or_add_jc().set(qn("w:val"), "center")
        if row.blank:
            shade(cells[0])
        cells = cells[1:]
    if row.blank or not cells:
        return
    cell, *others = cells
    if shape.shaded:
        shade(cell)
    words = pen.say.by_language(row.name)
    in_a_line = said(row.title, pen.say) if shape.short else pen.say(row.name)
    if shape.short or pen.long(in_a_line) <= cell.width.mm - 3.5:
        words = (in_a_line,)
    put(cell, *words, bold=shape.bold, style=shape.style)
    if row.note:
        put(cell, pen.say(row.note), style="Hint")
    for other, text in zip(others, row.beside, strict=True):
        put(other, *pen.say.by_language(text), style="Note")
