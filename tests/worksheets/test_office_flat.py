"""However many stand in a roster, memory holds the roster's own bytes, and eight bytes for each name that must differ."""

from __future__ import annotations

import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from content.load import load
from worksheets.made import LIST, Shelf
from worksheets.office.fill import Filler, all_fields
from worksheets.office.folder import folder
from worksheets.office.roster import roster
from worksheets.office.tables import tables, xlsx_bytes
from worksheets.sums import Sums, repeated

GUIDE = load()
SHEET = "support-report"


def table(path: Path, people: int) -> Path:
    """A roster with labels."""
    rows = "".join(f"利用者{number},P{number:06},2025/4/{number % 28 + 1}\n" for number in range(people))
    path.write_text(f"氏名,記号,就職日\n{rows}", encoding="utf-8")
    return path


def peak(place: Path, people: int) -> int:
    """Bytes that Python holds at most while everybody's sheet is named, made and noted, without the roster's own."""
    path = table(place / f"{people}.csv", people)
    tracemalloc.start()
    try:
        found = roster(GUIDE, tables(path), all_fields(GUIDE, SHEET))
        filler = Filler(GUIDE, SHEET, "ja", date(2026, 11, 1), found)
        assert not list(filler.twice())
        with folder(place / f"out-{people}") as out:
            for job in filler.jobs():
                out.put(job.name, b"")
        return tracemalloc.get_traced_memory()[1] - path.stat().st_size
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_ten_times_the_people_take_a_few_bytes_more_each(tmp_path: Path) -> None:
    peak(tmp_path, 1)
    few, many = peak(tmp_path, 300), peak(tmp_path, 3000)
    assert (many - few) / 2700 < 100  # the lists' first spare places are among it


def test_everybody_is_read_again_as_they_were_read_at_first(tmp_path: Path) -> None:
    rows = [["名簿"], [], ["氏名", "記号", "就職日"], ["青木", "A", "2025-04-01"], [], ["井上", "", "2025-05-01"]]
    (tmp_path / "r.xlsx").write_bytes(xlsx_bytes({"x": rows}))
    found = roster(GUIDE, tables(tmp_path / "r.xlsx"), ())
    for _ in range(2):
        assert [(each.row, each.name, each.label) for each in found.people] == [(4, "青木", "A"), (6, "井上", "006")]
        assert [list(each.cells.values())[-1] for each in found.people] == ["2025-04-01", "2025-05-01"]
    assert len(found.people) == 2


def test_two_with_one_label_are_named_with_the_row_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("氏名,記号\n青木,A\n井上,B\n上田,A\n江川,A\n", encoding="utf-8")
    found = roster(GUIDE, tables(tmp_path / "r.csv"), ())
    assert [(slip.row, slip.value, slip.why.key) for slip in found.slips] == [
        (4, "A", "label-twice"),
        (5, "A", "label-twice"),
    ]


def test_a_text_is_in_the_set_once_it_was_put_there() -> None:
    sums = Sums()
    for number in range(5000):
        sums.add(str(number))
    assert "4999" in sums
    assert "5000" not in sums
    assert list(repeated(lambda: [("a", 1), ("", 2), ("", 3), ("b", 4), ("a", 5)])) == [("a", 5, 1)]


@pytest.mark.parametrize("again", [False, True])
def test_a_file_written_twice_has_one_line_in_the_list_and_is_still_known(tmp_path: Path, again: bool) -> None:
    shelf = Shelf(tmp_path)
    shelf.write("a.docx", b"1")
    shelf.write("b.docx", b"1")
    if again:
        shelf = Shelf(tmp_path)
    shelf.write("a.docx", b"2")
    shelf.tidy()
    assert len((tmp_path / LIST).read_text().splitlines()) == 2
    assert not Shelf(tmp_path).touched(["a.docx", "b.docx"])
    (tmp_path / "a.docx").write_bytes(b"1 and more")
    assert Shelf(tmp_path).touched(["a.docx", "b.docx"]) == [tmp_path / "a.docx"]
