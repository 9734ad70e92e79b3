"""Answers in the search: an answer is found by what people type, what is not answered is said so, danger is known."""

from __future__ import annotations

import pytest
import yaml
from judging import searched

from conftest import ROOT
from content.load import load

LANGS = ("ja", "en")
UNANSWERED = yaml.safe_load((ROOT / "tests/search/unanswered.yml").read_text("utf-8"))
DANGER = {
    "ja": [
        *(
            "死にたい",
            "しにたい",
            "シニタイ",
            "もう死ぬしかない",
            "消えたいです",
            "きえたい",
            "自殺しそう",
            "飛び降りたい",
        ),
        *(
            "首を吊る",
            "リスカした",
            "手首を切った",
            "オーバードーズした",
            "薬を飲みすぎた",
            "意識がない",
            "息をしていない",
        ),
        *("血が止まらない", "包丁を持っている", "殺されそうだから殺される", "生きていたくない", "遺書を見つけた"),
    ],
    "en": [
        *(
            "I want to die",
            "suicidal",
            "kill myself",
            "he wants to kill himself",
            "end my life",
            "self harm",
            "overdose",
        ),
        *("took too many pills", "hang myself", "jump off a bridge", "cut myself", "unconscious", "not breathing"),
        *("seizure will not stop", "bleeding badly", "has a knife", "threatens to kill", "suicide note"),
        *("wish I was dead", "do not want to live"),
    ],
}
HARMLESS = {
    "ja": ["死ぬほど忙しい", "薬の副作用", "殺風景な職場", "必死に働く", "支援が消えた"],
    "en": ["deadline", "knife and fork", "jump to a section", "killing time", "dying industry"],
}


@pytest.mark.built
@pytest.mark.parametrize("lang", LANGS)
def test_words_of_an_answer_lead_to_it(lang):
    """The first way to ask each answer has it within the first three pages."""
    asked = [
        (f"{topic}.html#answer-{answer.id}", answer.asked_as[lang][0])
        for topic, answers in load().answers.items()
        for answer in answers
    ]
    missed = [
        (query, at)
        for (at, query), found in zip(asked, searched(lang, [query for _, query in asked]), strict=True)
        if at not in [item["location"] for page in found["items"][:3] for item in page]
    ]
    assert missed == []


@pytest.mark.built
@pytest.mark.parametrize("lang", LANGS)
def test_what_the_guide_does_not_answer_is_said_so_with_somebody_to_ask(lang):
    queries = [row["q"] for row in UNANSWERED if row["lang"] == lang]
    assert len(queries) == 20
    first = [[item["location"] for page in found["items"][:1] for item in page] for found in searched(lang, queries)]
    assert [
        (query, at)
        for query, at in zip(queries, first, strict=True)
        if not any(each.startswith("not-covered.html#") for each in at)
    ] == []


@pytest.mark.parametrize("lang", LANGS)
def test_danger_is_known_and_a_figure_of_speech_is_not(ask, lang):
    words = list(next(aid for aid in load().first_aid if aid.id == "danger").asked_as[lang])
    asked = [*DANGER[lang], *HARMLESS[lang]]
    told = ask(["danger"], [["danger.tells", query, words] for query in asked])
    assert [query for query, tells in zip(asked, told, strict=True) if tells] == DANGER[lang]
