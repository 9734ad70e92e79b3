"""What the calculator tells of a route's days, and what it hands on: values in, values out."""

import pytest

from content.load import load

SPOKEN = load().ui.group("calculator", "spoken", "en")
DAYS = ["dates", "calculator-days"]
TAKE = ["dates", "calculator-days", "calculator-rows", "calculator-take"]
ENTRIES = [
    {"id": "start", "index": 0, "when": [274, 274], "rhythm": False},  # 1970-10-02
    {"id": "report", "index": 0, "when": [303, 303], "rhythm": True},
    {"id": "report", "index": 1, "when": [333, 333], "rhythm": True},
    {"id": "end", "index": 0, "when": [1000, 1002], "rhythm": False},
]
SHOWN = {"route": "standard", "first": "1970-04-02", "entries": ENTRIES}


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


def test_warnings_where_months_lack_the_day_or_the_service_begins_mid_month(ask):
    first_of_month, middle, late = 273, 280, 272  # 1 October, 8 October, 30 September 1970
    calls = [["calculatorDays.warned", first, start] for first, start in ((273, 273), (273, middle), (late, 273))]
    assert ask(DAYS, calls) == [["always"], ["always", "mid-month"], ["always", "month-end"]]
    assert ask(DAYS, [["calculatorDays.warned", first_of_month, late]]) == [["always", "month-end", "mid-month"]]


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
    state = {"route": "standard", "once": True, "days": {"first": "2026-04-01", "left": "2027-01-31"}}
    (link,) = ask(TAKE, [["calculatorTake.written", state]])
    assert link == "route=standard&first=2026-04-01&left=2027-01-31&once=1"
    assert ask(TAKE, [["calculatorTake.restored", link, ["standard"]]]) == [state]


@pytest.mark.parametrize("link", ["", "how-we-count", "route=unheard-of&first=2026-04-01"])
def test_a_link_that_names_no_route_brings_nothing(ask, link):
    assert ask(TAKE, [["calculatorTake.restored", link, ["standard"]]]) == [None]


def test_what_is_no_day_is_not_taken_from_a_link(ask):
    (state,) = ask(TAKE, [["calculatorTake.restored", "route=standard&first=soon&left=2027-01-31", ["standard"]]])
    assert state == {"route": "standard", "once": False, "days": {"left": "2027-01-31"}}


def test_a_calendar_holds_the_rhythm_only_where_it_is_asked_for(ask):
    texts = {id: {"name": id, "about": f"about {id}"} for id in ("start", "report", "end")}
    alone, monthly = ask(TAKE, [["calculatorTake.events", SHOWN, asked, texts] for asked in (False, True)])
    assert [each["uid"].partition("@")[0] for each in alone] == [
        "standard-1970-04-02-start-1",
        "standard-1970-04-02-end-1",
    ]
    assert len(monthly) == 4
    assert alone[1] == {
        "uid": "standard-1970-04-02-end-1@teichaku-guide",
        "first": "1972-09-27",
        "after": "1972-09-30",  # the day after the last
        "name": "end",
        "about": "about end",
    }


def test_a_schedule_takes_the_first_day_and_the_last_day_of_each_date(ask):
    (values,) = ask(TAKE, [["calculatorTake.schedule", SHOWN]])
    assert values["first-day"] == "1970-04-02"
    assert values["end-1-day"] == "1972-09-29"
    assert values["report-2-day"] == "1970-11-30"
