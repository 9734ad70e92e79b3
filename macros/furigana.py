"""Furigana: which letters of a Japanese text carry which reading."""

from __future__ import annotations

import re
from functools import cache

from content.base import HIRAGANA, KANJI
from content.models import Guide


@cache
def _readings(guide: Guide) -> tuple[dict[str, str], re.Pattern[str]]:
    """Readings by word, and what finds the words, the longest first."""
    known = {
        word: reading
        for word, reading in guide.readings_by_word.items()
        if re.search(KANJI, word) and re.fullmatch(f"{HIRAGANA}+", reading)
    }
    return known, re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))


def _aligned(word: str, reading: str) -> list[tuple[str, str]]:
    """The reading dealt out over a word's kanji; its own kana carry none.

    >>> _aligned("落ち着く", "おちつく")
    [('落', 'お'), ('ち', ''), ('着', 'つ'), ('く', '')]
    """
    runs = [run for run in re.split(f"({KANJI}+)", word) if run]
    matched = re.fullmatch("".join("(.+?)" if re.match(KANJI, run) else f"({re.escape(run)})" for run in runs), reading)
    if matched is None:
        return [(word, reading)]
    return [(run, said if re.match(KANJI, run) else "") for run, said in zip(runs, matched.groups(), strict=True)]


def segments(guide: Guide, text: str) -> list[tuple[str, str]]:
    """The text in pieces, each with its reading or "" where it needs none."""
    known, finder = _readings(guide)
    found: list[tuple[str, str]] = []
    end = 0
    for match in finder.finditer(text):
        found += [(text[end : match.start()], "")] if match.start() > end else []
        found += _aligned(match[0], known[match[0]])
        end = match.end()
    return [*found, (text[end:], "")] if end < len(text) else found


def unread(guide: Guide, text: str) -> list[str]:
    """Kanji that no reading covers."""
    return [piece for piece, reading in segments(guide, text) if not reading and re.search(KANJI, piece)]
