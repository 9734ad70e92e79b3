"""All accommodations on one page, to narrow down and to collect onto a sheet of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from content.accommodations import Accommodation
from content.base import Lang
from content.models import Guide
from macros.furigana import segments
from macros.render import render

FACETS = {"disability": "disabilities", "aspect": "aspects", "need": "needs", "stage": "stages", "who": "who"}


@cache
def _named(guide: Guide) -> list[tuple[list[str], str]]:
    """Every term as (the names a text may hold, all words that lead to it in both languages)."""
    return [
        (
            [name.lower() for name in (term.name.ja, term.name.en, *term.also.ja, *term.also.en) if len(name) > 1],
            " ".join(
                (
                    *(term.name.ja, term.name.en, term.reading),
                    *(word for words in (term.also, term.asked_as) for lang in ("ja", "en") for word in words[lang]),
                )
            ),
        )
        for term in guide.terms
    ]


def found_by(guide: Guide, entry: Accommodation) -> str:
    """What finds an entry: its words and its choices in both languages, and other words for the terms in them."""
    names = {disability.id: disability.name for disability in guide.disabilities}
    texts = [entry.title, entry.how, entry.check, *(names[id] for id in entry.placed)]
    for choices, vocabulary in ((entry.needs, "needs"), (entry.stages, "stages"), (entry.who, "who")):
        texts += [choice.name for choice in guide.vocabularies[vocabulary] if choice.id in choices]
    own = " ".join(text[lang] for text in texts for lang in ("ja", "en"))
    read = " ".join("".join(said or piece for piece, said in segments(guide, text.ja)) for text in texts)
    lower = own.lower()
    return " ".join((own, read, *(others for held, others in _named(guide) if any(name in lower for name in held))))


def ordered(guide: Guide) -> list[Accommodation]:
    """What helps under most disabilities first."""
    return sorted(guide.accommodations, key=lambda entry: -len(entry.placed))


def choices(guide: Guide, lang: Lang) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The choices of each facet: (facet, [(id, name)])."""
    for facet, vocabulary in FACETS.items():
        if facet == "disability":
            yield facet, [(each.id, each.name[lang]) for each in guide.disabilities]
        else:
            yield facet, list(guide.names(vocabulary, lang).items())


def explorer(guide: Guide, lang: Lang) -> str:
    """The choices, and the list: all of it where there are no scripts."""
    return render(
        guide,
        lang,
        "explorer",
        facets=list(choices(guide, lang)),
        entries=ordered(guide),
        disabilities={each.id: each.name[lang] for each in guide.disabilities},
        sheet_spoken=guide.ui.group("my_sheet", "spoken", lang),
    )
