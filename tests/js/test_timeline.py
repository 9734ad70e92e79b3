"""Keys in a timeline's toolbar, and what stays in view when it is zoomed."""

import pytest


@pytest.mark.parametrize(
    ("key", "at", "to"),
    [
        ("ArrowRight", 0, 1),
        ("ArrowDown", 1, 2),
        ("ArrowLeft", 2, 1),
        ("ArrowUp", 1, 0),
        ("ArrowRight", 2, 0),  # and around
        ("ArrowLeft", 0, 2),
        ("Home", 2, 0),
        ("End", 0, 2),
        ("Tab", 1, None),
        ("Enter", 1, None),
    ],
)
def test_keys_lead_from_button_to_button(ask, key, at, to):
    assert ask(["timeline"], [["timelines.moved", key, at, 3]]) == [to]


def test_a_stage_shows_the_cells_that_reach_into_it(ask):
    spans = [(0, 0), (0, 2), (1, 1), (2, 3)]
    assert ask(["timeline"], [["timelines.within", "1", *span] for span in spans]) == [False, True, True, False]


def test_the_whole_shows_every_cell(ask):
    assert ask(["timeline"], [["timelines.within", "", 3, 3]]) == [True]
