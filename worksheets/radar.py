"""The empty radar: six axes from the middle, four rings, and the elements' names on the axes. Where all of it stands.

In units of 1,000 across; the page draws it as SVG, `make pictures` as the picture that stands on paper.
"""

from __future__ import annotations

import re
from math import cos, pi, sin
from pathlib import Path
from xml.sax.saxutils import escape

from content.base import Lang
from content.checklists import Checklist

MIDDLE, REACH = 500.0, 420.0  # the highest ring; js/sheet-form.js draws the reader's own into the same square
RINGS = 4  # the highest answer
WIDE, HIGH, ABOVE = 1480, 1170, 85  # the drawing with its names: the square stands in its middle
LETTER = 50  # units, the size of a name: 9 points on paper
LONG = 6.4  # letters of a line beside the drawing, which the picture's edge would cut
PARTED = re.compile(r"(?<=[とのや・ ])(?![とのや・])")
BREAK = re.compile(r"(?<=[とのや・])(?![とのや・])|(?<=and )|(?<=at )")


def on_paper(lang: Lang) -> Path:
    """The picture that stands on paper."""
    return Path(__file__).with_name("writer") / f"radar.{lang}.png"


def corners(ring: int) -> list[tuple[float, float]]:
    """The corners of a ring, from the top to the right."""
    far = REACH * ring / RINGS
    turns = [axis / 6 * 2 * pi - pi / 2 for axis in range(6)]
    return [(round(MIDDLE + far * cos(turn), 1), round(MIDDLE + far * sin(turn), 1)) for turn in turns]


def names(checklist: Checklist, lang: Lang) -> list[list[str]]:
    """What stands at each axis: the element's number and name in one line to three."""
    found = [f"{number}. {group.name[lang]}" for number, group in enumerate(checklist.groups, 1)]
    return [(_lines if axis in (0, 3) else _beside)(name) for axis, name in enumerate(found)]


def _lines(name: str) -> list[str]:
    if len(name) < 12:
        return [name]
    places = [found.start() for found in BREAK.finditer(name)]
    if not places:
        places = [found.start() for found in re.finditer(r"(?<= )", name)][1:]  # after the number there is a space
    if not places:
        return [name]
    at = min(places, key=lambda place: abs(place - len(name) / 2))
    return [name[:at].strip(), name[at:].strip()]


def _beside(name: str) -> list[str]:
    """The lines of a name at an axis that points to a side."""
    number, _, words = name.partition(" ")
    lines = [number]
    for piece in (piece for piece in PARTED.split(words) if piece):
        joined = f"{lines[-1]} {piece}" if len(lines) == 1 and lines[-1] == number else lines[-1] + piece
        if _ems(joined.strip()) <= LONG:
            lines[-1] = joined
        else:
            lines.append(piece)
    return [line.strip() for line in lines]


def _ems(words: str) -> float:
    """The width of words in letters of the drawing's font, about."""
    return sum(0.52 if each.isascii() else 0.95 for each in words)


def labels(checklist: Checklist, lang: Lang) -> list[tuple[float, float, str, str]]:
    """Every line of a name: where it stands (x, the foot of its letters y), which end of it stands there, its words."""
    found = []
    for axis, (words, (x, y)) in enumerate(zip(names(checklist, lang), corners(RINGS), strict=True)):
        anchor = "middle" if axis in (0, 3) else "start" if axis < 3 else "end"
        x += 0 if anchor == "middle" else 18 if anchor == "start" else -18
        high = LETTER * 1.15 * len(words)
        top = y - high - 12 if axis == 0 else y + 12 if axis == 3 else y - high / 2
        found += [(x, top + LETTER * (1.15 * number + 0.95), anchor, line) for number, line in enumerate(words)]
    return found


def svg(checklist: Checklist, lang: Lang) -> str:
    """The drawing for a page; its lines take the colour of its words."""
    left = (1000 - WIDE) / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} -{ABOVE} {WIDE} {HIGH}" fill="none" '
        'stroke="currentColor" aria-hidden="true">'
    ]
    for ring in range(1, RINGS + 1):
        points = " ".join(f"{x},{y}" for x, y in corners(ring))
        parts.append(f'<polygon stroke-width="{4 if ring == RINGS else 2}" points="{points}"/>')
    for x, y in corners(RINGS):
        parts.append(f'<line x1="{MIDDLE}" y1="{MIDDLE}" x2="{x}" y2="{y}" stroke-width="2"/>')
    for x, y, anchor, words in labels(checklist, lang):
        parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{LETTER}" fill="currentColor" stroke="none" '
            f'text-anchor="{anchor}">{escape(words)}</text>'
        )
    return "\n".join([*parts, "</svg>"])
