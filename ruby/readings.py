"""The readings of a text: the dictionary's, over them what the guide knows of its own words, over that the counters."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from content.base import KANJI
from content.kept import FOLDER, Kept
from content.models import Guide
from ruby import counters
from ruby.counters import Piece, counted
from ruby.words import Word, Words
from search.readings import hiragana

PARTS = re.compile(f"({KANJI}+)")
HAS_KANJI = re.compile(KANJI).search
LONGEST = 40  # letters of a phrase
INSTEAD = {  # right too, or of another word, where the plain reading is meant on these pages
    ("後", "のち"): "あと",
    ("間", "ま"): "あいだ",
    ("行", "くだり"): "ぎょう",
    ("語", "かたり"): "ご",
}


Known = Mapping[str, Mapping[str, str]]  # by first letter: a phrase and its reading


def known(guide: Guide) -> Known:
    """What the guide says of words: terms, readings.yml, and over them furigana.yml."""
    found = dict[str, str]()
    for word, reading in guide.readings_by_word.items():
        parts, said = (_divided(each) for each in (word, hiragana(reading)))
        if len(parts) == len(said):  # 順行期・調整期; what holds letters is left to the dictionary
            found |= zip(parts, said, strict=True)
    found |= {each.word: hiragana(each.reading) for each in guide.furigana}
    by_letter = defaultdict[str, dict[str, str]](dict)
    for word, reading in found.items():
        if HAS_KANJI(word):
            by_letter[word[0]][word] = reading
    return by_letter


def _divided(text: str) -> list[str]:
    return (
        [part for part in re.split("[・、（）()]", text) if part]
        if not re.search("[A-Za-zＡ-Ｚ0-9０-９]", text)
        else [""] * 99
    )


class Reader:
    """Reads Japanese texts; keeps what it read from build to build, until the guide's words or these rules change."""

    def __init__(self, guide: Guide, folder: Path = FOLDER) -> None:
        self.known, self.words = known(guide), Words(folder)
        rules = b"".join(Path(file).read_bytes() for file in (__file__, counters.__file__))
        stamp = hashlib.sha256(rules + repr((self.words.kept.stamp, self.known)).encode()).hexdigest()
        self.kept = Kept(folder / "furigana.json", stamp)
        self.asked: dict[str, list[Piece]] = {}

    def __call__(self, text: str) -> list[Piece]:
        """The readings of the kanji of `text`."""
        if text not in self.asked:
            found = self.kept.get(text)
            if found is None:
                found = self.kept.new[text] = pieces(text, self.words(text), self.known)
            self.asked[text] = [(start, end, kana) for start, end, kana in found]
        return self.asked[text]

    def keep(self) -> None:
        """For the next build."""
        self.kept.keep(self.asked)
        if self.words.kept.new:
            self.words.kept.keep(self.asked)


def pieces(text: str, words: Sequence[Word], known: Known) -> list[Piece]:
    """[(from, up to, reading)] of the kanji of `text`, whose `words` a dictionary has read.

    What is `known` holds only from a word's beginning to a word's end: 分 is none of 分けます.
    """
    bounds = [0, *accumulate(len(word) for word, _ in words)]
    read = [(start, end, *word) for (start, end), word in zip(pairwise(bounds), words, strict=True)]
    found: list[Piece] = []
    at = 0
    while at < len(read):
        start = read[at][0]
        phrases = known.get(text[start], {})
        ends = _ends(read, at) if phrases else ()
        last = next((last for last in ends if text[start : read[last][1]] in phrases), None)
        if last is None:
            word, reading = read[at][2:]
            found += _fitted(start, word, INSTEAD.get((word, reading), reading))
            at += 1
            continue
        phrase = text[start : read[last][1]]
        inside = read[at : last + 1]
        if _kana("".join(reading or word for *_, word, reading in inside)) == _kana(phrases[phrase]):
            found += (piece for begins, _, word, reading in inside for piece in _fitted(begins, word, reading))
        else:
            found += _fitted(start, phrase, phrases[phrase])
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


def _fitted(start: int, word: str, reading: str) -> Iterator[Piece]:
    """The readings of a word's kanji alone, where it stands."""
    return ((start + begin, start + end, kana) for begin, end, kana in _fit(word, reading))


@cache
def _fit(word: str, reading: str) -> tuple[Piece, ...]:
    """The readings of a word's kanji alone: 受け取る, うけとる gives う and と."""
    if not reading or not HAS_KANJI(word):
        return ()
    parts = [part for part in PARTS.split(word) if part]
    pattern = "".join("(.+?)" if HAS_KANJI(part) else _literal(part) for part in parts)
    match = re.fullmatch(pattern, reading)
    if match is None:
        return ((0, len(word), reading),)
    ends = [*accumulate(len(part) for part in parts)]
    taken = iter(match.groups())
    return tuple((end - len(part), end, next(taken)) for part, end in zip(parts, ends, strict=True) if HAS_KANJI(part))


def _literal(part: str) -> str:
    """Kana stand for themselves; marks and the like may be left out."""
    return "".join(
        re.escape(each) if re.fullmatch("[ぁ-ゖー]", each) else f"{re.escape(each)}?" for each in hiragana(part)
    )
