"""What there is to fill in on a sheet: its list of tags, its paper and its page are walks over what is made here.

A kind of field has its one case: in `blocks`, or in `prompt` where it is one question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from content.base import Text
from content.checklists import Checklist, Item, ItemGroup
from content.load import find
from content.marks import in_words
from content.models import Guide, WrittenItem
from worksheets.blocks import Block, Box, Fillable, Grid, Group, Mean, Means, Phrase, Prompt, Prompts, Row
from worksheets.models import (
    AccommodationsField,
    AnyField,
    ChecklistField,
    ChoiceField,
    Column,
    ConfirmField,
    ContentsField,
    FirstQuestionsField,
    GroupField,
    NumberField,
    RadarField,
    RatingField,
    RecordsField,
    ScheduleField,
    Sheet,
    Single,
    StrengthsField,
    TableField,
    WordsField,
)
from worksheets.schedule import Due, dated

RATINGS = range(1, 6)


def tags(guide: Guide, sheet: Sheet) -> list[str]:
    """The ids of all boxes of a sheet, in reading order."""
    return [box.tag for section in sheet.sections for field in section.fields for box in boxes(guide, field)]


def boxes(guide: Guide, field: AnyField) -> Iterator[Box]:
    """All boxes of a field, in reading order."""
    for block in blocks(guide, field):
        if isinstance(block, Fillable):
            yield from block.boxes


def blocks(guide: Guide, field: AnyField) -> Iterator[Block]:
    """What a field is made of."""
    ui = guide.ui["worksheets"]
    match field:
        case WordsField() | RadarField():
            yield field
        case GroupField():
            yield Prompts(tuple(prompt(guide, each) for each in field.fields))
        case TableField():
            yield _table(field)
        case ChecklistField():
            yield from _checklist(guide, field)
        case ContentsField():
            rows = [_answered(f"{field.id}-{item.id}", item.name, item.write) for item in written(guide, field)]
            yield Grid(field, (ui["content"], ui["fill_in"]), (Group(rows),))
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
        case RecordsField():
            rows = [
                _row(
                    each.id,
                    each.what,
                    field.columns,
                    ui["kept_at"].filled(where=each.where),
                    (in_words(guide, each), each.how_often),
                )
                for each in guide.must_exist
            ]
            yield Grid(field, _heads(ui["record"], ui["kind"], ui["how_often"], columns=field.columns), (Group(rows),))
        case ScheduleField():
            days = dated(find(guide.routes, field.route, "route"))
            yield Grid(field, (ui["milestone"], ui["day"], ui["done"]), (Group([_due(guide, each) for each in days]),))
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
            day = (label, " - ", guide.ui["worksheets"]["on"])
            found = (Box(field.id, "text", (label,), (label,)), Box(f"{field.id}-on", "date", day, day))
        case NumberField():
            found = (Box(field.id, "number", (label, " (", field.unit, ")"), (label,), unit=field.unit),)
        case _:
            found = (Box(field.id, field.kind, (label,), (label,)),)
    return Prompt(field, found)


def written(guide: Guide, field: ContentsField) -> list[WrittenItem]:
    """The items of the plan or the report that a field stands for."""
    every = guide.plan_contents if field.contents == "plan-contents" else guide.report_contents
    return [item for item in every if not set(item.about) & set(field.without)]


def _heads(*words: Text, columns: Sequence[Column]) -> tuple[Text, ...]:
    return (*words, *(column.label for column in columns))


def _cells(prefix: str, row: Phrase, columns: Sequence[Column]) -> tuple[Box, ...]:
    """A box a column, in the row that is called so."""
    return tuple(
        Box(f"{prefix}-{column.id}", column.kind, (*row, ": ", column.label), (column.label,)) for column in columns
    )


def _row(
    id: str, name: Text, columns: Sequence[Column], note: Text | None = None, beside: tuple[Text, ...] = ()
) -> Row:
    """A printed name, and a box a column."""
    return Row(name, _cells(id, (name,), columns), note, beside)


def _answered(tag: str, name: Text, note: Text) -> Row:
    """Words, and one box to answer them."""
    return Row(name, (Box(tag, "text", (name,)),), note)


def _due(guide: Guide, due: Due) -> Row:
    ui, name = guide.ui["worksheets"], due.name(guide)
    day = Box(f"{due.id}-day", "date", (name,), (ui["day"],))
    done = Box(f"{due.id}-done", "checkbox", (name, ": ", ui["done"]), (ui["done"],))
    return Row(name, (day, done), due.note(guide))


def _table(field: TableField) -> Grid:
    rows = [_row(f"{field.id}-{row.id}", row.name, field.columns) for row in field.rows]
    heads = _heads(*[field.label] if rows else [], columns=field.columns)
    for number in range(1, field.blank + 1):
        made = _cells(f"{field.id}-{number}", (field.label, f" {number}"), field.columns)
        rows.append(Row(field.label, made, number=number, blank=True))
    return Grid(field, heads, (Group(rows),))


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
