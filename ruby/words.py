"""Japanese text cut into words with their readings, by a dictionary; kept from build to build."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import cast

from janome.tokenizer import Token, Tokenizer

from content.base import KANJI
from content.kept import FOLDER, Kept
from search.readings import hiragana

BETWEEN = "\ue000"  # stands in no text
Word = tuple[str, str]  # as written; as read, in hiragana, or "" where the dictionary does not know


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer(mmap=True)


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    at = 0
    for each in cast("Iterable[Token]", _tokenizer().tokenize(text)):
        start = text.index(each.surface, at)
        if start > at:  # the dictionary passes over space at the ends
            found.append((text[at:start], ""))
        found.append((each.surface, "" if each.reading == "*" else hiragana(each.reading)))
        at = start + len(each.surface)
    return [*found, (text[at:], "")] if at < len(text) else found


class Words:
    """The words of texts: what an earlier build has read is not read again."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.kept = Kept(folder / "words.json", version("janome"))

    def __call__(self, text: str) -> list[Word]:
        """The words of `text`, which joined are the text."""
        if not re.search(KANJI, text):
            return [(text, "")]
        both = self.kept.get(text)
        if both is None:
            # Two strings a text, words and readings: half the size of lists of pairs, and twice as soon read.
            both = self.kept.new[text] = [BETWEEN.join(each) for each in zip(*_words(text), strict=True)]
        return list(zip(*(each.split(BETWEEN) for each in both), strict=True))
