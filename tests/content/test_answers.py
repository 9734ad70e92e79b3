"""Answers and first aid as data: each has somebody to ask, and words for the person are easy."""

from __future__ import annotations

import re

import pytest

from content.evidence import LOOKED_UP
from content.load import load

GUIDE = load()
ANSWERS = [answer for answers in GUIDE.answers.values() for answer in answers]


def test_answers_are_told_apart():
    for lang in ("ja", "en"):
        questions = [answer.question[lang] for answer in ANSWERS]
        assert len(questions) == len(set(questions))


def test_who_asks_has_four_ways_to_ask():
    few = [
        entry.id for entry in (*ANSWERS, *GUIDE.elsewhere) if min(map(len, (entry.asked_as.ja, entry.asked_as.en))) < 4
    ]
    assert few == []


def test_an_answer_that_only_asks_is_counted_apart():
    only = [answer.id for answer in ANSWERS if answer.only_asks]
    assert only == ["what-is-not-known-about-fees"]


def test_an_answer_that_claims_a_rule_rests_on_more_than_one_page_that_is_not_official():
    """An official text, the reprint of a law, a notice or an office's page, or two sources that know nothing of each other."""
    sources = {source.id: source for source in GUIDE.sources}
    weak = []
    for answer in ANSWERS:
        cited = [rests for rests in answer.rests if sources[rests.source].kind != "ours"]
        official = any(
            rests.how == "official" or (rests.how == "reprint" and sources[rests.source].kind in LOOKED_UP)
            for rests in cited
        )
        if not (official or len({rests.source for rests in cited}) > 1 or answer.only_asks):
            weak.append(answer.id)
    assert weak == []


def test_every_trouble_has_first_aid():
    assert [aid.id for aid in GUIDE.first_aid] == ["danger", "harassment", "dismissal", "refusal", "worsening"]


@pytest.mark.parametrize("aid", GUIDE.first_aid, ids=lambda aid: aid.id)
def test_first_aid_for_the_person_is_short(aid):
    """Sentences of 25 letters on average and 40 at most."""
    said = [*aid.person.steps, *aid.person.say, *aid.person.avoid]
    sentences = [each for text in said for each in re.split("[。「」]", text.ja) if each]
    assert max(map(len, sentences)) <= 40
    assert sum(map(len, sentences)) / len(sentences) <= 25


def test_where_a_life_is_in_danger_ambulance_and_police_come_first():
    aid = next(aid for aid in GUIDE.first_aid if aid.id == "danger")
    assert aid.person.call[:2] == aid.beside.call[:2] == ("ambulance", "police")
