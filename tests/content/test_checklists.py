"""Check sheets whose answers mean something: positive statements, one scale, the person's own words."""

import re

import pytest

from content.load import load

GUIDE = load()
ITEMS = [
    pytest.param(checklist, group, item, id=f"{checklist.id}-{item.id}")
    for checklist in GUIDE.checklists
    for group in checklist.groups
    for item in group.items
]
# "Not yet" to a statement that denies or complains is an answer nobody can read.
NEGATIONS = {
    "ja": r"(?<!少)ない(?!と)|ません|なかった|ずに|不満|不安(?!を、本人)|困りごと|問題|課題|悪|落ち(?!着)|欠け|トラブル|心配",
    "en": r"(?i)\b(no|not|never|nothing|nobody|without(?! strain)|neither|cannot)\b|n't\b|\b(problems?|concerns?|worr(?:y|ies)(?! and feel)|anxious|dissatisf\w+|worse)\b",
}
# A state ("has goals") has no frequency.
FREQUENCIES = {
    "ja": r"いつも|ときどき|たいてい|毎回|ほとんど",
    "en": r"(?i)\b(always|often|sometimes|usually|rarely|nearly)\b",
}
BRACKETS = r"（[^）]*）|\([^)]*\)"  # says who answers how


def said(item):
    return [text for text in (item.text, item.own) if text]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("checklist", "group", "item"), ITEMS)
def test_an_item_is_a_positive_statement_in_both_languages(checklist, group, item, lang):
    for text in said(item):
        words = re.sub(BRACKETS, "", text[lang])
        assert not (found := re.search(NEGATIONS[lang], words)), f"{text[lang]}: {found}"
        assert not re.search(FREQUENCIES[lang], words) or "いつもの担当者" in words, text[lang]


@pytest.mark.parametrize("text", ["給料に不満がない", "食欲が落ちていない", "職場の人との間に、困りごとがない"])
def test_a_negation_would_be_seen(text):
    assert re.search(NEGATIONS["ja"], text)


@pytest.mark.parametrize(
    "text", ["Has no problems with people at work", "Does not feel anxious", "Meals have not got worse"]
)
def test_an_english_negation_would_be_seen(text):
    assert re.search(NEGATIONS["en"], text)


@pytest.mark.parametrize("checklist", GUIDE.checklists, ids=lambda each: each.id)
def test_the_scale_says_how_far_a_statement_applies_and_every_check_sheet_has_the_same(checklist):
    words = [(step.name.ja, step.name.en) for step in checklist.scale]
    assert words[:4] == [(step.name.ja, step.name.en) for step in GUIDE.checklists[0].scale][:4]
    assert all("あてはま" in ja and "appl" in en.lower() for ja, en in words[:4])
    assert words[4][0].endswith("当てはまらない")


@pytest.mark.parametrize(("checklist", "group", "item"), [each for each in ITEMS if each.values[2].own])
def test_the_person_speaks_of_themself(checklist, group, item):
    assert "本人" not in item.own.ja
    assert "the person" not in item.own.en.lower()
    assert re.search(r"(?i)\b(I|my|me|myself)\b", item.own.en)


def test_the_persons_whole_edition_is_in_their_own_words():
    (assessment,) = [each for each in GUIDE.checklists if each.id == "retention-assessment"]
    assert all(item.own for group in assessment.groups for item in group.items)


def test_the_employer_is_not_asked_what_only_the_person_knows():
    (assessment,) = [each for each in GUIDE.checklists if each.id == "retention-assessment"]
    asked = {group.id: [item.id for item in group.items if "employer" in item.asked] for group in assessment.groups}
    assert asked["outlook-and-engagement"] == asked["health"] == asked["satisfaction"] == []
    assert "not-anxious-about-people" not in asked["doing-the-job"]
    assert len(asked["doing-the-job"]) == 3
    assert len(asked["managers-view"]) == 5
    assert len(asked["support-at-work"]) == 2
