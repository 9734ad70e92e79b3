"""A map on paper: the person's own words in the middle of the page, the areas around it."""

from __future__ import annotations

from worksheets.blocks import Grid, Group
from worksheets.writer.grids import answer
from worksheets.writer.pen import Pen
from worksheets.writer.tables import HEAD, put, row, ruled, shade, shared

CENTRE, ROW, CLOSER = 26.0, 16.0, 0.78  # mm: the middle, a line of an area; times, where two languages share the page
FRAME = 0.14  # share of the width on each side of the middle


def around(pen: Pen, block: Grid) -> None:
    """Two areas side by side above the middle, the others below it."""
    middle, *areas = block.groups
    half = pen.whole / 2
    shares = [column.width for column in block.field.columns]  # type: ignore[union-attr]
    columns = [*shared(half, shares), *shared(half, shares)]
    side = pen.whole * FRAME
    high = CLOSER if len(pen.say.langs) > 1 else 1.0
    made, [heads, cells, centre] = ruled(pen.document, [[half, half], columns, [side, pen.whole - 2 * side, side]])

    def pair(two: list[Group]) -> None:
        for cell, area in zip(row(made, heads, HEAD), two, strict=True):
            if area.name:
                put(cell, *pen.say.by_language(area.name), bold=True)
            shade(cell)
        for cell, label in zip(row(made, cells, HEAD), [*block.heads, *block.heads], strict=True):
            put(cell, *pen.say.by_language(label), style="Note")
        for left, right in zip(two[0].rows, two[1].rows, strict=True):
            for cell, box in zip(row(made, cells, ROW * high), [*left.boxes, *right.boxes], strict=True):
                answer(pen, cell, [box], locked=False)

    pair(areas[:2])
    before, cell, after = row(made, centre, CENTRE * high)
    for each in (before, after):
        shade(each)
    [wish] = middle.rows
    put(cell, *pen.say.by_language(wish.name), bold=True)
    for box in wish.boxes:
        cell.add_paragraph()
        pen.fill(cell, box)
    for place in range(2, len(areas), 2):
        pair(areas[place : place + 2])
