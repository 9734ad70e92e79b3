"""Where printed words break into lines: at the end of a phrase where they can, never into a last line of one or two characters.

The sheets' font is of one width: a kana or kanji takes one em, a latin letter half of one. So the lines are known before
any office suite sets them, and a paragraph whose last line would be an orphan is set a little narrower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, pairwise

NOT_FIRST = "、。，．・：；？！）」』】〕〉》］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ／〜）,.:;!?)]}%"
NOT_LAST = "（「『【〔〈《［｛([{"
HANGING = "、。，．"  # stand in the margin rather than begin a line
PIECES = re.compile(r"[!-~\u2018-\u201d]+|\s|.")
BETWEEN = 0.25  # em
MEETING = re.compile(r"(?<=[ぁ-ヿ㐀-鿿々])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[ぁ-ヿ㐀-鿿々])")
SHORTEST = 3.0  # em of a last line: less looks like a slip
SUITES = (
    (0.0, True),
    (0.4, True),
    (0.0, False),
    (0.4, False),
)  # em that one has less, and whether full stops hang in it
NARROWEST = 0.55  # of the line: never set words narrower than this
MOST = 4  # lines: longer texts are read as text, and break as such
MARK = "、。，．・：；？！）」』】〕〉》］｝／　"  # a phrase ends behind these
PHRASE = re.compile(  # or at a bracket, where kana turn to kanji, before some words in kana
    r"[ぁ-ん]\n(?:[^ぁ-んー、。）」]|こと|ところ|とき|ため|もの|ほう|ほしい|よい|ない|いる|する|した|して|もらう|もらえ)"
    r"|\n[（「『]"
)


def ems(words: str) -> float:
    """The width of words in em."""
    return sum(0.5 if each.isascii() or each in "\u2018\u2019\u201c\u201d\u00a0–" else 1.0 for each in words)


@lru_cache(maxsize=4096)  # of a text the same lines are asked for many times over, then never again
def lines(words: str, room: float, hangs: bool = True) -> tuple[str, ...]:
    """The lines that `words` take where one holds `room` em, in a suite that `hangs` full stops in the margin or not."""
    pieces, widths, meetings = _measured(words)
    made = []
    begin = end = 0  # of the line so far
    for first, last, seen, hanging in pieces:
        wide = widths[seen] - widths[begin] + BETWEEN * (meetings[seen] - meetings[begin + 1])
        fits = wide <= room + (1.0 if hangs and hanging else 0.0) + 0.01
        if end > begin and not fits:
            made.append(words[begin:end].rstrip())
            begin = last if seen == first else first  # no line begins with a space
        end = last
    rest = words[begin:end].rstrip()
    return (*made, rest) if rest or not made else tuple(made)


@cache
def _measured(words: str) -> tuple[list[tuple[int, int, int, bool]], list[float], list[int]]:
    """The pieces that no line breaks: first, last and last visible place, and whether it may hang; at each place the em
    before it, and how often office suites put room between two signs before it.
    """
    pieces = []
    at = 0
    for piece in _pieces(words):
        pieces.append((at, at + len(piece), at + len(piece.rstrip()), piece[-1] in HANGING))
        at += len(piece)
    widths = [0.0, *accumulate(ems(each) for each in words)]
    met = {found.start() for found in MEETING.finditer(words)}
    meetings = [0, *accumulate(place in met for place in range(len(words)))]
    return pieces, widths, meetings


def _pieces(words: str) -> Iterator[str]:
    """What no line breaks: a word of latin letters, a sign with what it may not be parted from."""
    held = ""
    for piece in PIECES.findall(words):
        begins = piece[0] in NOT_FIRST
        if held and not begins and held[-1] not in NOT_LAST:
            yield held
            held = ""
        held += piece
    if held:
        yield held


@cache
def settled(words: str, room: float) -> float:
    """The room, or the widest below it where no last line is an orphan and fewest lines end within a phrase.

    Words never take more lines for their phrases' sake.
    """
    parts = words.split("\n")
    tries = [room - 0.5 * step for step in range(int(room * (1 - NARROWEST) / 0.5) + 1)]
    for suites in (SUITES, SUITES[:1]):
        good = [
            tried
            for tried in tries
            if not any(orphan(part, tried - less, hangs) for part in parts for less, hangs in suites)
        ]
        if good:
            high = _high(parts, good[0])
            return min(good, key=lambda tried: (_high(parts, tried) > high, _cut(parts, tried, suites), -tried))
    return room


def _high(parts: list[str], room: float) -> int:
    return sum(len(lines(part, room)) for part in parts)


def _cut(parts: list[str], room: float, suites: tuple[tuple[float, bool], ...]) -> int:
    """How many lines end within a phrase, in the suite that sets them worst."""
    if _high(parts, room) > MOST * len(parts):
        return 0
    return max(
        sum(_within(*two) for part in parts for two in pairwise(lines(part, room - less, hangs)))
        for less, hangs in suites
    )


def _within(first: str, second: str) -> bool:
    """Do two lines part a phrase, or what stands in brackets?"""
    if first[-1:].isascii() and second[:1].isascii():
        return False
    if first.rfind("（") > first.rfind("）"):
        return True
    return first[-1] not in MARK and not PHRASE.search(f"{first[-1]}\n{second[:3]}")


def orphan(words: str, room: float, hangs: bool = True) -> bool:
    """Is the last of several lines one or two characters long?"""
    found = lines(words, room, hangs)
    return len(found) > 1 and ems(found[-1].rstrip(HANGING)) < SHORTEST
