"""How the words of the site are read, so that kana find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import cast

from janome.tokenizer import Token, Tokenizer

from content.base import HIRAGANA, KANJI
from content.kept import FOLDER, Kept

KANA = re.compile(f"{HIRAGANA}{{2,}}")
CUT = re.compile(r"[\n。、「」（）・：]")
WORDS = ("名詞", "動詞", "形容詞")
ENDINGS = {
    "ない",
    "ます",
    "です",
    "した",
    "して",
    "たい",
    "れる",
    "られる",
}  # of verbs: they stand for no word of their own


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer(mmap=True)


def hiragana(text: str) -> str:
    """Katakana as hiragana.

    >>> hiragana("ジョブコーチ")
    'じょぶこーち'
    """
    return "".join(chr(ord(each) - 0x60) if "ァ" <= each <= "ヶ" else each for each in text)


def readings(texts: Iterable[str], known: Mapping[str, str], folder: Path = FOLDER) -> dict[str, list[str]]:
    """{reading in hiragana: [words]} of all words with kanji in `texts`; `known` words are read as they say.

    What a phrase holds is kept in `folder` for the next build, which then reads new phrases alone.
    """
    found: dict[str, set[str]] = {}
    for word, reading in known.items():
        found.setdefault(hiragana(reading), set()).add(word)
    kept = Kept(folder / "readings.json", version("janome"))
    phrases = sorted({phrase for text in texts for phrase in CUT.split(text) if re.search(KANJI, phrase)})
    for phrase in phrases:
        words = kept.get(phrase)
        if words is None:
            words = kept.new[phrase] = _words(phrase)
        for word, reading in words:
            if word in known:
                continue
            found.setdefault(hiragana(reading), set()).add(word)
    kept.keep(phrases)
    return {
        reading: sorted(words)
        for reading, words in sorted(found.items())
        if KANA.fullmatch(reading) and reading not in ENDINGS
    }


def _words(phrase: str) -> list[list[str]]:
    """The words of a phrase that hold kanji: [[word, reading in katakana]]."""
    found = []
    for token in cast("Iterable[Token]", _tokenizer().tokenize(phrase)):
        word, part = token.surface, token.part_of_speech.split(",")[0]
        whole = len(word) > 1 and not word.endswith(("っ", "て"))  # "終わっ" is half a word
        if whole and part in WORDS and re.search(KANJI, word) and token.reading != "*":
            found.append([word, token.reading])
    return found
