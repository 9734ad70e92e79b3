"""The same days on both sides: Python, which the sheets use, and the script that the reader's browser runs."""

from datetime import date, timedelta

import pytest
import yaml

from conftest import ROOT
from content.load import load
from content.milestones import first_day, milestones
from content.periods import last_day
from macros.dates import date_words, reckoned

pytestmark = pytest.mark.slow

GUIDE = load()
ROUTES = {route.id: route for route in GUIDE.routes}
VECTORS = yaml.safe_load((ROOT / "tests/dates.yml").read_text("utf-8"))
COLUMNS = ("follow-up", "can-start", "latest-end", "sharing", "preparation", "plan-review", "renewals")
TABLES = [(route, *row) for route, rows in VECTORS["tables"].items() for row in rows]
EPOCH = date(1970, 1, 1)


def number(day: date) -> int:
    return (day - EPOCH).days


def on_paper(route, first):
    """What the papers show where day 1 is `first`."""
    return {paper.id: first - timedelta(days=paper.adds) for paper in route.papers if paper.needed}


def numbers(given):
    return {name: number(day) for name, day in given.items()}


def split(route, given):
    """The days on the papers, and the others."""
    papers = {paper.id for paper in route.papers}
    return {k: v for k, v in given.items() if k in papers}, {k: v for k, v in given.items() if k not in papers}


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
    found = milestones(ROUTES[route], on_paper(ROUTES[route], first))
    assert [first_of(found, rule) for rule in COLUMNS] == expected


def test_the_browser_gives_the_days_worked_by_hand(ask):
    calls = [
        ["dates.milestones", reckoned(ROUTES[route]), numbers(on_paper(ROUTES[route], first))]
        for route, first, *_ in TABLES
    ]
    for answer, (route, first, *expected) in zip(ask(["dates"], calls), TABLES, strict=True):
        days = [EPOCH + timedelta(days=first_of(answer["days"], rule)) for rule in COLUMNS]
        assert days == expected, f"{route} from {first}"


def spans(days):
    return [list(each) if isinstance(each, list) else [each, each] for each in days]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_other_days_given(case, ask):
    route = ROUTES[case["route"]]
    papers, others = split(route, case["given"])
    found = milestones(route, papers, **others)
    (answer,) = ask(["dates"], [["dates.milestones", reckoned(route), numbers(case["given"])]])
    for rule, days in case["gives"].items():
        assert [list(each) for each in found[rule]] == spans(days), rule
        assert answer["days"][rule] == [[number(first), number(last)] for first, last in spans(days)], rule
    assert answer["wrong"] == []


def agree(route, given, ask) -> None:
    """Both sides give the same days for each of several sets of papers."""
    for at in range(0, len(given), 500):  # all at once would fill the memory
        some = given[at : at + 500]
        answers = ask(["dates"], [["dates.milestones", reckoned(route), numbers(papers)] for papers in some])
        for papers, answer in zip(some, answers, strict=True):
            ours = {id: [[number(a), number(b)] for a, b in found] for id, found in milestones(route, papers).items()}
            assert {id: found for id, found in ours.items() if id in answer["days"]} == answer["days"] != {}, papers


def every_day(route) -> list[date]:
    """All first days from the route's first through 2045."""
    return [route.since + timedelta(days=n) for n in range((date(2045, 12, 31) - route.since).days + 1)]


@pytest.mark.parametrize("route", GUIDE.routes, ids=lambda route: route.id)
def test_python_and_browser_agree_at_the_ends_of_months_and_on_days_between(route, ask):
    days = [day for at, day in enumerate(every_day(route)) if day.day in (1, 2, 28, 29, 30, 31) or not at % 9]
    agree(route, [on_paper(route, day) for day in days], ask)


@pytest.mark.matrix
@pytest.mark.parametrize("route", GUIDE.routes, ids=lambda route: route.id)
def test_python_and_browser_agree_on_every_day(route, ask):
    agree(route, [on_paper(route, day) for day in every_day(route)], ask)


LATER = (-400, -31, -2, -1, 0, 1, 2, 27, 28, 29, 30, 31, 89, 183, 364, 1000)  # days from the return to the last use


def test_a_last_use_before_or_after_the_return_gives_the_same_on_both_sides(ask):
    route = ROUTES["return-to-work"]
    days = [day for at, day in enumerate(every_day(route)) if day.day in (1, 29, 30, 31) or not at % 37]
    agree(
        route, [{"returned": day, "last-use": day + timedelta(days=LATER[at % 16])} for at, day in enumerate(days)], ask
    )


@pytest.mark.matrix
@pytest.mark.parametrize("later", LATER)
def test_a_last_use_gives_the_same_on_both_sides_on_every_day(later, ask):
    route = ROUTES["return-to-work"]
    agree(route, [{"returned": day, "last-use": day + timedelta(days=later)} for day in every_day(route)], ask)


def test_day_1_is_never_earlier_than_the_return_nor_the_day_after_the_last_use():
    route = ROUTES["return-to-work"]
    for at, day in enumerate(every_day(route)):
        last = day + timedelta(days=LATER[at % 16])
        first = first_day(route, {"returned": day, "last-use": last})
        assert first == max(day, last + timedelta(days=1))
        assert milestones(route, {"returned": day, "last-use": last})["latest-end"][0][0] <= last_day(day, 42)


def test_a_day_that_a_route_needs_is_asked_for_by_its_name(ask):
    with pytest.raises(ValueError, match="returned"):
        milestones(ROUTES["return-to-work"], {"last-use": date(2025, 4, 1)})
    with pytest.raises(AssertionError, match="returned"):
        ask(["dates"], [["dates.milestones", reckoned(ROUTES["return-to-work"]), {"last-use": 20_000}]])


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


def test_before_the_first_era_a_day_is_shown_without_one(ask):
    calls = [["dates.show", number(date(1900, 1, 1)), date_words(GUIDE, lang)] for lang in ("ja", "en")]
    assert ask(["dates"], calls) == ["1900年1月1日（月）", "Mon 1 January 1900"]


@pytest.mark.parametrize(
    "impossible", ["2026-02-31", "2025-02-29", "2026-13-01", "0000-00-00", "999999-01-01", "soon", ""]
)
def test_a_day_of_the_guides_own_that_is_none_is_never_moved(ask, impossible):
    with pytest.raises(AssertionError, match=r"there is no day|Invalid time value"):
        ask(["dates"], [["dates.fromIso", impossible]])


@pytest.mark.parametrize(
    ("route", "given", "field", "why"),
    [
        ("standard", {"hired": date(2018, 3, 31)}, "hired", "too_early"),
        ("standard", {"hired": date(2025, 4, 1), "start": date(2025, 9, 30)}, "start", "too_early"),
        ("standard", {"hired": date(2025, 4, 1), "start": date(2028, 10, 1)}, "start", "too_late"),
        ("standard", {"hired": date(2025, 4, 1), "review": date(2025, 9, 1)}, "review", "too_early"),
        ("standard", {"hired": date(2025, 4, 1), "left": date(2025, 3, 31)}, "left", "too_early"),
        (
            "standard",
            {"hired": date(2025, 4, 1), "left": date(2026, 3, 31), "again": date(2026, 3, 31)},
            "again",
            "too_early",
        ),
        ("working-hours-extension", {"last-use": date(2024, 3, 30)}, "last-use", "too_early"),  # day 1 is the day after
        ("return-to-work", {"returned": date(2024, 3, 31), "last-use": date(2024, 3, 1)}, "returned", "too_early"),
        ("return-to-work", {"returned": date(2024, 4, 1), "last-use": date(2027, 3, 31)}, "last-use", "none_left"),
    ],
)
def test_days_that_cannot_be_are_refused_on_both_sides(route, given, field, why, ask):
    (answer,) = ask(["dates"], [["dates.milestones", reckoned(ROUTES[route]), numbers(given)]])
    assert [(slip["field"], slip["why"]) for slip in answer["wrong"]] == [(field, why)]
    assert answer["days"] == {}  # nothing is shown beside a day that can't be
    if field != "again":  # the sheets don't ask for the new job's first day
        papers, others = split(ROUTES[route], given)
        with pytest.raises(ValueError, match=r"\d{4}-\d{2}-\d{2}"):
            milestones(ROUTES[route], papers, **others)


def test_the_first_last_day_of_use_that_counts_is_the_day_before_the_route_began(ask):
    given = {"last-use": number(date(2024, 3, 31))}
    (answer,) = ask(["dates"], [["dates.milestones", reckoned(ROUTES["working-hours-extension"]), given]])
    assert answer["wrong"] == []
