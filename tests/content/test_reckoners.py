"""Small reckonings: the examples worked by hand come out, and every way of answering leads to one band."""

from itertools import product

import pytest
from pydantic import TypeAdapter, ValidationError

from content.load import known_ids, load
from content.reckoners import Reckoner
from content.reckoning import holds, reckon

GUIDE = load()
RECKONERS = {each.id: each for each in GUIDE.reckoners}
EXAMPLES = [pytest.param(each, one, id=one.id) for each in GUIDE.reckoners for one in each.examples]
FEE, RATE = RECKONERS["fee-band"], RECKONERS["retention-rate"]


@pytest.mark.parametrize(("reckoner", "example"), EXAMPLES)
def test_an_example_worked_by_hand_comes_out(reckoner, example):
    found = reckon(reckoner, example.given).shows
    assert {name: found.get(name) for name in example.gives} == example.gives
    assert bool(found) == bool(example.gives)


def test_every_way_of_answering_leads_to_exactly_one_band():
    choices = [each for each in FEE.questions if each.kind == "choice"]
    ways = [
        dict(zip([each.id for each in choices], way, strict=True))
        for way in product(*([choice.id for choice in each.choices] for each in choices))
    ]
    for answers in ways:
        found = reckon(FEE, answers)
        assert not found.remaining and "band" in found.shows, answers
        kept = {id: answers[id] for id in found.asked if id in answers}
        assert len([band for band in FEE.bands if holds(band.when, kept)]) == 1, answers
    assert {reckon(FEE, answers).shows["band"] for answers in ways} == {band.id for band in FEE.bands}


def test_no_band_is_told_before_every_question_is_answered():
    found = reckon(FEE, {"public-assistance": "no", "tax": "either"})
    assert found.remaining == 1 and found.shows == {}


def test_a_question_that_is_no_longer_asked_does_not_count():
    found = reckon(FEE, {"public-assistance": "yes", "tax": "either", "home": "group-home"})
    assert found.shows["band"] == "zero-public-assistance"


@pytest.mark.parametrize(
    ("given", "warning"),
    [
        ({"total": "0", "in-work": "0"}, "nobody"),
        ({"total": "3", "in-work": "4"}, "too-many"),
        ({"total": "20", "in-work": "19"}, "near-line"),  # exactly on it
        ({"total": "1000", "in-work": "945"}, "near-line"),  # half a point below
        ({"total": "1000", "in-work": "944"}, None),
        ({"total": "1000", "in-work": "955"}, "near-line"),
        ({"total": "1000", "in-work": "956"}, None),
        ({"total": "100", "in-work": "0"}, None),  # there is no line at nothing
        ({"new-provider": "no"}, "new-provider"),
        ({"new-provider": "yes"}, None),
        ({"year": "2023"}, "other-year"),
        ({"year": "2024"}, None),
        ({"year": "2026"}, None),
        ({"year": "2027"}, "other-year"),
        ({"left": "2026-06-15", "started": "2026-06-15"}, "before-leaving"),
        ({"left": "2026-06-15", "started": "2026-06-16"}, None),
    ],
)
def test_what_to_mind_is_said(given, warning):
    assert reckon(RATE, given).warnings == ((warning,) if warning else ())


def test_a_tenth_that_is_no_whole_yen_is_said_to_be_cut():
    given = {"public-assistance": "no", "tax": "either", "home": "group-home"}
    assert reckon(FEE, {**given, "cost": "35121"})[2:] == (
        {"band": "general-2", "value": "37200", "pays": "3512"},
        ("fraction",),
    )
    assert reckon(FEE, {**given, "cost": "999999"}).warnings == ()  # the ceiling holds


@pytest.mark.parametrize(
    ("left", "started", "counts"),
    [
        ("2027-03-31", "2027-04-01", "yes"),  # in work on 31 March in the old job
        ("2027-03-30", "2027-03-31", "yes"),  # and in the new one
        ("2027-03-30", "2027-04-01", "ask"),
        ("2026-12-10", "2027-01-05", "yes"),
    ],
)
def test_whoever_is_between_two_jobs_on_the_day_is_asked_about(left, started, counts):
    assert reckon(RATE, {"left": left, "started": started, "first-change": "yes"}).shows["counts"] == counts


def test_every_amount_has_a_source_and_a_day():
    for reckoner in GUIDE.reckoners:
        rules = {rule.id: rule for rule in reckoner.rules}
        for band in reckoner.bands:
            for rule in band.rules:
                assert rules[rule].source and len(rules[rule].as_of) >= len("2024-04"), (reckoner.id, band.id)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda raw: raw["bands"][0]["rules"].append("unheard-of"), "there is no rule"),
        (lambda raw: raw["bands"][0].pop("value"), "value: is missing"),
        (lambda raw: raw["bands"][0]["when"][0].update({"taxx": ["yes"]}), "there is no question"),
        (lambda raw: raw["bands"][0]["when"][0].update({"tax": ["yess"]}), "there is no choice"),
        (lambda raw: raw["examples"][0]["given"].update({"taxx": "yes"}), "there is no question"),
        (lambda raw: raw["outcomes"][0].update({"id": "pay"}), "Input should be"),
    ],
)
def test_a_slip_in_a_reckoner_is_refused(change, says):
    raw = FEE.model_dump(mode="json", by_alias=True)
    change(raw)
    ids = known_ids({"sources": [{"id": each.id} for each in GUIDE.sources]})
    with pytest.raises(ValidationError, match=says):
        TypeAdapter(Reckoner).validate_python(raw, context=ids)


def test_bands_of_a_share_go_down_to_nothing():
    raw = RATE.model_dump(mode="json", by_alias=True)
    raw["bands"].reverse()
    with pytest.raises(ValidationError, match="from the highest share down"):
        TypeAdapter(Reckoner).validate_python(raw, context={})
