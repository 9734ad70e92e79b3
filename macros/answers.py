"""The answers of one topic, each folded under its question."""

from __future__ import annotations

from typing import NamedTuple

from content.answers import Answer
from content.base import Lang, nearest
from content.files import ContentError
from content.models import Guide
from content.titles import title
from macros.desks import desks
from macros.render import render
from macros.rests import rests
from macros.sheets import family

ANSWER = "answer-"  # before the id of an answer, where it stands on its page


class Link(NamedTuple):
    """Where it leads, and what that is called."""

    to: str
    name: str


def answers(guide: Guide, lang: Lang, topic: str) -> str:
    """All answers of `topic`, a file of content/data/answers."""
    if topic not in guide.answers:
        raise ContentError(nearest(topic, list(guide.answers), "topic"))
    found = guide.answers[topic]
    return render(
        guide,
        lang,
        "answers",
        answers=found,
        asked={answer.id: desks(guide, lang, answer.ask) for answer in found},
        links={answer.id: _links(guide, lang, answer) for answer in found},
        rests={answer.id: rests(guide, lang, answer, answer.question[lang]) for answer in found},
    )


def _links(guide: Guide, lang: Lang, answer: Answer) -> list[Link]:
    """The pages and sheets that go on from an answer."""
    try:
        sheets = [Link(f"/sheet-{id}.md", family(guide, id)[0].name[lang]) for id in answer.sheets]
        return [Link(_address(place), _called(guide, lang, place)) for place in answer.see] + sheets
    except ContentError as error:
        raise ContentError(f"[{answer.id}]: {error}") from None


def _called(guide: Guide, lang: Lang, place: str) -> str:
    """What a page or a section is called; of another answer ("dismissal#answer-told-i-am-dismissed"), its question."""
    topic, _, anchor = place.partition("#")
    if not anchor.startswith(ANSWER):
        return title(lang, place)
    questions = {f"{ANSWER}{each.id}": each.question[lang] for each in guide.answers.get(topic, ())}
    if anchor not in questions:
        raise ContentError(nearest(anchor, sorted(questions), f"answer of {topic}"))
    return questions[anchor]


def _address(place: str) -> str:
    page, sign, anchor = place.partition("#")
    return f"/{page}.md{sign}{anchor}"
