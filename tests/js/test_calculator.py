"""What the calculator tells of a route's days, and what it hands on: values in, values out."""

from datetime import date

import pytest

from content.load import load
from macros.dates import date_words, reckoned

GUIDE = load()
SPOKEN = GUIDE.ui.group("calculator", "spoken", "en")
WORDS = date_words(GUIDE, "en")
DAYS = ["dates", "calculator-days"]
TAKE = ["dates", "dates-read", "calculator-days", "take-along", "calculator-along", "calculator-take"]
CELLS = {"who": "provider", "marks": "must", "certainty": "set by rule", "rule": "why", "source": "law", "how": "read"}


def entry(id, index, count, when, rhythm=False):
    return {"id": id, "index": index, "count": count, "when": when, "rhythm": rhythm, "cells": {"name": id, **CELLS}}


ENTRIES = [
    entry("start", 0, 1, [274, 274]),  # 1970-10-02
    entry("report", 0, 2, [303, 303], rhythm=True),
    entry("report", 1, 2, [333, 333], rhythm=True),
    entry("end", 0, 1, [1000, 1002]),
]
SHOWN = {"route": "standard", "name": "The standard route", "first": "1970-04-02", "id": "x1", "entries": ENTRIES}
OPTIONS = {"label": "", "monthly": False, "note": "a guide", "now": 0, "spoken": SPOKEN}


def test_dates_come_in_the_order_of_days(ask):
    rules = [{"id": "late", "rhythm": False}, {"id": "often", "rhythm": True}]
    (found,) = ask(DAYS, [["calculatorDays.entries", rules, {"late": [[50, 60]], "often": [[10, 10], [70, 70]]}]])
    assert [(each["id"], each["index"], each["when"][0]) for each in found] == [
        ("often", 0, 10),
        ("late", 0, 50),
        ("often", 1, 70),
    ]


def test_the_next_date_begins_today_or_later_and_the_current_one_is_not_over(ask):
    calls = [[f"calculatorDays.{which}", ENTRIES, 1001] for which in ("next", "current")]
    assert [each and each["id"] for each in ask(DAYS, calls)] == [None, "end"]


@pytest.mark.parametrize(
    ("now", "names"),
    [
        (0, ["start"]),
        (274, ["start"]),  # today is still to do
        (275, ["report"]),  # of the rhythm too: the nearest is the next
        (304, ["report"]),
        (334, ["end"]),
        (1001, ["end"]),  # what has begun must be done by its last day
        (1003, []),
    ],
)
def test_what_comes_next_is_the_nearest_of_any_kind(ask, now, names):
    (found,) = ask(DAYS, [["calculatorDays.coming", ENTRIES, now]])
    assert [each["id"] for each in found] == names


def test_everything_that_falls_on_the_nearest_day_comes_next(ask):
    all = [
        entry("span", 0, 1, [10, 40]),
        entry("a", 0, 1, [40, 40]),
        entry("b", 0, 1, [40, 44]),
        entry("c", 0, 1, [41, 41]),
    ]
    (found,) = ask(DAYS, [["calculatorDays.coming", all, 20]])
    assert [each["id"] for each in found] == ["span", "a", "b"]


def test_a_year_has_twelve_months_with_what_falls_into_them(ask):
    (months,) = ask(DAYS, [["calculatorDays.months", ENTRIES, 273]])  # 1 October 1970
    assert len(months) == 12
    assert [each["id"] for each in months[0]["single"]] == ["start"]
    assert [[each["index"] for each in month["rhythm"]] for month in months[:3]] == [[0], [1], []]


def test_a_sheet_of_a_year_begins_now_or_with_a_year_of_the_service(ask):
    service = {"start": 273, "end": 273 + 3 * 365}
    (found, over) = ask(DAYS, [["calculatorDays.years", service, 91, now] for now in (150, 9999)])
    assert [each["number"] for each in found] == [0, 1, 2, 3, 4][: len(found)]
    assert found[0]["from"] == 120  # 1 May 1970
    assert [each["number"] for each in over] == [each["number"] for each in found[1:]]


def test_the_rhythm_stands_rule_by_rule(ask):
    (found,) = ask(DAYS, [["calculatorDays.rhythms", ENTRIES]])
    assert [[each["index"] for each in times] for times in found] == [[0, 1]]


@pytest.mark.parametrize(
    ("span", "key", "days"),
    [
        ([90, 110], "going_on", 10),
        ([100, 120], "is_today", 0),
        ([101, 101], "tomorrow", 1),
        ([99, 99], "yesterday", 1),
        ([130, 140], "in_days", 30),
        ([60, 70], "past", 30),
    ],
)
def test_how_far_off_a_date_is(ask, span, key, days):
    assert ask(DAYS, [["calculatorDays.away", span, 100, SPOKEN]]) == [SPOKEN[key].replace("{days}", str(days))]


STANDARD, _, RETURN = (reckoned(route) for route in GUIDE.routes)


@pytest.mark.parametrize(
    ("first", "start", "warnings"),
    [
        (273, 273, []),  # 1 October 1970
        (273, 280, ["mid-month"]),
        (272, 273, ["month-end"]),  # 30 September
        (273, 272, ["month-end", "mid-month"]),
    ],
)
def test_warnings_where_months_lack_the_day_or_the_service_begins_mid_month(ask, first, start, warnings):
    points = {"first-day": first, "start": start}
    assert ask(DAYS, [["calculatorDays.warned", STANDARD, {"hired": first}, points]]) == [["always", *warnings]]


@pytest.mark.parametrize(
    ("last_use", "warning"), [(None, "last-use-open"), (272, None), (273, "last-use-later"), (300, "last-use-later")]
)
def test_a_return_to_work_says_what_its_last_day_of_use_did(ask, last_use, warning):
    given = {"returned": 273} | ({} if last_use is None else {"last-use": last_use})
    points = {"first-day": 304, "start": 365, "returned": 273}
    (found,) = ask(DAYS, [["calculatorDays.warned", RETURN, given, points]])
    assert [each for each in found if each.startswith("last-use")] == ([warning] if warning else [])


@pytest.mark.parametrize(
    ("given", "once", "verdict"),
    [
        ({}, False, ""),
        ({"left": 5}, False, "open"),
        ({"left": 5, "again": 20}, False, "counted"),
        ({"left": 5, "again": 21}, False, "too_late_again"),
        ({"left": 5, "again": 20}, True, "twice"),
    ],
)
def test_a_new_job_counts_within_its_time_of_grace_and_once(ask, given, once, verdict):
    assert ask(DAYS, [["calculatorDays.verdict", given, once, [6, 20]]]) == [verdict]


def test_a_link_brings_back_what_was_entered(ask):
    state = {"route": "standard", "once": True, "days": {"hired": "2026-04-01", "left": "2027-01-31"}}
    (link,) = ask(TAKE, [["calculatorTake.written", state]])
    assert link == "route=standard&hired=2026-04-01&left=2027-01-31&once=1"
    assert ask(TAKE, [["calculatorTake.restored", link, ["standard"]]]) == [state]


@pytest.mark.parametrize(
    "link", ["", "how-we-count", "route=unheard-of&hired=2026-04-01", "route=__proto__", "%", "&&==&"]
)
def test_a_link_that_names_no_route_brings_nothing(ask, link):
    assert ask(TAKE, [["calculatorTake.restored", link, ["standard"]]]) == [None]


@pytest.mark.parametrize("day", ["2026-02-31", "soon", "2026-13-45", "99999-01-01", "-0001-01-01", "<b>"])
def test_what_is_no_day_comes_to_the_field_as_it_stands_and_is_refused_there(ask, day):
    """Not moved to another day, and not dropped: the field says what is wrong with it."""
    (state,) = ask(TAKE, [["calculatorTake.restored", f"route=standard&hired={day}", ["standard"]]])
    assert state["days"] == {"hired": day}
    (answer,) = ask([*TAKE, "date-field"], [["dateFields.entered", day, WORDS]])
    assert "day" not in answer
    assert answer["message"]


def test_two_people_who_begin_on_one_day_never_share_an_event(ask):
    two = [{**SHOWN, "id": id} for id in ("x1", "x2")]
    a, b = ask(TAKE, [["calculatorAlong.events", each, OPTIONS] for each in two])
    assert {each["uid"] for each in a}.isdisjoint(each["uid"] for each in b)
    a, b, same = ask(TAKE, [["calculatorAlong.events", SHOWN, {**OPTIONS, "label": label}] for label in "ABＡ"])
    assert {each["uid"] for each in a}.isdisjoint(each["uid"] for each in b)
    assert [each["uid"] for each in a] == [each["uid"] for each in same]  # full width is the same label


@pytest.mark.parametrize("label", ["A", "山田", "a b", "利用者12", "'; --", "%41", "\U00020bb7"])
def test_a_label_keeps_the_identity_of_events_whatever_day_or_route_is_corrected(ask, label):
    other = {**SHOWN, "first": "1970-05-01", "route": "return-to-work", "id": "x9"}
    a, b = ask(TAKE, [["calculatorAlong.events", each, {**OPTIONS, "label": label}] for each in (SHOWN, other)])
    assert [each["uid"] for each in a] == [each["uid"] for each in b]
    assert all(each["uid"].isascii() and " " not in each["uid"] for each in a)
    assert [each["name"] for each in a] == [f"{label}: start", f"{label}: end"]


def test_a_calendar_holds_the_rhythm_only_where_it_is_asked_for(ask):
    alone, monthly = ask(TAKE, [["calculatorAlong.events", SHOWN, {**OPTIONS, "monthly": on}] for on in (False, True)])
    assert [each["uid"] for each in alone] == [
        f"{id}-1-standard-1970-04-02-x1@teichaku-guide" for id in ("start", "end")
    ]
    assert len(monthly) == 4
    assert {key: alone[1][key] for key in ("first", "after", "name", "about")} == {
        "first": "1972-09-27",
        "after": "1972-09-30",  # the day after the last
        "name": "end",
        "about": "why\nlaw (read)\na guide",
    }


@pytest.mark.parametrize(
    ("now", "days"), [(100, 7), (992, 7), (993, 1), (998, 1), (999, None), (1000, None), (1001, None), (1003, None)]
)
def test_nothing_that_has_begun_or_is_over_reminds_and_nothing_reminds_in_the_past(ask, now, days):
    (events,) = ask(TAKE, [["calculatorAlong.events", SHOWN, {**OPTIONS, "now": now}]])
    alarm = events[1].get("alarm")
    assert (alarm and alarm["days"]) == days
    if alarm:
        assert now < 1000 - alarm["days"]
        assert "end" in alarm["words"] and "{" not in alarm["words"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_spreadsheet_has_a_head_and_days_that_it_can_sort_and_nothing_that_ages(ask, lang):
    heads = [each[lang] for each in GUIDE.ui.family("calculator")["columns"].values()]
    (rows,) = ask(TAKE, [["calculatorAlong.table", SHOWN, "A", heads]])
    assert rows[0] == heads
    assert {len(row) for row in rows} == {len(heads)}
    assert rows[1] == ["A", "The standard route", "1970-10-02", "1970-10-02", "1", "1", "start", *CELLS.values()]
    assert rows[3][4:6] == ["2", "2"]  # each date of the rhythm has a row
    assert rows[4][2:4] == ["1972-09-27", "1972-09-29"]
    for row in rows[1:]:
        assert row[2] == date.fromisoformat(row[2]).isoformat() <= row[3]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_copied_text_has_a_line_a_date_and_one_a_rhythm(ask, lang):
    words, spoken = date_words(GUIDE, lang), GUIDE.ui.group("calculator", "spoken", lang)
    (lines,) = ask(TAKE, [["calculatorAlong.lines", SHOWN, words, spoken]])
    assert [line[1].split(" ")[0] for line in lines] == ["start", "end", "report"]
    shown = "1970年10月2日（金）昭和45年" if lang == "ja" else "Fri 2 October 1970 (Showa 45)"
    assert lines[0][0] == shown
    assert "2" in lines[2][1]


def test_a_schedule_takes_the_first_day_the_last_day_of_each_date_and_whose_it_is(ask):
    values, nobodys = ask(TAKE, [["calculatorAlong.schedule", SHOWN, label] for label in ("A", "")])
    assert values["name"] == "A"
    assert "name" not in nobodys
    assert values["first-day"] == "1970-04-02"
    assert values["end-1-day"] == "1972-09-29"
    assert values["report-2-day"] == "1970-11-30"
