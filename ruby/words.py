"""Japanese text cut into words with their readings, by a dictionary; kept from build to build."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import cast

from janome.tokenizer import Token, Tokenizer

from content.base import KANJI
from search.readings import hiragana

KEPT = Path(__file__).resolve().parent.parent / "build/furigana.json"
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

    def __init__(self, kept: Path = KEPT) -> None:
        self.path = kept
        self.before = _kept(kept)
        self.now: dict[str, list[Word]] = {}

    def __call__(self, text: str) -> list[Word]:
        """The words of `text`, which joined are the text."""
        if not re.search(KANJI, text):
            return [(text, "")]
        if text not in self.now:
            self.now[text] = self.before[text] if text in self.before else _words(text)
        return self.now[text]

    def keep(self) -> None:
        """For the next build."""
        if self.now == self.before:
            return
        self.path.parent.mkdir(exist_ok=True)
        aside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        # Two strings a text, words and readings: half the size of lists of pairs, and twice as soon read.
        texts = {text: [BETWEEN.join(each) for each in zip(*words, strict=True)] for text, words in self.now.items()}
        aside.write_text(json.dumps({"janome": version("janome"), "texts": texts}, ensure_ascii=False), "utf-8")
        aside.replace(self.path)


def _kept(path: Path) -> dict[str, list[Word]]:
    """What was kept; nothing where it cannot be read, or was found by another version of the dictionary."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        if kept["janome"] != version("janome"):
            return {}
        return {
            text: list(zip(words.split(BETWEEN), readings.split(BETWEEN), strict=True))
            for text, (words, readings) in kept["texts"].items()
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}
