"""Filled-in charts, as SVG and as PNG from the same places: the radar of an assessment, the profile of a check.

Black on white, told apart by line and mark: they are printed and copied.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, hypot, pi, sin
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

from content.base import Lang
from content.checklists import Checklist
from worksheets.radar import ABOVE, HIGH, MIDDLE, REACH, RINGS, WIDE, on_paper, svg

Point = tuple[float, float]
FONTS = (  # a Japanese one of whatever system this is
    "/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-Regular.ttf",
    "C:/Windows/Fonts/BIZ-UDGothicR.ttc",
    "C:/Windows/Fonts/meiryo.ttc",
    "/System/Library/Fonts/ヒラギノ角ゴシック W3.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
)
DASHES: tuple[tuple[int, ...], ...] = ((), (36, 20), (10, 16), (44, 16, 10, 16))
MARKS: tuple[tuple[int, float], ...] = ((24, 0.0), (4, pi / 4), (3, -pi / 2), (4, 0.0))  # corners, turned by
STROKE, MARK = 8, 20  # units
LEGEND = 64  # units a line of the legend
ROW, HEAD, NAMES, STEP, PAD = 58, 90, 1180, 110, 30  # units of the profile


@dataclass(frozen=True)
class Series:
    """One answer to all: what it is called, and a number an axis or item, or None where there is none."""

    name: str
    values: tuple[float | None, ...]


def style(number: int) -> tuple[tuple[int, ...], tuple[int, float]]:
    """The line and the mark of the number-th of several; they come round again after four."""
    return DASHES[number % len(DASHES)], MARKS[number % len(MARKS)]


def around(middle: Point, mark: tuple[int, float], size: float = MARK) -> list[Point]:
    """The corners of a mark."""
    count, turn = mark
    steps = (turn + 2 * pi * step / count for step in range(count))
    return [(round(middle[0] + size * cos(each), 1), round(middle[1] + size * sin(each), 1)) for each in steps]


def on_axes(values: Sequence[float | None]) -> list[Point]:
    """Where the values of a radar stand, those that there are."""
    turns = [axis / len(values) * 2 * pi - pi / 2 for axis in range(len(values))]
    return [
        (round(MIDDLE + REACH * value / RINGS * cos(turn), 1), round(MIDDLE + REACH * value / RINGS * sin(turn), 1))
        for value, turn in zip(values, turns, strict=True)
        if value is not None
    ]


@dataclass(frozen=True)
class Drawn:
    """What a series looks like: its line, closed or not, and its marks."""

    points: list[Point]
    closed: bool


def _drawn_svg(drawn: Drawn, number: int) -> str:
    dash, mark = style(number)
    dashed = f' stroke-dasharray="{" ".join(map(str, dash))}"' if dash else ""
    parts = []
    if len(drawn.points) > 1:
        kind = "polygon" if drawn.closed else "polyline"
        points = " ".join(f"{x},{y}" for x, y in drawn.points)
        parts.append(f'<{kind} fill="none" stroke="#000" stroke-width="{STROKE}"{dashed} points="{points}"/>')
    for point in drawn.points:
        corners = " ".join(f"{x},{y}" for x, y in around(point, mark))
        parts.append(f'<polygon fill="#000" stroke="#fff" stroke-width="3" points="{corners}"/>')
    return "\n".join(parts)


def _legend_svg(series: Sequence[Series], left: float, top: float) -> str:
    parts = []
    for number, each in enumerate(series):
        y = top + LEGEND * (number + 0.5)
        parts.append(_drawn_svg(Drawn([(left + 30, y), (left + 150, y)], False), number))
        parts.append(
            f'<text x="{left + 190}" y="{y + 15}" font-size="40" fill="#000" stroke="none">{escape(each.name)}</text>'
        )
    return "\n".join(parts)


def radar_svg(checklist: Checklist, lang: Lang, series: Sequence[Series], title: str) -> str:
    """The radar, with its legend below."""
    left, high = (1000 - WIDE) / 2, HIGH + LEGEND * len(series)
    old = f'viewBox="{left:.0f} -{ABOVE} {WIDE} {HIGH}"'
    new = f'viewBox="{left:.0f} -{ABOVE} {WIDE} {high}" role="img"'
    empty = svg(checklist, lang).replace(old, new).replace(' aria-hidden="true"', "").replace("currentColor", "#000")
    head, _, body = empty.partition(">\n")
    drawn = "\n".join(_drawn_svg(Drawn(on_axes(each.values), True), number) for number, each in enumerate(series))
    legend = _legend_svg(series, left, HIGH - ABOVE)
    inside = body.removesuffix("</svg>")
    return f"{head}>\n<title>{escape(title)}</title>\n{inside}{drawn}\n{legend}\n</svg>\n"


class Pencil:
    """Draws series into a picture; `scale` and `shift` lead from units to pixels."""

    def __init__(self, image: Image.Image, scale: float, shift: Point) -> None:
        self.draw, self.scale, self.shift = ImageDraw.Draw(image), scale, shift

    def at(self, point: Point) -> Point:
        """A place in pixels."""
        return (point[0] + self.shift[0]) * self.scale, (point[1] + self.shift[1]) * self.scale

    def series(self, drawn: Drawn, number: int) -> None:
        """One line with its marks."""
        dash, mark = style(number)
        points = [*drawn.points, drawn.points[0]] if drawn.closed and len(drawn.points) > 2 else drawn.points
        width = max(2, round(STROKE * self.scale))
        for start, end in pairwise(points):
            for one, other in _dashes(start, end, dash):
                self.draw.line([self.at(one), self.at(other)], fill=0, width=width)
        for point in drawn.points:
            self.draw.polygon([self.at(corner) for corner in around(point, mark)], fill=0, outline=255)

    def words(self, point: Point, text: str, size: float, anchor: str) -> None:
        """Words at a place, where there is a font for them."""
        found = font(round(size * self.scale))
        if found or text.isascii():
            use = found or ImageFont.load_default(round(size * self.scale))
            self.draw.text(self.at(point), text, fill=0, font=use, anchor=anchor)


def _dashes(start: Point, end: Point, dash: tuple[int, ...]) -> list[tuple[Point, Point]]:
    far = hypot(end[0] - start[0], end[1] - start[1])
    if not dash or not far:
        return [(start, end)]

    def along(distance: float) -> Point:
        share = min(distance, far) / far
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    made, gone, step = [], 0.0, 0
    while gone < far:
        length = dash[step % len(dash)]
        if step % 2 == 0:
            made.append((along(gone), along(gone + length)))
        gone, step = gone + length, step + 1
    return made


@cache
def font(size: int) -> ImageFont.FreeTypeFont | None:
    """A font with Japanese letters, if this machine has one."""
    return next((ImageFont.truetype(path, size) for path in FONTS if Path(path).exists()), None)


def _legend_png(pencil: Pencil, series: Sequence[Series], left: float, top: float) -> None:
    for number, each in enumerate(series):
        y = top + LEGEND * (number + 0.5)
        pencil.series(Drawn([(left + 30, y), (left + 150, y)], False), number)
        pencil.words((left + 190, y), each.name, 40, "lm")


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()


def radar_png(lang: Lang, series: Sequence[Series]) -> bytes:
    """The same, drawn into the picture that stands on the sheet: the elements' names are in it already."""
    with Image.open(on_paper(lang)) as empty:
        scale = empty.width / WIDE
        image = Image.new("L", (empty.width, empty.height + round(LEGEND * len(series) * scale)), 255)
        image.paste(empty.convert("L"))
    left = (1000 - WIDE) / 2
    pencil = Pencil(image, scale, (-left, ABOVE))
    for number, each in enumerate(series):
        pencil.series(Drawn(on_axes(each.values), True), number)
    _legend_png(pencil, series, left, HIGH - ABOVE)
    return _png(image)


def _profile(series: Series) -> list[Drawn]:
    """Where the answers of a check stand: a row an item, a column a step of the scale; a line ends where one is lacking."""
    runs: list[list[Point]] = [[]]
    for row, value in enumerate(series.values):
        if value is not None:
            runs[-1].append((NAMES + STEP * (value + 0.5), HEAD + ROW * (row + 0.5)))
        elif runs[-1]:
            runs.append([])
    return [Drawn(run, False) for run in runs if run]


def _items(checklist: Checklist, lang: Lang) -> list[str]:
    names = [item.text[lang] for group in checklist.groups for item in group.items]
    longest = 33 if lang == "ja" else 62
    return [f"{n}. {name if len(name) <= longest else name[: longest - 1] + '…'}" for n, name in enumerate(names, 1)]


def _size(checklist: Checklist, count: int) -> tuple[int, int]:
    rows = sum(len(group.items) for group in checklist.groups)
    return NAMES + STEP * len(checklist.scale) + PAD, HEAD + ROW * rows + PAD + LEGEND * count


def _ruling(checklist: Checklist) -> list[tuple[Point, Point]]:
    """The lines behind a profile."""
    rows, steps = sum(len(group.items) for group in checklist.groups), len(checklist.scale)
    right, bottom = NAMES + STEP * steps, HEAD + ROW * rows
    across = [((PAD, HEAD + ROW * row), (right, HEAD + ROW * row)) for row in range(rows + 1)]
    down = [((NAMES + STEP * step, HEAD), (NAMES + STEP * step, bottom)) for step in range(steps + 1)]
    return [*across, *down]


def profile_svg(checklist: Checklist, lang: Lang, series: Sequence[Series], title: str) -> str:
    """The profile of a check: items one below the other, answers from the left as the scale has them."""
    wide, high = _size(checklist, len(series))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img">',
        f"<title>{escape(title)}</title>",
    ]
    for (x1, y1), (x2, y2) in _ruling(checklist):
        parts.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#999" stroke-width="2"/>')
    for step, grade in enumerate(checklist.scale):
        x = NAMES + STEP * (step + 0.5)
        parts.append(f'<text x="{x}" y="{HEAD - 24}" font-size="44" text-anchor="middle">{escape(grade.code)}</text>')
    for row, name in enumerate(_items(checklist, lang)):
        parts.append(f'<text x="{PAD}" y="{HEAD + ROW * (row + 0.5) + 12}" font-size="32">{escape(name)}</text>')
    for number, each in enumerate(series):
        parts += [_drawn_svg(run, number) for run in _profile(each)]
    parts.append(_legend_svg(series, PAD, high - LEGEND * len(series)))
    return "\n".join([*parts, "</svg>\n"])


def profile_png(checklist: Checklist, lang: Lang, series: Sequence[Series]) -> bytes:
    """The same as a picture."""
    wide, high = _size(checklist, len(series))
    scale = 1200 / wide
    image = Image.new("L", (1200, round(high * scale)), 255)
    pencil = Pencil(image, scale, (0, 0))
    for start, end in _ruling(checklist):
        pencil.draw.line([pencil.at(start), pencil.at(end)], fill=150)
    for step, grade in enumerate(checklist.scale):
        pencil.words((NAMES + STEP * (step + 0.5), HEAD / 2), grade.code, 44, "mm")
    for row, name in enumerate(_items(checklist, lang)):
        pencil.words((PAD, HEAD + ROW * (row + 0.5)), name, 32, "lm")
    for number, each in enumerate(series):
        for run in _profile(each):
            pencil.series(run, number)
    _legend_png(pencil, series, PAD, high - LEGEND * len(series))
    return _png(image)
