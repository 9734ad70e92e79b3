"""Draws the empty radar as the picture that stands on paper: `python -m worksheets.writer.radar` (part of `make pictures`).

The names on its axes are the elements' names; the picture says in its own properties which they were, so that a test
sees when they have changed.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from content.base import LANGUAGES, Lang
from content.checklists import Checklist
from content.load import find, load
from worksheets.radar import ABOVE, HIGH, LETTER, MIDDLE, RINGS, WIDE, corners, labels, names, on_paper

FONTS = Path("/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-Regular.ttf")
LARGER = 2  # drawn twice as large, then made smaller: smooth lines
WIDTH = 960  # pixels: 280 an inch on paper


def told(checklist: Checklist, lang: Lang) -> str:
    """The names on a picture, as it keeps them."""
    return " | ".join(" ".join(lines) for lines in names(checklist, lang))


def draw(checklist: Checklist, lang: Lang) -> None:
    """Write the picture of a language."""
    image = Image.new("L", (WIDE * LARGER, HIGH * LARGER), 255)
    pen = ImageDraw.Draw(image)
    left = (WIDE - 1000) / 2

    def at(x: float, y: float) -> tuple[float, float]:
        return (x + left) * LARGER, (y + ABOVE) * LARGER

    for ring in range(1, RINGS + 1):
        points = [at(*corner) for corner in corners(ring)]
        pen.line([*points, points[0]], fill=0, width=(6 if ring == RINGS else 3) * LARGER)
    for corner in corners(RINGS):
        pen.line([at(MIDDLE, MIDDLE), at(*corner)], fill=0, width=3 * LARGER)
    font = ImageFont.truetype(str(FONTS), LETTER * LARGER)
    for x, y, anchor, words in labels(checklist, lang):
        pen.text(at(x, y), words, fill=0, font=font, anchor={"start": "ls", "middle": "ms", "end": "rs"}[anchor])
    about = PngInfo()
    about.add_text("names", told(checklist, lang).encode("ascii", "xmlcharrefreplace").decode())
    small = image.resize((WIDTH, WIDTH * HIGH // WIDE), Image.Resampling.LANCZOS).quantize(5)
    small.save(on_paper(lang), pnginfo=about, optimize=True)


def main() -> None:
    """Draw the picture of every language."""
    checklist = find(load().checklists, "retention-assessment", "checklist")
    for lang in LANGUAGES:
        draw(checklist, lang)


if __name__ == "__main__":
    main()
