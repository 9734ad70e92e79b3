"""From boxes to paper: questions and their answers, grids, cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.shared import Mm

from content.base import Text
from content.models import Guide
from worksheets.blocks import Block, Box, Grid, Group, Means, Prompt, Prompts, Row, said
from worksheets.boxes import blocks, written
from worksheets.models import (
    ChoiceField,
    ConfirmField,
    ContentsField,
    RadarField,
    RatingField,
    Section,
    Sheet,
    TextField,
    WordsField,
)
from worksheets.writer import controls
from worksheets.writer.elements import child, line
from worksheets.writer.opened import opened
from worksheets.writer.say import Say
from worksheets.writer.shapes import ANSWERS, Shape, shape_of, shape_of_means
from worksheets.writer.tables import (
    LINE,
    Cell,
    Table,
    apart,
    beside,
    bordered,
    fill,
    flowed,
    group_row,
    kept,
    long,
    put,
    row,
    shade,
    shared,
    table,
)

SIGNATURE = 12.5  # mm
CARD, CARD_HEAD, CARD_ROW = 90.0, 7.0, 12.0  # mm: four rows fold to the size of a business card
TICK = 5.7  # mm, a box of 16 points
RADAR = Path(__file__).with_name("radar.png")


@dataclass(frozen=True)
class Writer:
    """Writes the fields of one sheet into one document."""

    document: Document
    guide: Guide
    say: Say
    sheet: Sheet

    @property
    def whole(self) -> float:
        """The usable width of a page in mm, between margins of 15 mm."""
        return 267.0 if self.sheet.landscape else 180.0

    def words(self, key: str, **values: Text | str | int) -> str:
        """Words of the interface that every sheet shares."""
        return self.say(self.guide.ui["worksheets"][key].filled(**values))

    def point(self, text: Text) -> None:
        """A printed sentence after a bullet, each language on a line of its own."""
        line(self.document, self.words("point", said="\n  ".join(self.say.by_language(text))), "Note")

    def section(self, section: Section) -> None:
        """A section: runs of questions share one table, whatever is a table itself has its own."""
        found = [block for field in section.fields for block in blocks(self.guide, field)]
        if section.card:
            self._card([prompt for block in found if isinstance(block, Prompts) for prompt in block.prompts])
            return
        body = self.document.element.body
        before = len(body)
        made, shares = None, None
        for block in found:
            if isinstance(block, Prompts):
                widths = shared(self.whole, _shares(block.prompts))
                if made is None or shares != widths:
                    made, shares = table(self.document, widths), widths
                self._prompts(made, block.prompts)
            else:
                made = None
                self._block(block)
        if any(isinstance(field, ConfirmField) for field in section.fields):
            kept(body[before - 1 : -1])

    def _prompts(self, made: Table, prompts: Sequence[Prompt]) -> None:
        cells = row(made, max(_height(prompt) for prompt in prompts))
        for number, prompt in enumerate(prompts):
            label, answer = cells[2 * number], cells[2 * number + 1]
            shade(label)
            put(label, *self.say.by_language(prompt.field.label), bold=True)
            put(label, *self._hints(prompt), style="Note")
            if isinstance(prompt.field, ConfirmField):
                self._signed(prompt, answer, *cells[2:])
            else:
                self._answer(prompt, answer)

    def _hints(self, prompt: Prompt) -> list[str]:
        found = [*self.say.by_language(prompt.field.hint)] if prompt.field.hint else []
        if isinstance(prompt.field, ChoiceField):
            found.append(self.words("any" if prompt.field.many else "one"))
        return found

    def _signed(self, prompt: Prompt, name: Cell, on: Cell, day: Cell) -> None:
        signature, signed_on = prompt.boxes
        self._fill(name, signature)
        shade(on)
        put(on, *self.say.by_language(self.guide.ui["worksheets"]["on"]), style="Note")
        self._fill(day, signed_on)

    def _answer(self, prompt: Prompt, cell: Cell) -> None:
        match prompt.field:
            case ChoiceField():
                used = 0.0
                for box in prompt.boxes:
                    words = f" {said(box.label, self.say)}　"
                    if used and used + TICK + long(words) > cell.width.mm - 4:  # a box stays with its words
                        beside(cell, "\n")
                        used = 0.0
                    used += TICK + long(words)
                    self._fill(cell, box)
                    beside(cell, words)
            case RatingField():
                beside(cell, f"{self._end(prompt.field.low)}  ")
                for box in prompt.boxes:
                    self._fill(cell, box)
                    beside(cell, f" {said(box.label, self.say)}  ")
                beside(cell, self._end(prompt.field.high))
            case _:
                for box in prompt.boxes:
                    self._fill(cell, box)

    def _end(self, text: Text) -> str:
        """One end of a scale, never broken in two."""
        return "\u00a0".join(self.say.by_language(text))

    def _fill(self, cell: Cell, box: Box) -> None:
        """A box in a cell, with its unit."""
        fill(cell, self._control(box))
        if box.unit:
            beside(cell, " " + self.say(box.unit))

    def _control(self, box: Box) -> list[Any]:
        title, filled = said(box.title, self.say), self.sheet.values.get(box.tag)
        value = None if filled is None else self.say(filled)
        match box.kind:
            case "date":
                day = None if filled is None else filled[self.say.langs[0]]
                return controls.date(box.tag, title, self.say.locale, day)
            case "checkbox" | "radio":
                return controls.checkbox(box.tag, title, filled is not None)
            case "dropdown":
                return controls.dropdown(box.tag, title, {step.id: step.code for step in box.choices}, value)
            case _:
                return controls.text(box.tag, title, value)

    def _block(self, block: Block) -> None:
        match block:
            case WordsField():
                apart(self.document)
                for text in block.words:
                    self.point(text)
            case RadarField():
                self._radar(block)
            case Means():
                rows = tuple(mean.row for mean in block.means)
                self._grid(block.heads, (Group(rows),), shape_of_means(self.whole))
            case Grid():
                if block.scale:
                    steps = [f"{step.code}\u00a0{self.say(step.name)}" for step in block.scale]
                    line(self.document, flowed([self.words("scale"), *steps], self.whole), "Note")
                self._grid(block.heads, block.groups, shape_of(block, self.whole, self.sheet.example))

    def _grid(self, heads: Sequence[Text], groups: Sequence[Group], shape: Shape) -> None:
        """Heads, group rows, words at the left, boxes at the right."""
        made = table(self.document, shape.widths, [self.say.by_language(head) for head in heads])
        for group in groups:
            if group.name and group.rows:
                group_row(made, self.say.by_language(group.name))
            for each in group.rows:
                cells = row(made, shape.blank or shape.height if each.blank else shape.height)
                words = len(cells) - len(each.boxes)
                if not each.blank:
                    self._row_words(cells[:words], each, shape)
                for cell, box in zip(cells[words:], each.boxes, strict=True):
                    self._fill(cell, box)

    def _row_words(self, cells: Sequence[Cell], row: Row, shape: Shape) -> None:
        if shape.numbered:
            put(cells[0], str(row.number))
            cells = cells[1:]
        cell, *others = cells
        if shape.shaded:
            shade(cell)
        words = (said(row.title, self.say),) if shape.short else self.say.by_language(row.name)
        put(cell, *words, bold=shape.bold, style=shape.style)
        if row.note:
            put(cell, *self.say.by_language(row.note), style="Note")
        for other, text in zip(others, row.beside, strict=True):
            put(other, *self.say.by_language(text), style="Note")

    def _card(self, prompts: Sequence[Prompt]) -> None:
        """A card of two halves to cut out and fold, each box with its words above it."""
        line(self.document, self.words("cut"), "Note")
        made = table(self.document, [CARD, CARD])
        bordered(made)
        for half in row(made, CARD_HEAD):
            put(half, *self.say.by_language(self.sheet.name), bold=True, style="Note")
        for number in range(0, len(prompts), 2):
            for cell, prompt in zip(row(made, CARD_ROW), prompts[number : number + 2], strict=False):
                put(cell, self.say(prompt.field.label), bold=True, style="Note")
                for box in prompt.boxes:
                    child(cell._tc, "w:p").extend(self._control(box))

    def _radar(self, field: RadarField) -> None:
        line(self.document, self.say(field.label), "Note").get_or_add_pPr().get_or_add_keepNext()
        paragraph = self.document.add_paragraph()
        picture = opened(RADAR, lambda path: paragraph.add_run().add_picture(path, width=Mm(88)))
        described = picture._inline.docPr
        described.set("descr", self.say(field.alt))
        described.set("name", "radar")

    def crosswalks(self) -> None:
        """How the contents match the official form, after everything that is filled in."""
        for field in (field for section in self.sheet.sections for field in section.fields):
            if not isinstance(field, ContentsField) or self.sheet.example:
                continue
            heading = line(self.document, self.words("crosswalk"), "Heading2")
            heading.get_or_add_pPr().get_or_add_pageBreakBefore()  # not part of what is handed out
            line(self.document, self.words("crosswalk_note"), "Note")
            widths = shared(self.whole, ANSWERS)
            ui = self.guide.ui["worksheets"]
            heads = [self.say.by_language(ui[key]) for key in ("our_field", "official_form")]
            made = table(self.document, widths, heads)
            for item in written(self.guide, field):
                ours, official = row(made, 5)
                put(ours, *self.say.by_language(item.name), style="Note")
                put(official, *self.say.by_language(item.official), style="Note")


def _shares(prompts: Sequence[Prompt]) -> list[float]:
    """The shares of labels and boxes in a row of questions; a signature has its day beside it."""
    match [prompt.field for prompt in prompts]:
        case [ConfirmField()]:
            return [0.34, 0.31, 0.09, 0.26]
        case [_]:
            return ANSWERS
        case _:
            return [0.4, 0.6] * len(prompts)


def _height(prompt: Prompt) -> float:
    match prompt.field:
        case TextField(lines=lines):
            return LINE * lines
        case ConfirmField():
            return SIGNATURE
        case _:
            return LINE
