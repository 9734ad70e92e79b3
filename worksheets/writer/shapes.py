"""How each kind of grid stands on paper: the widths of its columns, the height of its rows, the look of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.base import Lang
from worksheets.blocks import Grid
from worksheets.models import (
    AccommodationsField,
    ChecklistField,
    Column,
    FirstQuestionsField,
    MapField,
    RecordsField,
    RequirementsField,
    ScheduleField,
    StrengthsField,
    TableField,
)
from worksheets.writer.tables import LINE, shared

CLOSE = 7.5  # mm of handwriting a line, where there are several
NUMBER = 8.2  # mm, a row to write one number in
BESIDE = 12.5  # mm, a row of means beside the radar
WRITTEN = 14.0  # mm, a row of a list with room to write in
TICKS = 8.4  # mm, a row of boxes to tick
DAY = 8.5  # mm, a row for one day of many
DATE, ISO = 38.5, 27.0  # mm, a whole date in one line: 2026年11月25日, 2026-11-25
DIGITS, RATING, SIGN = 10.2, 16.0, 9.0  # mm: a column for an item's number, for its rating, for a share of another


@dataclass(frozen=True)
class Shape:
    """`widths` of all columns and `height` of a row in mm; `blank`, where the person writes the words too.

    Words are in `style` (a paragraph style's id), both languages on one line if they are `short`, on a ground if `shaded`;
    `numbered` rows have their number in a column of its own. `together`, the rows of a group stay on one page.
    """

    widths: list[float]
    height: float = LINE
    blank: float | None = None
    bold: bool = True
    style: str | None = None
    short: bool = False
    shaded: bool = False
    numbered: bool = False
    together: bool = False


def dated(widths: list[float], columns: Sequence[Column], latin: bool) -> list[float]:
    """The same widths with room for whole dates, which columns for words give up; those of `columns` come last."""
    whole = ISO if latin else DATE
    kinds = [None] * (len(widths) - len(columns)) + [column.kind for column in columns]
    short = [
        whole - width if kind == "date" and width < whole else 0.0 for width, kind in zip(widths, kinds, strict=True)
    ]
    gives = sum(width for width, kind in zip(widths, kinds, strict=True) if kind == "text")
    left = 1 - sum(short) / gives if gives else 1.0
    return [
        width * left if kind == "text" else width + more for width, kind, more in zip(widths, kinds, short, strict=True)
    ]


def shape_of(grid: Grid, whole: float, langs: tuple[Lang, ...]) -> Shape:
    """The shape of a grid that is `whole` mm wide, in these languages."""
    field, latin = grid.field, langs == ("en",)
    columns = [column.width for column in getattr(field, "columns", ())]

    def shares(*words: float) -> list[float]:
        return shared(whole, [*words, *columns])

    match field:
        case TableField():
            named = [field.width] if field.rows else []
            ticks = any(column.kind == "checkbox" for column in field.columns)
            height = (TICKS if ticks else LINE) if field.lines == 1 else CLOSE * field.lines
            first = [DIGITS] if field.numbered else []
            widths = [*first, *shared(whole - sum(first), [*named, *columns])]
            return Shape(dated(widths, field.columns, latin), height, shaded=True, numbered=field.numbered)
        case ChecklistField():
            beside = [RATING for _ in field.rounds] + [width * SIGN for width in columns]
            widths = [DIGITS, whole - DIGITS - sum(beside), *beside]
            return Shape(widths, WRITTEN if columns else NUMBER, bold=False, numbered=True)
        case StrengthsField():
            return Shape(shares(12), WRITTEN, short=True, together=True)
        case MapField():
            return Shape(shares())
        case FirstQuestionsField():
            return Shape(shares(13, 11) if latin else shares(11, 13), LINE * field.lines, shaded=True)
        case AccommodationsField():
            return Shape(shares(13 if latin else 16), 12, blank=LINE * 1.5)
        case RecordsField():
            return Shape(dated(shares(11.5, 5.5, 6), field.columns, latin), 11)
        case RequirementsField():
            words = [67.5, 50.5, 47.7, 40.3] if latin else [67, 51, 52, 33]
            widths = [DIGITS, *shared(whole - DIGITS, [*words, *columns])]
            return Shape(widths, 10, bold=False, numbered=True)
        case ScheduleField():
            return Shape(shared(whole, [77, 57, 29, 12] if latin else [86, 42, 34, 13]), DAY, bold=not latin)


def shape_of_means(whole: float, picture: float) -> Shape:
    """The shape of a table of means, with a picture of that width beside it; 0 where there is none."""
    widths = shared(whole - picture, [5, 1.9, 2.3])
    return Shape([*widths, picture] if picture else widths, BESIDE if picture else NUMBER, bold=False, short=True)
