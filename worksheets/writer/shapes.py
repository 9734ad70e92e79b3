"""How each kind of grid stands on paper: the widths of its columns, the height of its rows, the look of its words."""

from __future__ import annotations

from dataclasses import dataclass

from worksheets.blocks import Grid
from worksheets.models import (
    AccommodationsField,
    ChecklistField,
    ContentsField,
    FirstQuestionsField,
    RecordsField,
    ScheduleField,
    StrengthsField,
    TableField,
)
from worksheets.writer.tables import LINE, shared

CLOSE = 8.0  # mm of handwriting a line, where many are needed
NUMBER = 8.2  # mm, a row to write one number in
WRITTEN = 14.0  # mm, a row of a list with room to write in
DIGITS, RATING, SIGN = 9.0, 16.0, 9.0  # mm: a column for an item's number, for its rating, for a share of another
ANSWERS = [0.34, 0.66]  # words and the room to answer


@dataclass(frozen=True)
class Shape:
    """`widths` of all columns and `height` of a row in mm; `blank`, where the person writes the words too.

    Words are in `style` (a paragraph style's id), both languages on one line if they are `short`, on a ground if `shaded`;
    `numbered` rows have their number in a column of its own.
    """

    widths: list[float]
    height: float = LINE
    blank: float | None = None
    bold: bool = True
    style: str | None = None
    short: bool = False
    shaded: bool = False
    numbered: bool = False


def shape_of(grid: Grid, whole: float, example: bool) -> Shape:
    """The shape of a grid that is `whole` mm wide; an `example` is filled in, and needs no room to write."""
    field = grid.field
    columns = [column.width for column in getattr(field, "columns", ())]

    def shares(*words: float) -> list[float]:
        return shared(whole, [*words, *columns])

    match field:
        case TableField():
            named = [field.width] if field.rows else []
            return Shape(shares(*named), max(LINE, CLOSE * field.lines), shaded=True)
        case ChecklistField():
            beside = [RATING for _ in field.rounds] + [width * SIGN for width in columns]
            widths = [DIGITS, whole - DIGITS - sum(beside), *beside]
            return Shape(widths, WRITTEN if columns else NUMBER, bold=False, style="Item", numbered=True)
        case ContentsField():
            return Shape(shares(*ANSWERS), LINE if example else CLOSE * field.lines)
        case StrengthsField():
            return Shape(shares(12), WRITTEN, short=True)
        case FirstQuestionsField():
            return Shape(shares(11, 13), LINE * field.lines, shaded=True)
        case AccommodationsField():
            return Shape(shares(11), 12, blank=LINE * 1.5)
        case RecordsField():
            return Shape(shares(6, 1.7, 3), 11)
        case ScheduleField():
            return Shape(shares(11, 3.5, 1.5))


def shape_of_means(whole: float) -> Shape:
    """The shape of a table of means."""
    return Shape(shared(whole, [5, 2, 3]), NUMBER, bold=False, short=True)
