"""From boxes to paper: sections, questions and their answers, what is signed, cards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from content.base import Text
from worksheets.blocks import Block, Grid, Group, Means, Prompt, Prompts, said
from worksheets.boxes import blocks, copied
from worksheets.models import (
    ChoiceField,
    ConfirmField,
    MapField,
    RadarField,
    RatingField,
    Section,
    Single,
    TextField,
    WordsField,
)
from worksheets.radar import on_paper
from worksheets.writer.elements import child, line
from worksheets.writer.grids import choices, grid, rows
from worksheets.writer.maps import around
from worksheets.writer.opened import opened
from worksheets.writer.pen import Pen
from worksheets.writer.shapes import CLOSE, shape_of_means
from worksheets.writer.tables import (
    HEAD,
    LINE,
    Cell,
    Spans,
    Table,
    apart,
    beside,
    dashed,
    kept,
    last,
    merged,
    put,
    row,
    ruled,
    shade,
    shared,
    spans_of,
    table,
)

SIGNATURE = 12.5  # mm
# Shares of the line: a label, one in latin letters, the word before the day of a signature.
LABEL, LATIN_LABEL, ON = 0.26, 0.29, 0.09
NARROW = 0.42  # share of its part of the line: a label beside other questions
STEP = 1.5  # em: the number of a step stands before its lines
NAME = 0.6  # the same where it is the name of a desk, and its number is written beside it
SHORT = 18.0  # mm: the same where it is a short word
CARD, CARD_ROW = 87.0, 12.0  # mm: four rows fold to the size of a business card
PICTURE = 96.0  # mm, the radar beside its means

Line = Prompts | WordsField  # what shares a table with its like


def section(pen: Pen, part: Section) -> None:
    """A section: runs of questions share one table, whatever is a table itself has its own."""
    if not part.quiet:
        heading = line(pen.document, pen.say(part.title), "Heading1")
        if part.new_page:
            heading.get_or_add_pPr().get_or_add_pageBreakBefore()
    if part.note:
        pen.small("\n".join(pen.say.by_language(part.note)))
    found = [block for field in part.fields for block in blocks(pen.guide, field)]
    if part.card:
        prompts = [prompt for block in found if isinstance(block, Prompts) for prompt in block.prompts]
        fewer = len(pen.say.langs) - 1  # words in two languages take the room of a card
        for number in range(1, max(1, part.copies - fewer) + 1):
            _card(pen, prompts, number)
        return
    framed = part.boxed or any(isinstance(field, ConfirmField) for field in part.fields)
    body = pen.document.element.body
    before = len(body)
    for kind, run in groupby(found, key=lambda block: _kind(block, framed)):
        if kind == "lines":
            _lines(pen, [block for block in run if isinstance(block, Line)])
        elif kind == "means":
            _means(pen, list(run))
        else:
            for block in run:
                _block(pen, block)
    if framed:
        kept(body[before - 1 : -1])


def _kind(block: Block, framed: bool) -> str:
    """What stands together on paper: questions and, in a frame, sentences; means and their radar."""
    if isinstance(block, Prompts) or (framed and isinstance(block, WordsField)):
        return "lines"
    return "means" if isinstance(block, Means | RadarField) else ""


def _lines(pen: Pen, found: Sequence[Line]) -> None:
    """Questions, and what is signed with them, as one table."""
    heights = [_height(block) for block in found]
    made, spans = ruled(pen.document, [widths for block in found for widths in _widths(pen, block)])
    left = iter(spans)
    for block, height in zip(found, heights, strict=True):
        cells = row(made, next(left), height)
        if isinstance(block, WordsField):
            for text in block.words:
                words = pen.say.by_language(text)
                put(cells[0], *words, bold=block.strong, hang=STEP if words[0][0].isdigit() else 0.0)
            continue
        for number, prompt in enumerate(block.prompts):
            _asked(pen, prompt, cells[2 * number :])
            if isinstance(prompt.field, ConfirmField) and prompt.field.proxy:
                _proxy(pen, prompt, made, next(left))


def _widths(pen: Pen, block: Line) -> list[list[float]]:
    """The widths of the cells of its rows, in mm."""
    whole = pen.whole
    first = LATIN_LABEL if pen.say.langs == ("en",) else LABEL
    if isinstance(block, WordsField):
        return [[whole]]
    match [prompt.field for prompt in block.prompts]:
        case [ConfirmField(proxy=proxy)]:
            label, on, day = whole * first, whole * ON, min(44.0, whole * 0.25)
            signed = [label, whole - label - on - day, on, day]
            return [signed, [label, whole - label]] if proxy else [signed]
        case fields if block.named:
            half, label = whole / 2, whole / 2 * NAME
            return [[label, half - label, label, half - label] if len(fields) > 1 else [label, whole - label]]
        case [_]:
            return [[whole * first, whole * (1 - first)]]
        case fields:
            made: list[float] = []
            for number, part in enumerate(shared(whole, [field.width for field in fields])):
                # The first label ends where those of other rows end, if that leaves its answer room.
                begins = not number and part - whole * first > part / 2.5
                label = whole * first if begins else _label(pen, fields, number, part)
                made += [label, part - label]
            return [made]


def _label(pen: Pen, fields: Sequence[Single], number: int, part: float) -> float:
    """The width of a label beside other questions: alike, so that they stand in columns, unless their parts differ."""
    words = max(map(pen.long, pen.say.by_language(fields[number].label)))
    differ = len({field.width for field in fields}) > 1
    if not differ:
        return part * NARROW
    return SHORT if words + 4 <= SHORT else max(part * NARROW, min(words + 4, part / 2))


def _height(block: Line) -> float:
    if isinstance(block, WordsField):
        return HEAD
    return max(_height_of(prompt) for prompt in block.prompts)


def _height_of(prompt: Prompt) -> float:
    match prompt.field:
        case TextField(lines=lines) if lines > 1:
            return CLOSE * lines
        case ConfirmField():
            return SIGNATURE
        case _:
            return LINE


def _asked(pen: Pen, prompt: Prompt, cells: Sequence[Cell]) -> None:
    label, answer, *others = cells
    shade(label)
    put(label, *pen.say.by_language(prompt.field.label), bold=True)
    for hint in _hints(pen, prompt):
        put(label, hint, style="Hint")
    match prompt.field:
        case ConfirmField():
            on, day = others
            pen.fill(answer, prompt.boxes[0])
            shade(on)
            put(on, *pen.parts("on"), style="Note")
            pen.fill(day, prompt.boxes[1])
        case ChoiceField():
            choices(pen, answer, prompt.boxes)
        case RatingField():
            last(answer, "Boxes")
            beside(answer, f"{_end(pen, prompt.field.low)}  ")
            for box in prompt.boxes:
                pen.fill(answer, box)
                beside(answer, f" {said(box.label, pen.say)}  ")
            beside(answer, _end(pen, prompt.field.high))
        case _:
            [box] = prompt.boxes
            if box.kind == "checkbox":
                last(answer, "Boxes")
            pen.fill(answer, box)


def _hints(pen: Pen, prompt: Prompt) -> list[str]:
    found = [*pen.say.by_language(prompt.field.hint)] if prompt.field.hint else []
    if isinstance(prompt.field, ChoiceField) and prompt.field.many:
        found.append(pen.words("any"))
    return found


def _proxy(pen: Pen, prompt: Prompt, made: Table, spans: Spans) -> None:
    """Who signed in the person's place, and how they are related."""
    label, answer = row(made, spans, LINE)
    shade(label)
    put(label, *pen.parts("proxy"), style="Note")
    pen.fill(answer, prompt.boxes[2])


def _end(pen: Pen, text: Text) -> str:
    """One end of a scale, never broken in two."""
    return "\u00a0".join(pen.say.by_language(text))


def _block(pen: Pen, block: Block) -> None:
    match block:
        case WordsField():
            apart(pen.document)
            for text in block.words:
                pen.point(text)
        case Grid(field=MapField()):
            around(pen, block)
        case Grid():
            grid(pen, block)


def _means(pen: Pen, found: Sequence[Block]) -> None:
    """The means of a checklist, with the radar to draw them into beside them."""
    radar = next((block for block in found if isinstance(block, RadarField)), None)
    before = len(pen.document.element.body)
    if radar:
        pen.small(pen.say(radar.label))
        if pen.read:  # on wider lines it would be cut in two
            label = pen.document.element.body[-1].getprevious()
            label.get_or_add_pPr().get_or_add_pageBreakBefore()
    shape = shape_of_means(pen.whole, PICTURE if radar else 0)
    for means in (block for block in found if isinstance(block, Means)):
        made = rows(pen, means.heads, (Group(tuple(mean.row for mean in means.means)),), shape)
        if radar:
            _radar(pen, radar, merged(made, len(shape.widths) - 1))
    kept(pen.document.element.body[before - 1 : -1])


def _radar(pen: Pen, field: RadarField, cell: Cell) -> None:
    paragraph = Paragraph(last(cell, "Picture"), cell)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    picture = opened(on_paper(pen.say.langs[0]), lambda path: run.add_picture(path, width=Mm(PICTURE - 5)))
    for side in ("distT", "distB", "distL", "distR"):
        picture._inline.set(side, "0")  # or LibreOffice leaves 3 mm, and the picture covers the edge of its cell
    described = picture._inline.docPr
    described.set("descr", pen.say(field.alt))
    described.set("name", "radar")


def _card(pen: Pen, prompts: Sequence[Prompt], number: int) -> None:
    """A card of two halves to cut out and fold, each box with its words above it; from `number` 2 on a copy."""
    if number == 1:
        pen.small(pen.words("cut"))
    made = table(pen.document, [CARD, CARD])
    dashed(made)
    spans = spans_of(made)
    for half in row(made, spans, HEAD):
        put(half, *pen.say.by_language(pen.sheet.name), bold=True, style="Note")
    for place in range(0, len(prompts), 2):
        for cell, prompt in zip(row(made, spans, CARD_ROW), prompts[place : place + 2], strict=False):
            put(cell, pen.say(prompt.field.label), bold=True, style="Note")
            for box in prompt.boxes:
                tag = copied(box.tag, number) if number > 1 else box.tag
                child(cell._tc, "w:p").extend(pen.control(box, tag=tag))
    kept([made._tbl])
