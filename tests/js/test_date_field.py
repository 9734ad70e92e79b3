"""What a field for a date makes of what is typed: a day, or words beside it."""

from datetime import date

import pytest

from content.days import LATEST
from content.load import load
from macros.dates import date_words

GUIDE = load()
SCRIPTS = ["dates", "dates-read", "date-field"]


def entered(ask, typed, lang="en"):
    (answer,) = ask(SCRIPTS, [["dateFields.entered", typed, date_words(GUIDE, lang)]])
    return answer


def test_an_empty_field_has_neither_day_nor_fault(ask):
    assert entered(ask, "  ") == {"message": ""}


def test_a_day_that_is_typed_is_a_day(ask):
    assert entered(ask, "R8.4.1") == {"day": (date(2026, 4, 1) - date(1970, 1, 1)).days, "message": ""}


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("2026-02-30", "no_such_day"), ("abc", "unreadable"), ("9999-01-01", "too_late"), ("昭和70年1月1日", "era_over")],
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_wrong_is_said_in_whole_words(ask, typed, wrong, lang):
    answer = entered(ask, typed, lang)
    assert answer["wrong"] == wrong
    assert answer["message"]
    assert "{" not in answer["message"] and "undefined" not in answer["message"]


def test_the_last_day_that_is_read_is_still_read(ask):
    assert "day" in entered(ask, LATEST)
