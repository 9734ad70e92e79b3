"""From fields to boxes on paper: every kind of field has its one case here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.shared import Mm

from content.base import Text
from content.load import find
from content.models import Guide
from worksheets.catalogue import RATINGS, contents, dated, due_name, due_note, items, placed, rows
from worksheets.models import (
    AccommodationsField,
    AnyField,
    CheckboxField,
    ChecklistField,
    ChoiceField,
    Column,
    ConfirmField,
    ContentsField,
    DateField,
    GroupField,
    NumberField,
    Part,
    QuestionsField,
    RadarField,
    RatingField,
    RecordsField,
    ScheduleField,
    Sheet,
    StrengthsField,
    TableField,
    TextField,
    WordsField,
)
from worksheets.writer import controls
from worksheets.writer.elements import child, line
from worksheets.writer.say import Say
from worksheets.writer.tables import (
    LINE,
    Cell,
    Words,
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
CLOSE = 8.0  # mm of handwriting a line, where many are needed
NUMBER = 8.2  # mm, a row to write one number in
WRITTEN = 14.0  # mm, a row of a list with room to write in
CARD, CARD_HEAD, CARD_ROW = 90.0, 7.0, 12.0  # mm: four rows fold to the size of a business card
TICK = 5.7  # mm, a box of 16 points
RADAR = Path(__file__).with_name("radar.png")
Question = TextField | NumberField | DateField | CheckboxField | ChoiceField | RatingField | ConfirmField


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
        return self.say(self.guide.ui["worksheets"][key], **values)

    def each(self, key: str, **values: Text | str | int) -> Words:
        """The same, one string a language."""
        return self.say.each(self.guide.ui["worksheets"][key], **values)

    def point(self, said: Text) -> None:
        """A printed sentence after a bullet, each language on a line of its own."""
        line(self.document, self.words("point", said="\n  ".join(self.say.each(said))), "Note")

    def part(self, part: Part) -> None:
        """A section: runs of single questions share one table, whatever is a table itself has its own."""
        if part.card:
            self._card(part.fields)
            return
        body = self.document.element.body
        before = len(body)
        made, shape = None, None
        for field in part.fields:
            if isinstance(field, Question | GroupField):
                asked = field.fields if isinstance(field, GroupField) else (field,)
                widths = shared(self.whole, self._shares(asked))
                if made is None or shape != widths:
                    made, shape = table(self.document, widths), widths
                self._questions(made, asked)
            else:
                made = None
                self._block(field)
        if any(isinstance(field, ConfirmField) for field in part.fields):
            kept(body[before - 1 : -1])

    @staticmethod
    def _shares(asked: Sequence[Question]) -> list[float]:
        """The shares of labels and boxes in a row of questions; a signature has its day beside it."""
        match asked:
            case [ConfirmField()]:
                return [0.34, 0.31, 0.09, 0.26]
            case [_]:
                return [0.34, 0.66]
            case _:
                return [0.4, 0.6] * len(asked)

    def _questions(self, made: Any, asked: Sequence[Question]) -> None:
        cells = row(made, max(self._height(field) for field in asked))
        for number, field in enumerate(asked):
            label, box = cells[2 * number], cells[2 * number + 1]
            shade(label)
            put(label, *self.say.each(field.label), bold=True)
            put(label, *self._hints(field), style="Note")
            if isinstance(field, ConfirmField):
                self._signed(field, box, *cells[2:])
            else:
                self._answer(box, field)

    def _hints(self, field: Question) -> list[str]:
        said = [*self.say.each(field.hint)] if field.hint else []
        if isinstance(field, ChoiceField):
            said.append(self.words("any" if field.many else "one"))
        return said

    def _signed(self, field: ConfirmField, box: Cell, on: Cell, day: Cell) -> None:
        asks, words = self.say(field.label), self.each("on")
        fill(box, self._text(field.id, asks))
        shade(on)
        put(on, *words, style="Note")
        fill(day, self._date(f"{field.id}-on", f"{asks} - {' / '.join(words)}"))

    def _height(self, field: Question) -> float:
        match field:
            case TextField(lines=lines):
                return LINE * lines
            case ConfirmField():
                return SIGNATURE
            case _:
                return LINE

    def _answer(self, box: Cell, field: Question) -> None:
        asks = self.say(field.label)
        match field:
            case TextField():
                fill(box, self._text(field.id, asks))
            case NumberField():
                fill(box, self._text(field.id, f"{asks} ({self.say(field.unit)})"))
                beside(box, " " + self.say(field.unit))
            case DateField():
                fill(box, self._date(field.id, asks))
            case CheckboxField():
                fill(box, self._tick(field.id, asks))
            case ChoiceField():
                used = 0.0
                for choice in field.choices:
                    words = f" {self.say(choice.name)}　"
                    if used and used + TICK + long(words) > box.width.mm - 4:  # a box stays with its words
                        beside(box, "\n")
                        used = 0.0
                    used += TICK + long(words)
                    fill(box, self._tick(f"{field.id}-{choice.id}", f"{asks}: {self.say(choice.name)}"))
                    beside(box, words)
            case RatingField():
                beside(box, f"{self._end(field.low)}  ")
                for step in RATINGS:
                    fill(box, self._tick(f"{field.id}-{step}", f"{asks}: {step}"))
                    beside(box, f" {step}  ")
                beside(box, self._end(field.high))

    def _end(self, said: Text) -> str:
        """One end of a scale, never broken in two."""
        return "\u00a0".join(self.say.each(said))

    def _value(self, tag: str) -> str | None:
        value = self.sheet.values.get(tag)
        return None if value is None else self.say(value)

    def _text(self, tag: str, title: str) -> list[Any]:
        return controls.text(tag, title, self._value(tag))

    def _date(self, tag: str, title: str) -> list[Any]:
        value = self.sheet.values.get(tag)
        day = None if value is None else value[self.say.langs[0]]
        return controls.date(tag, title, self.say.locale, day)

    def _tick(self, tag: str, title: str) -> list[Any]:
        return controls.checkbox(tag, title, tag in self.sheet.values)

    def _cells(self, boxes: Sequence[Cell], prefix: str, name: str, columns: tuple[Column, ...]) -> None:
        for box, column in zip(boxes, columns, strict=True):
            tag, title = f"{prefix}-{column.id}", f"{name}: {self.say(column.label)}"
            match column.kind:
                case "text":
                    fill(box, self._text(tag, title))
                case "date":
                    fill(box, self._date(tag, title))
                case "checkbox":
                    fill(box, self._tick(tag, title))

    def _heads(self, columns: tuple[Column, ...]) -> list[Words]:
        return [self.say.each(column.label) for column in columns]

    def _block(self, field: AnyField) -> None:
        match field:
            case WordsField():
                apart(self.document)
                for each in field.words:
                    self.point(each)
            case TableField():
                self._repeated(field)
            case ChecklistField():
                self._checklist(field)
            case RadarField():
                self._radar(field)
            case ContentsField():
                self._contents(field)
            case StrengthsField():
                self._strengths(field)
            case QuestionsField():
                self._asked_first(field)
            case AccommodationsField():
                self._accommodations(field)
            case RecordsField():
                self._records(field)
            case ScheduleField():
                self._schedule(field)

    def _card(self, fields: tuple[AnyField, ...]) -> None:
        """A card of two halves to cut out and fold, each box with its words above it."""
        line(self.document, self.words("cut"), "Note")
        made = table(self.document, [CARD, CARD])
        bordered(made)
        for half in row(made, CARD_HEAD):
            put(half, *self.say.each(self.sheet.name), bold=True, style="Note")
        asked = [field for field in fields if isinstance(field, TextField | DateField)]
        for number in range(0, len(asked), 2):
            for cell, field in zip(row(made, CARD_ROW), asked[number : number + 2], strict=False):
                put(cell, self.say(field.label), bold=True, style="Note")
                answer = self._date if isinstance(field, DateField) else self._text
                child(cell._tc, "w:p").extend(answer(field.id, self.say(field.label)))

    def _repeated(self, field: TableField) -> None:
        named = bool(field.rows)
        widths = shared(self.whole, [*([field.width] if named else []), *(column.width for column in field.columns)])
        made = table(
            self.document, widths, [*([self.say.each(field.label)] if named else []), *self._heads(field.columns)]
        )
        for id, name in rows(field):
            cells = row(made, max(LINE, CLOSE * field.lines))
            said = self.say(name.name) if name else f"{self.say(field.label)} {id}"
            if name:
                shade(cells[0])
                put(cells[0], *self.say.each(name.name), bold=True)
            self._cells(cells[1:] if named else cells, f"{field.id}-{id}", said, field.columns)

    def _checklist(self, field: ChecklistField) -> None:
        checklist = find(self.guide.checklists, field.checklist, "checklist")
        scale = {step.id: step.code for step in checklist.scale}
        steps = [f"{step.code}\u00a0{self.say(step.name)}" for step in checklist.scale]
        line(self.document, flowed([self.words("scale"), *steps], self.whole), "Note")
        beside = [column.width * 9.0 for column in field.columns]
        fixed = [9.0, *(16.0 for _ in field.rounds), *beside]
        widths = [fixed[0], self.whole - sum(fixed), *fixed[1:]]
        heads = [self.each("number"), self.each("item"), *(self.say.each(turn.name) for turn in field.rounds)]
        height = WRITTEN if field.columns else NUMBER
        made = table(self.document, widths, [*heads, *self._heads(field.columns)])
        numbers = {
            item.id: number
            for number, item in enumerate((item for group in checklist.groups for item in group.items), 1)
        }
        for group, asked in items(self.guide, field):
            group_row(made, self.say.each(group.name))
            for item in asked:
                number, words, *boxes = row(made, height)
                put(number, str(numbers[item.id]))
                put(words, *self.say.each(item.text), style="Item")
                ratings, others = boxes[: len(field.rounds)], boxes[len(field.rounds) :]
                for box, turn in zip(ratings, field.rounds, strict=True):
                    tag, title = f"{item.id}-{turn.id}", f"{numbers[item.id]}. {self.say(turn.name)}"
                    fill(box, controls.dropdown(tag, title, scale, self._value(tag)))
                self._cells(others, item.id, f"{numbers[item.id]}", field.columns)
        if field.means:
            self._means(field)

    def _means(self, field: ChecklistField) -> None:
        widths = shared(self.whole, [5, 2, 3])
        mean, answered = self.words("mean"), self.words("answered")
        made = table(self.document, widths, [self.each("element"), self.each("mean"), self.each("answered")])
        every = [group.id for group in find(self.guide.checklists, field.checklist, "checklist").groups]
        for group, asked in items(self.guide, field):
            name = self.say(group.name)
            cells = row(made, NUMBER)
            put(cells[0], f"{every.index(group.id) + 1}. {name}")
            fill(cells[1], self._text(f"{group.id}-mean", f"{name}: {mean}"))
            fill(cells[2], self._text(f"{group.id}-answered", f"{name}: {answered}"))
            beside(cells[2], " " + self.words("of_items", count=len(asked)))

    def _radar(self, field: RadarField) -> None:
        line(self.document, self.say(field.label), "Note").get_or_add_pPr().get_or_add_keepNext()
        paragraph = self.document.add_paragraph()
        picture = paragraph.add_run().add_picture(str(RADAR), width=Mm(88))
        described = picture._inline.docPr
        described.set("descr", self.say(field.alt))
        described.set("name", "radar")

    def _contents(self, field: ContentsField) -> None:
        widths = shared(self.whole, [0.34, 0.66])
        made = table(self.document, widths, [self.each("content"), self.each("fill_in")])
        for content in contents(self.guide, field):
            label, box = row(made, LINE if self.sheet.example else CLOSE * field.lines)
            put(label, *self.say.each(content.name), bold=True)
            put(label, *self.say.each(content.write), style="Note")
            fill(box, self._text(f"{field.id}-{content.id}", self.say(content.name)))

    def crosswalks(self) -> None:
        """How the contents match the official form, after everything that is filled in."""
        for field in (field for part in self.sheet.sections for field in part.fields):
            if not isinstance(field, ContentsField) or self.sheet.example:
                continue
            heading = line(self.document, self.words("crosswalk"), "Heading2")
            heading.get_or_add_pPr().get_or_add_pageBreakBefore()  # not part of what is handed out
            line(self.document, self.words("crosswalk_note"), "Note")
            widths = shared(self.whole, [0.34, 0.66])
            beside = table(self.document, widths, [self.each("our_field"), self.each("official_form")])
            for content in contents(self.guide, field):
                ours, official = row(beside, 5)
                put(ours, *self.say.each(content.name), style="Note")
                put(official, *self.say.each(content.official), style="Note")

    def _strengths(self, field: StrengthsField) -> None:
        widths = shared(self.whole, [12, *(column.width for column in field.columns)])
        made = table(self.document, widths, [self.each("strength"), *self._heads(field.columns)])
        for group in self.guide.strengths:
            group_row(made, self.say.each(group.name))
            for strength in group.strengths:
                name, *boxes = row(made, WRITTEN)
                put(name, self.say(strength.name), bold=True)
                put(name, *self.say.each(strength.meaning), style="Note")
                self._cells(boxes, strength.id, self.say(strength.name), field.columns)

    def _asked_first(self, field: QuestionsField) -> None:
        widths = shared(self.whole, [11, 13])
        made = table(self.document, widths)
        for question in self.guide.first_questions:
            ask, box = row(made, LINE * field.lines)
            shade(ask)
            put(ask, *self.say.each(question.ask), bold=True)
            put(ask, *self.say.each(question.why), style="Note")
            fill(box, self._text(f"{field.id}-{question.id}", self.say(question.ask)))

    def _accommodations(self, field: AccommodationsField) -> None:
        widths = shared(self.whole, [11, *(column.width for column in field.columns)])
        made = table(self.document, widths, [self.each("accommodation"), *self._heads(field.columns)])
        for choice in self.guide.vocabularies["aspects"]:
            entries = placed(self.guide, field.disability, choice.id)
            if entries:
                group_row(made, self.say.each(choice.name))
            for entry in entries:
                words, *boxes = row(made, 12)
                put(words, *self.say.each(entry.title), bold=True)
                put(words, *self.say.each(entry.how), style="Note")
                self._cells(boxes, entry.id, self.say(entry.title), field.columns)
        group_row(made, self.each("own_accommodations"))
        for number in range(1, field.blank + 1):
            words, *boxes = row(made, LINE * 1.5)
            tag, title = f"{field.id}-own-{number}", f"{self.words('own_accommodations')} {number}"
            fill(words, self._text(tag, title))
            self._cells(boxes, tag, title, field.columns)

    def _records(self, field: RecordsField) -> None:
        widths = shared(self.whole, [6, 1.7, 3, *(column.width for column in field.columns)])
        heads = [self.each("record"), self.each("kind"), self.each("how_often"), *self._heads(field.columns)]
        made = table(self.document, widths, heads)
        marks = {choice.id: choice.name for choice in self.guide.vocabularies["marks"]}
        for record in self.guide.must_exist:
            what, kind, often, *boxes = row(made, 11)
            put(what, *self.say.each(record.what), bold=True)
            put(what, *self.each("kept_at", where=record.where), style="Note")
            put(kind, *self.say.each(marks[record.kind]), style="Note")
            put(often, *self.say.each(record.how_often), style="Note")
            self._cells(boxes, record.id, self.say(record.what), field.columns)

    def _schedule(self, field: ScheduleField) -> None:
        widths = shared(self.whole, [11, 3.5, 1.5])
        made = table(self.document, widths, [self.each("milestone"), self.each("day"), self.each("done")])
        for due in dated(find(self.guide.routes, field.route, "route")):
            words, day, done = row(made)
            name = self.say(due_name(self.guide, due))
            put(words, name, bold=True)
            if note := due_note(self.guide, due):
                put(words, *self.say.each(note), style="Note")
            fill(day, self._date(f"{due.id}-day", name))
            fill(done, self._tick(f"{due.id}-done", f"{name}: {self.words('done')}"))
