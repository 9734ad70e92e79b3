"""What every part of a sheet is written with: the document, its languages, words and boxes in cells."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document

from content.base import Text
from content.models import Guide
from worksheets.blocks import Box, said
from worksheets.models import Sheet
from worksheets.writer import controls
from worksheets.writer.base import LEFT, RIGHT
from worksheets.writer.elements import Element
from worksheets.writer.furigana import wider
from worksheets.writer.say import Say
from worksheets.writer.tables import CHARACTER, Cell, fill, long, spaced


@dataclass(frozen=True)
class Pen:
    """Writes one sheet into one document."""

    document: Document
    guide: Guide
    say: Say
    sheet: Sheet
    bare: bool = False  # without readings all the same

    @property
    def whole(self) -> float:
        """The usable width of a page in mm."""
        return (297.0 if self.sheet.landscape else 210.0) - LEFT - RIGHT

    @property
    def read(self) -> bool:
        """Do printed words have their readings over them?"""
        return self.sheet.plain and self.say.langs == ("ja",) and not self.bare

    def long(self, words: str) -> float:
        """How long `words` are in mm at 12 points, with their readings."""
        return long(words) + (wider(words) * CHARACTER if self.read else 0)

    def words(self, key: str, **values: Text | str | int) -> str:
        """Words of the interface that every sheet shares."""
        return self.say(self.guide.ui["worksheets"][key].filled(**values))

    def leading(self, key: str, **values: Text | str | int) -> str:
        """The same in the leading language alone."""
        return self.guide.ui["worksheets"][key].filled(**values)[self.say.langs[0]]

    def parts(self, key: str) -> tuple[str, ...]:
        """The same, one string a language."""
        return self.say.by_language(self.guide.ui["worksheets"][key])

    def small(self, words: str) -> None:
        """A paragraph of small print across the page."""
        spaced(self.document, words, "Note", self.whole)

    def point(self, text: Text) -> None:
        """A printed sentence after a bullet, each language on a line of its own."""
        self.small(self.words("point", said="\n  ".join(self.say.by_language(text))))

    def fill(self, cell: Cell, box: Box, *, locked: bool = True) -> None:
        """A box in a cell, with its unit; where rows repeat it isn't `locked`, so that one may be taken out."""
        fill(cell, self.control(box, locked=locked), f" {self.say(box.unit)}" if box.unit else "")

    def control(self, box: Box, *, tag: str = "", locked: bool = True) -> list[Element]:
        """The control of a box, filled in where the sheet has a value; `tag` is another one for the same box."""
        title, filled = said(box.title, self.say), self.sheet.values.get(box.tag)
        value = None if filled is None else self.say(filled)
        tag = tag or box.tag
        match box.kind:
            case "date":
                day = None if filled is None else filled[self.say.langs[0]]
                return controls.date(tag, title, self.say.locale, day, locked=locked)
            case "checkbox" | "radio":
                return controls.checkbox(tag, title, filled is not None, locked=locked)
            case "dropdown":
                return controls.dropdown(tag, title, {step.id: step.code for step in box.choices}, value)
            case _:
                return controls.text(tag, title, value, locked=locked)
