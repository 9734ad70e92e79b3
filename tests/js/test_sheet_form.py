"""The means of an assessment and the radar drawn from them."""

import pytest


@pytest.mark.parametrize(
    ("answers", "count", "expected"),
    [
        (["4", "3"], 2, {"value": 3.5, "answered": 2}),
        (["4", "―", ""], 3, {"value": None, "answered": 1}),  # fewer than half
        (["4", "―"], 2, {"value": 4, "answered": 1}),
        ([], 3, {"value": None, "answered": 0}),
    ],
)
def test_a_mean_needs_half_of_the_answers(ask, answers, count, expected):
    assert ask(["sheet-form"], [["assessed.mean", answers, count]]) == [expected]


def test_the_radar_skips_what_has_no_mean(ask):
    assert ask(["sheet-form"], [["assessed.corners", [4, None, None, 2]]]) == [[[500, 80], [290, 500]]]
