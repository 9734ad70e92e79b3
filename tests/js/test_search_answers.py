"""Answers in the search: an answer is found by what people type, what is not answered is said so, danger is known."""

from __future__ import annotations

import re

import pytest
import yaml
from judging import searched

from conftest import ROOT
from content.load import load

LANGS = ("ja", "en")
UNANSWERED = yaml.safe_load((ROOT / "tests/search/unanswered.yml").read_text("utf-8"))
DANGER = yaml.safe_load((ROOT / "tests/search/danger.yml").read_text("utf-8"))
QUESTIONS = yaml.safe_load((ROOT / "tests/search/answers.yml").read_text("utf-8"))
BLIND = yaml.safe_load((ROOT / "tests/search/blind.yml").read_text("utf-8"))
SIXTY = yaml.safe_load((ROOT / "tests/search/sixty.yml").read_text("utf-8"))
PHRASINGS = yaml.safe_load((ROOT / "tests/search/phrasings.yml").read_text("utf-8"))
FIRST = 3  # results


@pytest.mark.built
@pytest.mark.parametrize("lang", LANGS)
def test_words_of_an_answer_lead_to_it(lang):
    """The first way to ask each answer has it within the first three pages."""
    asked = [
        (f"{topic}.html#answer-{answer.id}", answer.asked_as[lang][0])
        for topic, answers in load().answers.items()
        for answer in answers
    ]
    assert [
        (query, at)
        for (at, query), found in zip(asked, searched(lang, [query for _, query in asked]), strict=True)
        if at not in [item["location"] for page in found["items"][:FIRST] for item in page]
    ] == []


def places() -> dict[str, str]:
    """Where each answer stands, by id."""
    return {answer.id: f"{topic}.html#answer-{answer.id}" for topic, all in load().answers.items() for answer in all}


def address(place: str) -> str:
    """Where a page or section stands: "page#section" by its file."""
    page, mark, section = place.partition("#")
    return f"{page}.html{mark}{section}"


def missed(lang: str, asked: list[tuple[str, list[str]]]) -> list[str]:
    """Questions none of whose answers is among the first three sections of one of the first three pages."""
    at = places()
    found = searched(lang, [query for query, _ in asked])
    return [
        query
        for (query, want), results in zip(asked, found, strict=True)
        if not {at.get(id) or address(id) for id in want}.intersection(
            place
            for page in results["items"][:FIRST]
            for place in (
                page[0]["location"].partition("#")[0],
                *[item["location"] for item in page if "#" in item["location"]][:FIRST],
            )
        )
    ]


def test_all_given_questions_are_asked():
    """94 questions, 67 of them seen in public; a question in two parts is asked in two."""
    given = {row["given"] for row in QUESTIONS if "given" in row}
    assert (len(given), len(given) + sum("given" not in row for row in QUESTIONS)) == (67, 94)
    for rows in (PHRASINGS, BLIND):
        assert [sum(row["lang"] == lang for row in rows) for lang in LANGS] == [50, 50]


@pytest.mark.built
@pytest.mark.parametrize("lang", LANGS)
def test_a_real_question_has_its_answer_within_the_first_three(lang):
    assert missed(lang, [(row[lang], row["want"]) for row in QUESTIONS]) == []


@pytest.mark.built
@pytest.mark.parametrize("lang", LANGS)
def test_other_words_for_it_have_it_too(lang):
    assert missed(lang, [(row["q"], row["want"]) for row in PHRASINGS if row["lang"] == lang]) == []


@pytest.mark.built
@pytest.mark.parametrize("lang", LANGS)
def test_what_was_typed_unseen_has_it_too(lang):
    assert missed(lang, [(row["q"], row["want"]) for row in (*BLIND, *SIXTY) if row["lang"] == lang]) == []


@pytest.mark.built
@pytest.mark.parametrize("lang", LANGS)
def test_what_the_guide_does_not_answer_is_said_so_with_somebody_to_ask(lang):
    guide = load()
    desks = {each.id: each.name[lang] for each in (*guide.organisations, *guide.desks)}
    named = {f"not-covered.html#not-{each.id}": [desks[id] for id in each.ask] for each in guide.elsewhere}
    queries = [row["q"] for row in UNANSWERED if row["lang"] == lang]
    assert len(queries) == 20
    dumb = []
    for query, found in zip(queries, searched(lang, queries), strict=True):
        said = {item["location"]: re.sub("<[^>]+>", "", item["text"]) for page in found["items"][:1] for item in page}
        matters = [at for at in said if at in named]
        if not matters or not any(name in said[matters[0]] for name in named[matters[0]]):
            dumb.append((query, said))
    assert dumb == []


@pytest.mark.parametrize("lang", LANGS)
def test_danger_is_known_and_a_figure_of_speech_is_not(ask, lang):
    words = list(next(aid for aid in load().first_aid if aid.id == "danger").asked_as[lang])
    danger, harmless = DANGER["danger"][lang], DANGER["harmless"][lang]
    assert len(danger) == 20
    asked = [*danger, *harmless]
    told = ask(["danger"], [["danger.tells", query, words] for query in asked])
    assert [query for query, tells in zip(asked, told, strict=True) if tells] == danger
