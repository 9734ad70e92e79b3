"""How an act is marked, the same on pages and on paper: a sign, a word, and for what or whose it is."""

from __future__ import annotations

from content.base import Cited, Mark, Marked, Text
from content.models import Guide

# Signs that every Japanese typeface has (JIS X 0208): filled where the rules ask, hollow where they don't.
SIGNS: dict[Mark, str] = {
    "duty": "■",
    "best-efforts": "▲",
    "condition": "◆",
    "good-practice": "□",
    "allowed": "△",
    "basic-idea": "◇",
    "ask": "？",
}


def said(guide: Guide, kind: Mark, of: Text | None = None) -> Text:
    """A mark's word; `of` says for what it is a condition, or whose advice it is."""
    word = next(choice.name for choice in guide.vocabularies["marks"] if choice.id == kind)
    return guide.ui["mark"]["of"].filled(name=word, what=of) if of else word


def whose(guide: Guide, source: str) -> Text:
    """Whose advice it is: the source manual's, or this guide's own."""
    ui = guide.ui["mark"]
    return ui["ours"] if source == "ours" else ui["manual"]


def marked(guide: Guide, thing: Marked) -> list[tuple[Mark, Text]]:
    """All marks of a thing in its order, each with its words; advice says whose it is where the thing has a source."""
    found = []
    for kind in thing.marks:
        of = thing.condition if kind == "condition" else None
        if kind == "good-practice" and isinstance(thing, Cited):
            of = whose(guide, thing.source)
        found.append((kind, said(guide, kind, of)))
    return found


def in_words(guide: Guide, thing: Marked) -> Text:
    """The same for paper: signs and words in a row."""
    found = marked(guide, thing)
    return Text.model_construct(
        ja="、".join(f"{SIGNS[kind]} {words.ja}" for kind, words in found),
        en=", ".join(f"{SIGNS[kind]} {words.en}" for kind, words in found),
    )
