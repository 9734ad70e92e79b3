"""A worksheet as a form on the page: the same fields, in the same order, under the same tags as the DOCX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render
from worksheets.catalogue import RATINGS, catalogue, contents, dated, due_name, due_note, file_name, items, placed, rows
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

SPOKEN = ("made", "not_made", "cleared", "mean_none")  # what the scripts say
RADAR = Path(__file__).parent.parent / "worksheets/writer/radar.svg"


@dataclass(frozen=True)
class Box:
    """One thing to fill in. `kind`: text, lines, number, date, tick, one (of a group) or pick."""

    tag: str
    kind: str
    title: str
    options: tuple[tuple[str, str], ...] = ()  # of a pick: (value, words)
    group: str = ""  # of a pick: the element it counts for; of a one: the question


@dataclass(frozen=True)
class Question:
    """Words and what to fill in beside them."""

    label: str
    boxes: tuple[Box, ...]
    hint: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Row:
    label: str
    boxes: tuple[Box, ...]
    note: str = ""


@dataclass(frozen=True)
class Grid:
    """A table to fill in: groups of rows under their names (None: no name)."""

    id: str
    caption: str
    heads: tuple[str, ...]
    groups: tuple[tuple[str | None, tuple[Row, ...]], ...]
    note: str = ""


@dataclass(frozen=True)
class Means:
    """An element's mean, worked out as its items are answered: (id, name, number of items)."""

    groups: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Radar:
    words: str


Block = Question | Grid | Means | Radar | str


@cache
def _radar_svg() -> str:
    return RADAR.read_text("utf-8").replace('"#000"', '"currentColor"').replace("<svg ", '<svg aria-hidden="true" ', 1)


def blocks(guide: Guide, lang: Lang, field: AnyField) -> Iterator[Block]:
    """What the page shows for one field. Every kind of field has its one case here."""
    ui = {key: text[lang] for key, text in guide.ui["worksheets"].items()}

    def cells(prefix: str, name: str, columns: Sequence[Column]) -> tuple[Box, ...]:
        kinds = {"text": "lines", "date": "date", "checkbox": "tick"}
        return tuple(
            Box(f"{prefix}-{column.id}", kinds[column.kind], f"{name}: {column.label[lang]}") for column in columns
        )

    def heads(first: str, columns: Sequence[Column]) -> tuple[str, ...]:
        return (first, *(column.label[lang] for column in columns))

    match field:
        case WordsField():
            yield from (each[lang] for each in field.words)
        case GroupField():
            for each in field.fields:
                yield from blocks(guide, lang, each)
        case TextField() | NumberField() | DateField() | CheckboxField():
            label = field.label[lang]
            kind = {"text": "lines", "number": "number", "date": "day", "checkbox": "tick"}[field.kind]
            unit = field.unit[lang] if isinstance(field, NumberField) else ""
            yield Question(label, (Box(field.id, kind, label),), field.hint[lang] if field.hint else "", unit)
        case ChoiceField():
            boxes = (
                Box(f"{field.id}-{choice.id}", "tick" if field.many else "one", choice.name[lang], group=field.id)
                for choice in field.choices
            )
            yield Question(field.label[lang], tuple(boxes), field.hint[lang] if field.hint else "")
        case RatingField():
            boxes = (Box(f"{field.id}-{step}", "one", str(step), group=field.id) for step in RATINGS)
            yield Question(f"{field.label[lang]} ({field.low[lang]} 1–{len(RATINGS)} {field.high[lang]})", tuple(boxes))
        case ConfirmField():
            label = field.label[lang]
            yield Question(label, (Box(field.id, "lines", label),))
            yield Question(f"{label} - {ui['on']}", (Box(f"{field.id}-on", "day", f"{label} - {ui['on']}"),))
        case TableField():
            label = field.label[lang]
            lines = tuple(
                Row(
                    name := choice.name[lang] if choice else f"{label} {id}",
                    cells(f"{field.id}-{id}", name, field.columns),
                )
                for id, choice in rows(field)
            )
            yield Grid(field.id, label, heads(label, field.columns), ((None, lines),))
        case ChecklistField():
            yield from _checklist(guide, lang, field, cells)
        case RadarField():
            yield Radar(field.alt[lang])
        case ContentsField():
            for content in contents(guide, field):
                name = content.name[lang]
                yield Question(name, (Box(f"{field.id}-{content.id}", "lines", name),), content.write[lang])
        case StrengthsField():
            groups = tuple(
                (
                    group.name[lang],
                    tuple(
                        Row(each.name[lang], cells(each.id, each.name[lang], field.columns), each.meaning[lang])
                        for each in group.strengths
                    ),
                )
                for group in guide.strengths
            )
            yield Grid(field.id, ui["strength"], heads(ui["strength"], field.columns), groups)
        case QuestionsField():
            for question in guide.first_questions:
                ask = question.ask[lang]
                yield Question(ask, (Box(f"{field.id}-{question.id}", "lines", ask),), question.why[lang])
        case AccommodationsField():
            names = guide.words("aspects", lang)
            groups = tuple(
                (
                    names[aspect],
                    tuple(
                        Row(each.title[lang], cells(each.id, each.title[lang], field.columns), each.how[lang])
                        for each in placed(guide, field.disability, aspect)
                    ),
                )
                for aspect in names
            )
            yield Grid(field.id, ui["accommodation"], heads(ui["accommodation"], field.columns), groups)
            own = [(f"{field.id}-own-{n}", f"{ui['own_accommodations']} {n}") for n in range(1, field.blank + 1)]
            for tag, name in own:
                yield Question(name, (Box(tag, "lines", name), *cells(tag, name, field.columns)))
        case RecordsField():
            lines = tuple(
                Row(each.what[lang], cells(each.id, each.what[lang], field.columns), each.how_often[lang])
                for each in guide.must_exist
            )
            yield Grid(field.id, ui["record"], heads(ui["record"], field.columns), ((None, lines),))
        case ScheduleField():
            lines = tuple(
                Row(
                    name := due_name(guide, due)[lang],
                    (Box(f"{due.id}-day", "date", name), Box(f"{due.id}-done", "tick", f"{name}: {ui['done']}")),
                    note[lang] if (note := due_note(guide, due)) else "",
                )
                for due in dated(find(guide.routes, field.route, "route"))
            )
            yield Grid(field.id, ui["milestone"], (ui["milestone"], ui["day"], ui["done"]), ((None, lines),))


def _checklist(guide: Guide, lang: Lang, field: ChecklistField, cells: object) -> Iterator[Block]:
    checklist = find(guide.checklists, field.checklist, "checklist")
    ui = {key: text[lang] for key, text in guide.ui["worksheets"].items()}
    options = tuple((step.code, f"{step.code} {step.name[lang]}") for step in checklist.scale)
    numbers = {
        item.id: number for number, item in enumerate((each for group in checklist.groups for each in group.items), 1)
    }

    def row(group: str, item: object) -> Row:
        label = f"{numbers[item.id]}. {item.text[lang]}"  # type: ignore[attr-defined]
        rounds = (
            Box(f"{item.id}-{turn.id}", "pick", f"{numbers[item.id]}. {turn.name[lang]}", options, group)  # type: ignore[attr-defined]
            for turn in field.rounds
        )
        beside = cells(item.id, f"{numbers[item.id]}", field.columns)  # type: ignore[attr-defined,operator]
        return Row(label, (*rounds, *beside))

    asked = list(items(guide, field))
    groups = tuple((group.name[lang], tuple(row(group.id, item) for item in each)) for group, each in asked)
    heads = (ui["item"], *(turn.name[lang] for turn in field.rounds), *(column.label[lang] for column in field.columns))
    steps = "　".join(words for _, words in options)
    yield Grid(field.id, checklist.title[lang], heads, groups, f"{ui['scale']}　{steps}")
    if field.means:
        yield Means(tuple((group.id, group.name[lang], len(each)) for group, each in asked))


def form_tags(guide: Guide, sheet: Sheet) -> Iterator[str]:
    """The tags that the page fills in, in its order."""
    for part in sheet.sections:
        for field in part.fields:
            for block in blocks(guide, "en", field):
                match block:
                    case Question():
                        yield from (box.tag for box in block.boxes)
                    case Grid():
                        yield from (box.tag for _, lines in block.groups for row in lines for box in row.boxes)
                    case Means():
                        for id, _, _ in block.groups:
                            yield from (f"{id}-mean", f"{id}-answered")


def sheet_form(guide: Guide, lang: Lang, id: str) -> str:
    """Worksheet `id` to fill in on the page: download as DOCX, print, keep or clear."""
    sheet = find(list(catalogue(guide).values()), id, "sheet")
    parts = [
        (
            part.title[lang],
            part.note,
            [(type(block).__name__, block) for field in part.fields for block in blocks(guide, lang, field)],
        )
        for part in sheet.sections
    ]
    return render(
        guide,
        lang,
        "sheet_form",
        sheet=sheet,
        parts=parts,
        file=file_name(sheet, (lang,)),
        radar=Markup(_radar_svg()),
        spoken={key: guide.ui["sheet_form"][key][lang] for key in SPOKEN},
        dates=guide.ui["dates"],
    )
