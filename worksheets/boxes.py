"""What there is to fill in on a sheet: its list of tags, its paper and its page are walks over what is made here.

A kind of field has its one case: in `blocks`, or in `prompt` where it is one question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from content.base import LANGUAGES, Text
from content.checklists import Checklist, Item, ItemGroup
from content.load import find
from content.marks import in_words
from content.models import Guide, Requirement
from worksheets.blocks import Block, Box, Fillable, Grid, Group, Mean, Means, Phrase, Prompt, Prompts, Repeated, Row
from worksheets.models import (
    AccommodationsField,
    AnyField,
    ChecklistField,
    ChoiceField,
    Column,
    ConfirmField,
    FirstAidField,
    FirstQuestionsField,
    GroupField,
    MapField,
    NumberField,
    RadarField,
    RatingField,
    RecordsField,
    RequirementsField,
    ScheduleField,
    Sheet,
    Single,
    StrengthsField,
    TableField,
    TextField,
    WordsField,
)
from worksheets.schedule import Due, dated

RATINGS = range(1, 6)
CARD_LINE = 33  # widths of a letter that a line of a card of first aid has for names and numbers
T = TypeVar("T")


def tags(guide: Guide, sheet: Sheet) -> list[str]:
    """The ids of all boxes of a sheet, in reading order."""
    return [box.tag for section in sheet.sections for field in section.fields for box in boxes(guide, field)]


def boxes(guide: Guide, field: AnyField) -> Iterator[Box]:
    """All boxes of a field, in reading order."""
    for block in blocks(guide, field):
        if isinstance(block, Fillable):
            yield from block.boxes


def repeated(guide: Guide, sheet: Sheet) -> tuple[Repeated, ...]:
    """The boxes at the head of every page after the first: no page lies about without a name."""
    every = {box.tag: box for section in sheet.sections for field in section.fields for box in boxes(guide, field)}
    return tuple(Repeated(f"head-{id}", every[id]) for id in sheet.running if id in every)


def copies(guide: Guide, sheet: Sheet) -> dict[str, str]:
    """The tags of all boxes that say again what another says, at heads and on copies of cards: {tag: of}."""
    found = {each.tag: each.of.tag for each in repeated(guide, sheet)}
    for section in sheet.sections:
        for number in range(2, section.copies + 1):
            tags = [box.tag for field in section.fields for box in boxes(guide, field)]
            found |= {copied(tag, number): tag for tag in tags}
    return found


def copied(tag: str, number: int) -> str:
    """The tag of a box on a card's copy: number 2 and on."""
    return f"copy-{number}-{tag}"


def blocks(guide: Guide, field: AnyField) -> Iterator[Block]:
    """What a field is made of."""
    ui = guide.ui["worksheets"]
    match field:
        case WordsField() | RadarField():
            yield field
        case GroupField():
            yield Prompts(tuple(prompt(guide, each) for each in field.fields))
        case FirstAidField():
            yield from _first_aid(guide, field)
        case TableField():
            yield _table(field)
        case ChecklistField():
            yield from _checklist(guide, field)
        case StrengthsField():
            groups = [
                Group([_row(each.id, each.name, field.columns, each.meaning) for each in group.strengths], group.name)
                for group in guide.strengths
            ]
            yield Grid(field, _heads(ui["strength"], columns=field.columns), groups)
        case FirstQuestionsField():
            rows = [_answered(f"{field.id}-{each.id}", each.ask, each.why) for each in guide.first_questions]
            yield Grid(field, (), (Group(rows),))
        case AccommodationsField():
            yield _accommodations(guide, field)
        case MapField():
            yield _map(guide, field)
        case RecordsField():
            rows = [
                _row(
                    each.id,
                    each.what,
                    field.columns,
                    beside=(in_words(guide, each), each.how_often),
                )
                for each in guide.must_exist
            ]
            yield Grid(field, _heads(ui["record"], ui["kind"], ui["how_often"], columns=field.columns), (Group(rows),))
        case RequirementsField():
            heads = _heads(ui["record"], ui["article"], ui["kept"], ui["ours"], columns=field.columns)
            asked = [each for each in guide.compliance if each.scope == field.scope]
            yield Grid(field, heads, (Group([_required(guide, field, n, each) for n, each in enumerate(asked, 1)]),))
        case ScheduleField():
            days = dated(find(guide.routes, field.route, "route"))
            heads = (ui["milestone"], ui["who_acts"], ui["day"], ui["done"])
            yield Grid(field, heads, (Group([_due(guide, each) for each in days]),))
        case _:
            yield Prompts((prompt(guide, field),))


def prompt(guide: Guide, field: Single) -> Prompt:
    """A field that is one question."""
    label = field.label
    match field:
        case ChoiceField():
            kind: Literal["checkbox", "radio"] = "checkbox" if field.many else "radio"
            found = tuple(
                Box(f"{field.id}-{each.id}", kind, (label, ": ", each.name), (each.name,), group=field.id)
                for each in field.choices
            )
        case RatingField():
            found = tuple(
                Box(f"{field.id}-{step}", "radio", (label, f": {step}"), (f"{step}",), group=field.id)
                for step in RATINGS
            )
        case ConfirmField():
            ui = guide.ui["worksheets"]
            day, proxy = (label, " - ", ui["on"]), (label, " - ", ui["proxy"])
            found = (Box(field.id, "text", (label,), (label,)), Box(f"{field.id}-on", "date", day, day))
            if field.proxy:
                found += (Box(f"{field.id}-by", "text", proxy, proxy),)
        case NumberField():
            found = (Box(field.id, "number", (label, " (", field.unit, ")"), (label,), unit=field.unit),)
        case _:
            found = (Box(field.id, field.kind, (label,), (label,)),)
    return Prompt(field, found)


def _heads(*words: Text, columns: Sequence[Column]) -> tuple[Text, ...]:
    return (*words, *(column.label for column in columns))


def _cells(prefix: str, row: Phrase, columns: Sequence[Column]) -> tuple[Box, ...]:
    """The boxes of each column, in the row that is called so: one, or one a choice."""
    return tuple(box for column in columns for box in _cell(f"{prefix}-{column.id}", row, column))


def _cell(tag: str, row: Phrase, column: Column) -> Iterator[Box]:
    title = (*row, ": ", column.label)
    if column.kind != "choice":
        yield Box(tag, column.kind, title, (column.label,), cell=tag)
        return
    for each in column.choices:
        kind: Literal["checkbox", "radio"] = "checkbox" if column.many else "radio"
        yield Box(f"{tag}-{each.id}", kind, (*title, ": ", each.name), (each.name,), group=tag, cell=tag)


def _row(
    id: str, name: Text, columns: Sequence[Column], note: Text | None = None, beside: tuple[Text, ...] = ()
) -> Row:
    """A printed name, and a box a column."""
    return Row(name, _cells(id, (name,), columns), note, beside)


def _answered(tag: str, name: Text, note: Text) -> Row:
    """Words, and one box to answer them."""
    return Row(name, (Box(tag, "text", (name,)),), note)


def _required(guide: Guide, field: RequirementsField, number: int, asked: Requirement) -> Row:
    ui = guide.ui["worksheets"]
    article = ui["ruled"].filled(name=in_words(guide, asked), text=asked.rests.article or ui["nobody"])
    sheet = field.titles.get(asked.sheet or "", ui["nobody"])
    row = _row(asked.id, asked.what, field.columns, beside=(article, asked.kept, sheet))
    return replace(row, number=number)


def _due(guide: Guide, due: Due) -> Row:
    ui, name = guide.ui["worksheets"], due.name(guide)
    day = Box(f"{due.id}-day", "date", (name,), (ui["day"],))
    done = Box(f"{due.id}-done", "checkbox", (name, ": ", ui["done"]), (ui["done"],))
    return Row(name, (day, done), beside=(due.who(guide),))


def lengthened(field: AnyField) -> AnyField:
    """A table with the rows of its continuation too, under the same tags."""
    return field.model_copy(update={"blank": field.blank + field.more}) if isinstance(field, TableField) else field


def _table(field: TableField) -> Grid:
    rows = [_row(f"{field.id}-{row.id}", row.name, field.columns) for row in field.rows]
    heads = _heads(*[field.label] if rows else [], columns=field.columns)
    for number in range(field.first, field.first + field.blank):
        made = _cells(f"{field.id}-{number}", (field.label, f" {number}"), field.columns)
        rows.append(Row(field.label, made, number=number, blank=True))
    return Grid(field, heads, (Group(rows),))


def _map(guide: Guide, field: MapField) -> Grid:
    """The middle first, then area by area."""
    middle = Row(field.centre, (Box(f"{field.id}-centre", "text", (field.centre,)),))
    around = [
        Group(
            [
                Row(
                    area.name,
                    _cells(f"{field.id}-{area.id}-{number}", (area.name, f" {number}"), field.columns),
                    number=number,
                    blank=True,
                )
                for number in range(1, field.rows + 1)
            ],
            area.name,
        )
        for area in field.areas
    ]
    return Grid(field, tuple(column.label for column in field.columns), (Group([middle]), *around))


def _first_aid(guide: Guide, field: FirstAidField) -> Iterator[Block]:
    """What it is about, the steps, numbers that hold everywhere, lines for those that don't, what to say and to avoid."""
    ui, aid = guide.ui["worksheets"], find(guide.first_aid, field.aid, "first aid")
    urgent = aid.person if field.reader == "person" else aid.beside
    yield _printed(urgent.title, strong=True)
    yield _printed(*(ui["step"].filled(number=n, text=step) for n, step in enumerate(urgent.steps, 1)))
    desks = {desk.id: desk for desk in guide.desks}
    told = [desks[id] for id in urgent.call if id in desks and desks[id].phone]
    phones = [
        desk.name if (number := desk.phone or "") in desk.name.ja else ui["phone"].filled(name=desk.name, number=number)
        for desk in told
    ]
    if phones:
        yield _printed(*(_listed(ui["call"], each) for each in _lined(phones)), strong=True)
    names = {each.id: each.name for each in guide.organisations} | {id: desk.name for id, desk in desks.items()}
    own = {id: _short(names[id]) for id in urgent.call if desks.get(id) not in told} | {"own": ui["own_number"]}
    lines = [TextField(kind="text", id=f"{field.id}-{id}", about=(), label=name) for id, name in own.items()]
    for pair in _pairs(lines):
        yield Prompts(tuple(prompt(guide, each) for each in pair), named=True)
    for key, words in (("say", urgent.say), ("avoid", urgent.avoid)):
        if words:
            yield _printed(_listed(ui[key], words))


def _lined(names: Sequence[Text]) -> list[list[Text]]:
    """As many side by side as a line of a card holds in either language: a number in two halves is dialled wrong."""
    lines: list[list[Text]] = []
    for name in names:
        fits = lines and max(sum(_ems(each[lang]) for each in (*lines[-1], name)) for lang in LANGUAGES) <= CARD_LINE
        if fits:
            lines[-1].append(name)
        else:
            lines.append([name])
    return lines


def _ems(words: str) -> float:
    return sum(0.5 if letter.isascii() else 1 for letter in words)


def _pairs(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[n : n + 2] for n in range(0, len(things), 2))


def _short(name: Text) -> Text:
    """A desk's name without what stands in brackets or behind a comma: a card has a narrow line for it."""
    return Text(ja=name.ja.partition("（")[0], en=re.split(r" ?[(（,]", name.en)[0])


def _printed(*words: Text, strong: bool = False) -> WordsField:
    return WordsField(kind="words", words=words, strong=strong, about=())


def _listed(said: Text, words: Sequence[Text]) -> Text:
    """Words one after the other, behind what they are."""
    return said.filled(text=Text(ja="　".join(each.ja for each in words), en="  ".join(each.en for each in words)))


def _accommodations(guide: Guide, field: AccommodationsField) -> Grid:
    ui, placed = guide.ui["worksheets"], guide.placed(field.disability or "")
    groups = [
        Group([_row(each.id, each.title, field.columns, each.how) for each in placed[aspect.id]], aspect.name)
        for aspect in guide.vocabularies["aspects"]
    ]
    own, rows = ui["own_accommodations"], []
    for number in range(1, field.blank + 1):
        tag, title = f"{field.id}-own-{number}", (own, f" {number}")
        rows.append(Row(own, (Box(tag, "text", title), *_cells(tag, title, field.columns)), number=number, blank=True))
    return Grid(field, _heads(ui["accommodation"], columns=field.columns), (*groups, Group(rows, own)))


def _checklist(guide: Guide, field: ChecklistField) -> Iterator[Block]:
    ui = guide.ui["worksheets"]
    checklist: Checklist = find(guide.checklists, field.checklist, "checklist")
    asked = {
        group: [item for item in group.items if field.asks is None or field.asks in item.asked]
        for group in checklist.groups
    }
    groups = [
        Group([_item(checklist, field, group, item) for item in items], group.name) for group, items in asked.items()
    ]
    rounds = (turn.name for turn in field.rounds)
    yield Grid(field, _heads(ui["number"], ui["item"], *rounds, columns=field.columns), groups, checklist.scale)
    if field.means:
        # An element keeps its number where others are left out.
        means = [_mean(guide, group, number, len(asked[group])) for number, group in enumerate(asked, 1)]
        heads = (ui["element"], ui["mean"], ui["answered"])
        yield Means(heads, tuple(mean for mean in means if mean.count))


def _item(checklist: Checklist, field: ChecklistField, group: ItemGroup, item: Item) -> Row:
    number = checklist.numbers[item.id]
    answers = (
        Box(
            f"{item.id}-{turn.id}",
            "dropdown",
            (f"{number}. ", turn.name),
            (turn.name,),
            checklist.scale,
            group.id,
        )
        for turn in field.rounds
    )
    words = item.own if field.asks == "person" and item.own else item.text
    return Row(words, (*answers, *_cells(item.id, (f"{number}",), field.columns)), number=number)


def _mean(guide: Guide, group: ItemGroup, number: int, count: int) -> Mean:
    ui = guide.ui["worksheets"]
    mean, answered = (group.name, ": ", ui["mean"]), (group.name, ": ", ui["answered"])
    made = (
        Box(f"{group.id}-mean", "text", mean, (ui["mean"],)),
        Box(f"{group.id}-answered", "text", answered, (ui["answered"],), unit=ui["of_items"].filled(count=count)),
    )
    return Mean(group.id, count, Row(group.name, made, number=number))
