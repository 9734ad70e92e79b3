"""The questions that somebody asks, by topic."""

from __future__ import annotations

from content.base import Lang, nearest
from content.files import ContentError
from content.models import Guide
from content.titles import title
from macros.render import render


def questions(guide: Guide, lang: Lang, *askers: str) -> str:
    """The questions of `askers`, each a link to its answer; topics in the order of pages.yml."""
    known = [choice.id for choice in guide.vocabularies["askers"]]
    for asker in askers:
        if asker not in known:
            raise ContentError(nearest(asker, known, "asker"))
    topics = {
        page.id: [answer for answer in guide.answers[page.id] if set(answer.asked_by).intersection(askers)]
        for page in guide.pages
        if page.id in guide.answers
    }
    return render(
        guide,
        lang,
        "questions",
        topics={topic: found for topic, found in topics.items() if found},
        titles={topic: title(lang, topic) for topic in topics},
    )
