"""Reckoners in the browser: the same as in Python, by the same data."""

import random
from datetime import date, timedelta
from itertools import product

import pytest

from content.load import load
from content.reckoning import reckon
from macros.reckoner import rules

GUIDE = load()
SCRIPTS = ["dates", "inquiry", "reckoner-rules"]
FEE, RATE = GUIDE.reckoners


def agree(reckoner, given, ask) -> None:
    answers = ask(SCRIPTS, [["reckonerRules.reckon", rules(reckoner), each] for each in given])
    for each, answer in zip(given, answers, strict=True):
        ours = reckon(reckoner, each)
        assert answer == {**ours._asdict(), "asked": list(ours.asked), "warnings": list(ours.warnings)}, each


@pytest.mark.parametrize("reckoner", GUIDE.reckoners, ids=lambda each: each.id)
def test_the_browser_gives_the_examples_worked_by_hand(reckoner, ask):
    answers = ask(SCRIPTS, [["reckonerRules.reckon", rules(reckoner), each.given] for each in reckoner.examples])
    for example, answer in zip(reckoner.examples, answers, strict=True):
        assert {name: answer["shows"].get(name) for name in example.gives} == example.gives, example.id
        assert bool(answer["shows"]) == bool(example.gives), example.id


def test_both_sides_agree_on_every_way_of_answering(ask):
    choices = [each for each in FEE.questions if each.kind == "choice"]
    ways = product(*(["", *(choice.id for choice in each.choices)] for each in choices))
    every = [dict(zip([each.id for each in choices], way, strict=True)) for way in ways]
    costs = ["", "0", "1", "9", "10", "92999", "93000", "93001", "372000", "999999999"]
    agree(FEE, [{**way, "cost": costs[at % 10], "month": str(at % 13 or "")} for at, way in enumerate(every)], ask)


def test_both_sides_agree_on_every_share_of_up_to_sixty_people(ask):
    agree(RATE, [{"total": str(all), "in-work": str(some)} for all in range(61) for some in range(all + 2)], ask)


def changes(step: int):
    chance = random.Random(step)
    for at in range(0, (date(2045, 12, 31) - date(2018, 4, 1)).days, step):
        left = date(2018, 4, 1) + timedelta(days=at)
        started = left + timedelta(days=chance.choice((-1, 0, 1, 2, 14, 27, 28, 29, 30, 31, 32, 60)))
        year = str(chance.choice(("", 1899, 1900, 2023, 2024, 2026, 2027, 2100, 2101)))
        first, new = chance.choice(("", "yes", "no")), chance.choice(("", "yes", "no"))
        yield {
            "left": left.isoformat(),
            "started": started.isoformat(),
            "first-change": first,
            "year": year,
            "new-provider": new,
        }


def test_both_sides_agree_on_changes_of_job(ask):
    agree(RATE, list(changes(7)), ask)


@pytest.mark.matrix
def test_both_sides_agree_on_changes_of_job_on_every_day(ask):
    agree(RATE, list(changes(1)), ask)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("20", "20"),
        ("２０", "20"),
        (" 20人 ", "20"),
        ("35,120円", "35120"),
        ("３５，１２０", "35120"),
        ("007", "7"),
        ("0", "0"),
        ("2027年度", "2027"),
        ("20 people", "20"),
        ("", None),
        ("1,234,567", "1234567"),
        ("1,5", None),
        ("20 30", None),
        ("-1", None),
        ("1.5", None),
        ("二十", None),
        ("1e3", None),
        ("1234567890", None),
        ("abc", None),
        ("約20", None),
    ],
)
def test_a_whole_number_is_read_as_people_type_it(ask, typed, number):
    (found,) = ask(SCRIPTS, [["reckonerRules.whole", typed]])
    assert found == number
