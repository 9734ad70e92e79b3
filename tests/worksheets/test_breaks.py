"""Words on paper break at the end of a phrase, and never into a last line of one or two characters."""

import pytest

from content.load import load
from worksheets.blocks import Grid
from worksheets.boxes import blocks
from worksheets.catalogue import catalogue
from worksheets.writer.base import LEFT, RIGHT
from worksheets.writer.breaks import lines, orphan, settled
from worksheets.writer.shapes import DATE, ISO, shape_of

GUIDE = load()
SHEETS = catalogue(GUIDE)
BREAKS = [
    ("伝えないでほしいこと", 9.2, ["伝えないで", "ほしいこと"]),
    ("職場で話してよいこと", 9.2, ["職場で話して", "よいこと"]),
    ("このサービスがよい理由", 9.2, ["このサービスが", "よい理由"]),
    ("だれに、何を伝えるか", 9.4, ["だれに、何を", "伝えるか"]),
    ("送り出し事業所（この日まで）", 11.2, ["送り出し事業所", "（この日まで）"]),
    ("どの仕事の、どの場面で困っていますか？", 18.2, ["どの仕事の、どの場面で", "困っていますか？"]),
    ("使いたいかを聞き、状況を共有する（2〜3か月目）", 19.0, ["使いたいかを聞き、状況を共有する", "（2〜3か月目）"]),
]


@pytest.mark.parametrize(("words", "room", "wanted"), BREAKS)
def test_a_line_ends_where_a_phrase_does(words, room, wanted):
    assert list(lines(words, settled(words, room))) == wanted


@pytest.mark.parametrize(("words", "room", "_"), BREAKS)
def test_no_phrase_costs_a_line(words, room, _):
    narrow = next(room - 0.5 * step for step in range(99) if not orphan(words, room - 0.5 * step))
    assert len(lines(words, settled(words, room))) <= len(lines(words, narrow))


@pytest.mark.parametrize("room", [4.0, 5.0, 6.0, 7.0])
def test_a_number_is_never_parted(room):
    assert any("119" in line for line in lines("電話は119へかけます", room))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_whole_date_stands_in_one_line_of_its_column(lang):
    seen = 0
    for sheet in SHEETS.values():
        whole = (297.0 if sheet.landscape else 210.0) - LEFT - RIGHT
        for field in (field for section in sheet.sections for field in section.fields):
            for grid in (block for block in blocks(GUIDE, field) if isinstance(block, Grid)):
                columns = getattr(grid.field, "columns", ())
                widths = shape_of(grid, whole, (lang,)).widths if columns else []
                for column, width in zip(columns, widths[len(widths) - len(columns) :], strict=True):
                    if column.kind == "date":
                        seen += 1
                        assert width >= (DATE if lang == "ja" else ISO) - 0.1, (sheet.id, field.id, column.id)
    assert seen > 10
