"""Where an answer goes on: pages, sections, other answers, sheets."""

from __future__ import annotations

import pytest

from content.files import ContentError
from content.load import load
from macros.answers import answers

GUIDE = load()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_answer_goes_on_to_another_under_its_question(lang):
    asked = next(each for each in GUIDE.answers["dismissal"] if each.id == "told-i-am-dismissed")
    page = answers(GUIDE, lang, "dismissal")
    assert f'href="/dismissal.md#answer-{asked.id}">{asked.question[lang]}' in page


def test_an_answer_that_is_not_there_is_named_with_the_nearest():
    first, *others = GUIDE.answers["dismissal"]
    wrong = first.model_copy(update={"see": ("dismissal#answer-asked-to-resing",)})
    slipped = GUIDE.model_copy(update={"answers": {**GUIDE.answers, "dismissal": (wrong, *others)}})
    with pytest.raises(ContentError, match="answer-asked-to-resign"):
        answers(slipped, "ja", "dismissal")


def test_every_answer_goes_on_somewhere_and_never_to_itself():
    all = [(topic, each) for topic, found in GUIDE.answers.items() for each in found]
    assert [each.id for _, each in all if not each.see and not each.sheets] == []
    assert [each.id for topic, each in all if f"{topic}#answer-{each.id}" in each.see] == []
    assert [each.id for _, each in all if len(set(each.see)) < len(each.see)] == []
