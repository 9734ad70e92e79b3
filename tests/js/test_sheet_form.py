"""The means of an assessment and the radar drawn from them; what comes from the browser's storage; a file's month."""

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
    assert ask(["sheet-form-means"], [["assessed.mean", answers, count]]) == [expected]


def test_the_radar_skips_what_has_no_mean(ask):
    assert ask(["sheet-form-means"], [["assessed.corners", [4, None, None, 2]]]) == [[[500, 80], [290, 500]]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"name": "A", "agreed": true, "on": "2026-04-01"}', {"name": "A", "agreed": True, "on": "2026-04-01"}),
        ('{"name": 7, "deep": {"a": 1}, "off": false, "list": []}', {}),  # nothing that a form ever held
        ('{"__proto__": "x", "name": "A"}', {"__proto__": "x", "name": "A"}),  # a name like others
        ("{bad", None),
        ("null", None),
        ("[1, 2]", None),
        ('"words"', None),
        ("", None),
    ],
)
def test_what_was_kept_passes_a_door(ask, text, values):
    assert ask(["sheet-form-values"], [["sheetValues.kept", text]]) == [values]


def test_a_files_month_is_that_of_the_latest_day(ask):
    days = [["2026-04-01"], ["2026-11-30", "2026-04-01"], []]
    assert ask(["sheet-form-values"], [["sheetValues.month", each] for each in days]) == ["2026-04", "2026-11", ""]
