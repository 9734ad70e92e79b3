"""The rows of the reader's own sheet, as values: in use first, moved, taken out; and the link that carries them."""

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


def test_the_link_carries_the_sheet_beside_what_others_keep_in_it(ask):
    calls = [
        ["mySheet.written", "", ["one", "two"]],
        ["mySheet.written", "need=noise&mine=one", ["two"]],
        ["mySheet.written", "need=noise&mine=one", []],
        ["mySheet.written", "my-sheet", ["one"]],  # the link to a heading
    ]
    assert ask(SCRIPTS, calls) == ["mine=one.two", "need=noise&mine=two", "need=noise", "mine=one"]
