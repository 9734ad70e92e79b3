"""How the words of the site are read, so that kana find them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import cast

from janome.tokenizer import Token, Tokenizer

from content.base import HIRAGANA, KANJI

KEPT = Path(__file__).parent.parent / "build/readings.json"  # what earlier builds found, by phrase

KANA = re.compile(f"{HIRAGANA}{{2,}}")
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


def readings(texts: Iterable[str], known: Mapping[str, str], kept: Path = KEPT) -> dict[str, list[str]]:
    """{reading in hiragana: [words]} of all words with kanji in `texts`; `known` words are read as they say.

    What a phrase holds is kept in the file `kept` for the next build, which then reads new phrases alone.
    """
    found: dict[str, set[str]] = {}
    for word, reading in known.items():
        found.setdefault(hiragana(reading), set()).add(word)
    before = _kept(kept)
    phrases = sorted({phrase for text in texts for phrase in CUT.split(text) if re.search(KANJI, phrase)})
    now = {phrase: before[phrase] if phrase in before else _words(phrase) for phrase in phrases}
    if now != before:
        _keep(kept, now)
    for word, reading in (each for words in now.values() for each in words):
        if word not in known:
            found.setdefault(hiragana(reading), set()).add(word)
    return {reading: sorted(words) for reading, words in sorted(found.items()) if KANA.fullmatch(reading)}


def _words(phrase: str) -> list[list[str]]:
    """The words of a phrase that hold kanji: [[word, reading in katakana]]."""
    found = []
    for token in cast("Iterable[Token]", _tokenizer().tokenize(phrase)):
        word, part = token.surface, token.part_of_speech.split(",")[0]
        whole = len(word) > 1 and not word.endswith(("っ", "て"))  # "終わっ" is half a word
        if whole and part in WORDS and re.search(KANJI, word) and token.reading != "*":
            found.append([word, token.reading])
    return found


def _kept(path: Path) -> dict[str, list[list[str]]]:
    """What was kept; nothing where it can't be read, or was found by another version of the dictionary."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return dict(kept["phrases"]) if kept["janome"] == version("janome") else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _keep(path: Path, phrases: dict[str, list[list[str]]]) -> None:
    path.parent.mkdir(exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    aside.write_text(json.dumps({"janome": version("janome"), "phrases": phrases}, ensure_ascii=False), "utf-8")
    aside.replace(path)
