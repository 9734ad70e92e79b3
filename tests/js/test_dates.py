"""The same days on both sides: Python, which the sheets use, and the script that the reader's browser runs."""

from datetime import date, timedelta

import pytest
import yaml

from conftest import ROOT
from content.load import load
from content.milestones import milestones
from macros.dates import date_words, reckoned

GUIDE = load()
ROUTES = {route.id: route for route in GUIDE.routes}
VECTORS = yaml.safe_load((ROOT / "tests/dates.yml").read_text("utf-8"))
COLUMNS = ("follow-up", "can-start", "latest-end", "sharing", "preparation", "plan-review", "renewals")
TABLES = [(route, *row) for route, rows in VECTORS["tables"].items() for row in rows]
EPOCH = date(1970, 1, 1)


def number(day: date) -> int:
    return (day - EPOCH).days


def named(vector):
    return f"{vector[0]} from {vector[1]}"


def first_of(found, rule):
    """The vector tables hold one day a rule: the follow-up's last, the others' first."""
    return found[rule][0][1 if rule == "follow-up" else 0]


def test_there_are_enough_vectors():
    assert len(TABLES) + len(VECTORS["cases"]) + sum(len(route.examples) for route in GUIDE.routes) >= 60


@pytest.mark.parametrize("vector", TABLES, ids=named)
def test_python_gives_the_days_worked_by_hand(vector):
    route, first, *expected = vector
    found = milestones(ROUTES[route], first)
    assert [first_of(found, rule) for rule in COLUMNS] == expected


def test_the_browser_gives_the_days_worked_by_hand(ask):
    calls = [["dates.milestones", reckoned(ROUTES[route]), {"first": number(first)}] for route, first, *_ in TABLES]
    for answer, (route, first, *expected) in zip(ask(["dates"], calls), TABLES, strict=True):
        days = [EPOCH + timedelta(days=first_of(answer["days"], rule)) for rule in COLUMNS]
        assert days == expected, f"{route} from {first}"


def spans(days):
    return [list(each) if isinstance(each, list) else [each, each] for each in days]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_other_days_given(case, ask):
    given = dict(case["given"])
    found = milestones(ROUTES[case["route"]], given.pop("first"), **given)
    numbers = {name: number(day) for name, day in case["given"].items()}
    (answer,) = ask(["dates"], [["dates.milestones", reckoned(ROUTES[case["route"]]), numbers]])
    for rule, days in case["gives"].items():
        assert [list(each) for each in found[rule]] == spans(days), rule
        assert answer["days"][rule] == [[number(first), number(last)] for first, last in spans(days)], rule
    assert answer["wrong"] == []


def agree(route, days, ask) -> None:
    answers = ask(["dates"], [["dates.milestones", reckoned(route), {"first": number(day)}] for day in days])
    for day, answer in zip(days, answers, strict=True):
        ours = {rule: [[number(a), number(b)] for a, b in found] for rule, found in milestones(route, day).items()}
        assert {rule: found for rule, found in ours.items() if rule in answer["days"]} == answer["days"], day


def every_day(route) -> list[date]:
    """All first days from the route's first through 2040."""
    return [route.since + timedelta(days=n) for n in range((date(2040, 12, 31) - route.since).days + 1)]


@pytest.mark.parametrize("route", GUIDE.routes, ids=lambda route: route.id)
def test_python_and_browser_agree_at_the_ends_of_months_and_on_days_between(route, ask):
    agree(
        route,
        [day for number, day in enumerate(every_day(route)) if day.day in (1, 2, 28, 29, 30, 31) or not number % 9],
        ask,
    )


@pytest.mark.matrix
@pytest.mark.parametrize("route", GUIDE.routes, ids=lambda route: route.id)
def test_python_and_browser_agree_on_every_day(route, ask):
    agree(route, every_day(route), ask)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_typed_dates_are_read_in_every_usual_form_and_others_get_their_message(lang, ask):
    spoken = date_words(GUIDE, lang)
    answers = ask(["dates"], [["dates.read", text, spoken] for text, _ in VECTORS["typed"]])
    for (text, expected), answer in zip(VECTORS["typed"], answers, strict=True):
        if "Apr" in text and lang == "ja":  # months by name are read on English pages
            expected = "unreadable"
        if isinstance(expected, str):
            assert answer["wrong"] == expected, text
            assert expected == "empty" or expected in spoken
        else:
            assert answer == {"day": number(expected)}, text


def test_a_day_is_shown_with_weekday_and_era(ask):
    days = [date(2019, 4, 30), date(2019, 5, 1), date(2026, 11, 23), date(2028, 2, 29)]
    calls = [["dates.show", number(day), date_words(GUIDE, lang)] for lang in ("ja", "en") for day in days]
    assert ask(["dates"], calls) == [
        "2019年4月30日（火）平成31年",
        "2019年5月1日（水）令和元年",
        "2026年11月23日（月）令和8年",
        "2028年2月29日（火）令和10年",
        "Tue 30 April 2019 (Heisei 31)",
        "Wed 1 May 2019 (Reiwa 1)",
        "Mon 23 November 2026 (Reiwa 8)",
        "Tue 29 February 2028 (Reiwa 10)",
    ]


@pytest.mark.parametrize(
    ("given", "field", "why"),
    [
        ({"first": date(2018, 3, 31)}, "first", "too_early"),
        ({"first": date(2025, 4, 1), "start": date(2025, 9, 30)}, "start", "too_early"),
        ({"first": date(2025, 4, 1), "start": date(2028, 10, 1)}, "start", "too_late"),
        ({"first": date(2025, 4, 1), "review": date(2025, 9, 1)}, "review", "too_early"),
        ({"first": date(2025, 4, 1), "left": date(2025, 3, 31)}, "left", "too_early"),
        ({"first": date(2025, 4, 1), "left": date(2026, 3, 31), "again": date(2026, 3, 31)}, "again", "too_early"),
    ],
)
def test_days_that_cannot_be_are_refused_on_both_sides(given, field, why, ask):
    (answer,) = ask(
        ["dates"], [["dates.milestones", reckoned(ROUTES["standard"]), {k: number(v) for k, v in given.items()}]]
    )
    assert [(slip["field"], slip["why"]) for slip in answer["wrong"]] == [(field, why)]
    if field != "again":  # the sheets don't ask for the new job's first day
        ours = dict(given)
        with pytest.raises(ValueError, match=r"\d{4}-\d{2}-\d{2}"):
            milestones(ROUTES["standard"], ours.pop("first"), **ours)
