"""How the words of the site are read, so that kana find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from janome.tokenizer import Token, Tokenizer

KANJI = re.compile(r"[\u3005-\u3007\u3400-\u9fff]")
KANA = re.compile(r"[\u3041-\u3096ー]{2,}")
CUT = re.compile(r"[\n。、「」（）・：]")
WORDS = ("名詞", "動詞", "形容詞")


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer(mmap=True)


def hiragana(text: str) -> str:
    """Katakana as hiragana.

    >>> hiragana("ジョブコーチ")
    'じょぶこーち'
    """
    return "".join(chr(ord(each) - 0x60) if "ァ" <= each <= "ヶ" else each for each in text)


def readings(texts: Iterable[str], known: Mapping[str, str]) -> dict[str, list[str]]:
    """{reading in hiragana: [words]} of all words with kanji in `texts`; `known` words are read as they say."""
    found: dict[str, set[str]] = {}
    for word, reading in known.items():
        found.setdefault(hiragana(reading), set()).add(word)
    phrases = {phrase for text in texts for phrase in CUT.split(text) if KANJI.search(phrase)}
    for phrase in sorted(phrases):
        for token in cast("Iterable[Token]", _tokenizer().tokenize(phrase)):
            word, part = token.surface, token.part_of_speech.split(",")[0]
            whole = len(word) > 1 and not word.endswith(("っ", "て"))  # "終わっ" is half a word
            if whole and part in WORDS and KANJI.search(word) and word not in known and token.reading != "*":
                found.setdefault(hiragana(token.reading), set()).add(word)
    return {reading: sorted(words) for reading, words in sorted(found.items()) if KANA.fullmatch(reading)}
