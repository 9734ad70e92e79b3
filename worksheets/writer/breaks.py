"""Where printed words break into lines, so that none ends in a line of one or two characters.

The sheets' font is of one width: a kana or kanji takes one em, a latin letter half of one. So the lines are known before
any office suite sets them, and a paragraph whose last line would be an orphan is set a little narrower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

NOT_FIRST = "、。，．・：；？！）」』】〕〉》］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ／〜）,.:;!?)]}%"
NOT_LAST = "（「『【〔〈《［｛([{"
HANGING = "、。，．"  # stand in the margin rather than begin a line
PIECES = re.compile(r"[!-~\u2018-\u201d]+|\s|.")
SHORTEST = 3.0  # em of a last line: less looks like a slip
SLACK = (0.0, 0.4)  # em: office suites differ by a part of a sign
HUNG = (1.0,)  # em: and not each lets a full stop hang, which tells in long lines
LONG_LINE = 20.0  # em
NARROWEST = 0.55  # of the line: never set words narrower than this


def ems(words: str) -> float:
    """The width of words in em."""
    return sum(0.5 if each.isascii() or each in "\u2018\u2019\u201c\u201d\u00a0–" else 1.0 for each in words)


def lines(words: str, room: float) -> list[str]:
    """The lines that `words` take where one holds `room` em."""
    made, now = [], ""
    for piece in _pieces(words):
        fits = ems(now + piece.rstrip()) <= room + (1.0 if piece[-1] in HANGING else 0.0) + 0.01
        if now and not fits:
            made.append(now.rstrip())
            now = "" if piece.isspace() else piece
        else:
            now += piece
    return [*made, now.rstrip()] if now.strip() or not made else made


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


def settled(words: str, room: float) -> float:
    """The room, or the widest below it in which no last line is an orphan."""
    wanted = SLACK + HUNG if room >= LONG_LINE else SLACK
    for slack in (wanted, (0.0,)):
        tried = room
        while tried > room * NARROWEST:
            if not any(orphan(line, tried - less) for line in words.split("\n") for less in slack):
                return tried
            tried -= 0.5
    return room


def orphan(words: str, room: float) -> bool:
    """Is the last of several lines one or two characters long?"""
    found = lines(words, room)
    return len(found) > 1 and ems(found[-1].rstrip(HANGING)) < SHORTEST
