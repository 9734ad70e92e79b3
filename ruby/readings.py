"""The readings of a text: the dictionary's, over them what the guide knows of its own words, over that the counters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from content.base import KANJI
from content.models import Guide
from ruby.counters import Piece, counted
from ruby.words import Word
from search.readings import hiragana

PARTS = re.compile(f"({KANJI}+)")
LONGEST = 40  # letters of a phrase
INSTEAD = {  # right too, or of another word, where the plain reading is meant on these pages
    ("後", "のち"): "あと",
    ("間", "ま"): "あいだ",
    ("行", "くだり"): "ぎょう",
    ("語", "かたり"): "ご",
}


def known(guide: Guide) -> dict[str, str]:
    """What the guide says of words: terms, readings.yml, and over them furigana.yml."""
    found = dict[str, str]()
    for word, reading in guide.readings_by_word.items():
        parts, said = (_divided(each) for each in (word, hiragana(reading)))
        if len(parts) == len(said):  # 順行期・調整期; what holds letters is left to the dictionary
            found |= zip(parts, said, strict=True)
    found |= {each.word: hiragana(each.reading) for each in guide.furigana}
    return {word: reading for word, reading in found.items() if re.search(KANJI, word)}


def _divided(text: str) -> list[str]:
    return (
        [part for part in re.split("[・、（）()]", text) if part]
        if not re.search("[A-Za-zＡ-Ｚ0-9０-９]", text)
        else [""] * 99
    )


def pieces(text: str, words: Sequence[Word], known: Mapping[str, str]) -> list[Piece]:
    """[(from, up to, reading)] of the kanji of `text`, whose `words` a dictionary has read.

    What is `known` holds only from a word's beginning to a word's end: 分 is none of 分けます.
    """
    bounds = [0, *accumulate(len(word) for word, _ in words)]
    read = [(start, end, *word) for (start, end), word in zip(pairwise(bounds), words, strict=True)]
    found: list[Piece] = []
    at = 0
    while at < len(read):
        start = read[at][0]
        last = next((last for last in _ends(read, at) if text[start : read[last][1]] in known), None)
        if last is None:
            word, reading = read[at][2:]
            found += _fitted(start, word, INSTEAD.get((word, reading), reading))
            at += 1
            continue
        phrase = text[start : read[last][1]]
        inside = read[at : last + 1]
        if _kana("".join(reading or word for *_, word, reading in inside)) == _kana(known[phrase]):
            found += (piece for begins, _, word, reading in inside for piece in _fitted(begins, word, reading))
        else:
            found += _fitted(start, phrase, known[phrase])
        at = last + 1
    over = [each for group in counted(text) if not any(_beyond(piece, group) for piece in found) for each in group]
    return sorted([piece for piece in found if not any(_meet(piece, each) for each in over)] + over)


def _ends(read: Sequence[tuple[int, int, str, str]], at: int) -> Iterator[int]:
    """The words that a phrase from `at` may end with, the farthest first."""
    last = at
    while last + 1 < len(read) and read[last + 1][1] - read[at][0] <= LONGEST:
        last += 1
    return iter(range(last, at - 1, -1))


def _kana(text: str) -> str:
    return re.sub("[^ぁ-ゖー]", "", hiragana(text))


def _beyond(piece: Piece, group: list[Piece]) -> bool:
    """Does a word go on after the counter that it begins with?"""
    return _meet(piece, (group[0][0], group[-1][1], "")) and piece[1] > group[-1][1]


def _meet(one: Piece, other: Piece) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _fitted(start: int, word: str, reading: str) -> list[Piece]:
    """The readings of a word's kanji alone: 受け取る, うけとる gives う and と."""
    if not reading or not re.search(KANJI, word):
        return []
    parts = [part for part in PARTS.split(word) if part]
    pattern = "".join("(.+?)" if re.match(KANJI, part) else _literal(part) for part in parts)
    match = re.fullmatch(pattern, reading)
    if match is None:
        return [(start, start + len(word), reading)]
    found, at, taken = [], start, iter(match.groups())
    for part in parts:
        if re.match(KANJI, part):
            found.append((at, at + len(part), next(taken)))
        at += len(part)
    return found


def _literal(part: str) -> str:
    """Kana stand for themselves; marks and the like may be left out."""
    return "".join(
        re.escape(each) if re.fullmatch("[ぁ-ゖー]", each) else f"{re.escape(each)}?" for each in hiragana(part)
    )
