"""The rows of the reader's own sheet, as values: in use first, moved, taken out; and in the other language."""

import json

ONE, TWO, THREE = ({"values": [name, ""], "entry": name} for name in ("one", "two", "three"))
OWN = {"values": ["my own words", ""]}
SCRIPTS = ["my-sheet"]


def test_a_row_that_is_taken_out_leaves_no_gap(ask):
    assert ask(SCRIPTS, [["mySheet.removed", [ONE, TWO, THREE], at] for at in (0, 1, 2)]) == [
        [TWO, THREE],
        [ONE, THREE],
        [ONE, TWO],
    ]


def test_two_rows_change_places_with_all_they_hold(ask):
    assert ask(SCRIPTS, [["mySheet.swapped", [ONE, OWN, THREE], 1, 2]]) == [[ONE, THREE, OWN]]


def test_rows_that_hold_nothing_are_not_in_use(ask):
    empty = {"values": [" ", ""], "entry": "two"}
    assert ask(SCRIPTS, [["mySheet.inUse", [ONE, empty, OWN]]]) == [[ONE, OWN]]


def test_a_row_in_the_guides_words_is_said_in_the_other_language_and_own_words_stay(run):
    rows = [
        ({"values": ["静かな席", "窓側"]}, ["quiet", True], {"values": ["A quiet seat", "窓側"], "entry": "quiet"}),
        ({"values": ["静かな席、窓側", ""]}, ["quiet", False], {"values": ["静かな席、窓側", ""], "entry": "quiet"}),
        ({"values": ["own", ""]}, [None, False], {"values": ["own", ""]}),
        ({"values": ["own", ""]}, ["nosuch", True], {"values": ["own", ""]}),
        ({"values": ["own", ""]}, "hostile", {"values": ["own", ""]}),
    ]
    for row, given, expected in rows:
        titles = "new Map([['quiet', 'A quiet seat']])"
        call = f"return Teichaku.mySheet.translated({json.dumps(row)}, {json.dumps(given)}, {titles});"
        assert run(SCRIPTS, call) == expected
