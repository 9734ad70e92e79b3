"""Eleven questions that a person who works asks, and where the guidebook alone answers them."""

import re

import pytest

from conftest import DOCS

QUESTIONS = {  # the section, and what must be read there
    "What does a support worker do for me?": ("what-it-is", "月に1回以上、あなたと話します", "at least once a month"),
    "When do I have to ask for it, and whom do I ring?": ("who-can-use-it", "2〜3か月たったら", "two or three months"),
    "How long may I use it?": ("three-years", "終わる日はのびません", "the last day stays the same"),
    "What do I have to pay?": ("my-money", "ひと月の上限", "ten per cent of the cost"),
    "My pay is wrong. Who helps?": ("who-to-ask", "労働基準監督署", "労働基準監督署"),
    "I feel bad at night. Who can I ring?": ("my-map", "夜や休みの日に電話できるところ", "at night and on days off"),
    "My boss shouts at me. What can I do?": ("hurt", "いつ、どこで、だれに、何をされたか", "when, where, who and what"),
    "I want another job. Does the support go on?": ("leave-or-change", "1か月以内に", "within one month"),
    "I do not get on with my support worker.": ("complaints", "支援員を変えてほしい", "another support worker"),
    "Does my company hear what I say?": ("my-privacy", "「話してよい」と言ったことだけ", "only what you have allowed"),
    "Who helps me after three years?": ("when-support-ends", "なかぽつ", "Employment and Life Support Center"),
}


def section(lang, id):
    """The words below a heading, up to the next heading of its rank or a higher one."""
    text = (DOCS[lang] / "guidebook.md").read_text("utf-8")
    found = re.search(rf"^(#+) [^\n]*\{{#{id}\}}\n(.*?)(?=^#{{1,2}} |^### |\Z)", text, re.M | re.S)
    assert found, f"there is no section {id}"
    return found[2]


@pytest.mark.parametrize("asked", QUESTIONS)
def test_the_guidebook_answers_by_itself(asked, lang):
    id, ja, en = QUESTIONS[asked]
    assert {"ja": ja, "en": en}[lang] in section(lang, id)
