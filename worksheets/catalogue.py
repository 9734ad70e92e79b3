"""The list of all sheets: definitions read, checked, and spread out into editions (no Word in here)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from content.base import LANGUAGES, Choice, Lang, Text, nearest
from content.files import ContentError
from content.load import find, ids_of, validate_file
from content.milestones import milestones
from content.models import Guide, WrittenItem
from content.routes import Route, Rule
from content.wording import bracketed
from worksheets.models import (
    AccommodationsField,
    AnyField,
    Asked,
    ChecklistField,
    ChoiceField,
    Column,
    ConfirmField,
    ContentsField,
    Definition,
    Edition,
    Example,
    Given,
    GroupField,
    Part,
    QuestionsField,
    RadarField,
    RatingField,
    RecordsField,
    ScheduleField,
    Sheet,
    StrengthsField,
    TableField,
    WordsField,
    bookmarkable,
)

FOLDER = Path(__file__).parent
RATINGS = range(1, 6)
SOME_DAY = date(2026, 4, 1)  # to see in which order the days of a route come
SAID = ("purpose", "reader", "keeper", "may_see")  # of a sheet, at its head
HEAD = (
    *SAID,
    "version",
    "date",
    "changed",
    "moment",
    "by",
    "landscape",
    "bilingual",
    "on_screen",
)


@cache
def catalogue(guide: Guide, folder: Path = FOLDER) -> dict[str, Sheet]:
    """All sheets by id. Raises ContentError with file, line and key of every slip."""
    ids = ids_of(guide)
    read: list[Definition | Example] = []
    slips: list[str] = []
    for path in sorted(folder.glob("*.yml")):
        kind: TypeAdapter[Any] = TypeAdapter(
            Example if path.read_text("utf-8").startswith("example_of:") else Definition
        )
        try:
            read.append(validate_file(path, kind, ids, {"id": path.stem}))
        except ContentError as error:
            slips.append(str(error))
    if slips:
        raise ContentError("\n".join(slips))
    every = {sheet.id: sheet for each in read if isinstance(each, Definition) for sheet in _spread(guide, each)}
    for each in read:
        if isinstance(each, Example):
            every[each.id] = _filled(guide, each, find(list(every.values()), each.example_of, "sheet"))
    for sheet in every.values():
        _tags_once(guide, sheet)
    return every


def families(guide: Guide) -> dict[str, list[Sheet]]:
    """The sheets of each definition: the whole one, its editions, its example."""
    found: dict[str, list[Sheet]] = {}
    for sheet in sorted(catalogue(guide).values(), key=lambda each: each.example):
        found.setdefault(sheet.of, []).append(sheet)
    return found


def languages(sheet: Sheet) -> tuple[tuple[Lang, ...], ...]:
    """The languages a sheet is written in, each a tuple: one language, or both in one."""
    single: tuple[tuple[Lang, ...], ...] = tuple((lang,) for lang in LANGUAGES)
    return (*single, LANGUAGES) if sheet.bilingual else single


def file_name(sheet: Sheet, langs: tuple[Lang, ...]) -> str:
    """`support-plan.ja.docx`; `consent.ja-en.docx` in both."""
    return f"{sheet.id}.{'-'.join(langs)}.docx"


def _spread(guide: Guide, definition: Definition) -> Iterator[Sheet]:
    head = {name: getattr(definition, name) for name in (*HEAD, "notes")}
    if definition.each == "disabilities":
        for disability in guide.disabilities:
            yield Sheet.model_construct(
                **head,
                id=f"{definition.id}-{disability.id}",
                of=definition.id,
                name=definition.title,
                edition=disability.id,
                edition_name=disability.name,
                title=_named(definition.title, disability.name),
                sections=tuple(
                    part.model_copy(update={"fields": tuple(_about(field, disability.id) for field in part.fields)})
                    for part in definition.sections
                ),
            )
        return
    if definition.plain:
        yield Sheet.model_construct(
            **head,
            id=definition.id,
            of=definition.id,
            name=definition.title,
            title=definition.title,
            sections=definition.sections,
        )
    for edition in definition.editions:
        own = {name: said for name in (*SAID, "notes") if (said := getattr(edition, name)) is not None}
        yield Sheet.model_construct(
            **head | own,
            id=f"{definition.id}-{edition.id}",
            of=definition.id,
            name=definition.title,
            edition=edition.id,
            edition_name=edition.name,
            title=edition.title or _named(definition.title, edition.name),
            sections=tuple(_kept(edition, definition.sections)),
        )


def _named(title: Text, name: Text) -> Text:
    return Text(**{lang: title[lang] + bracketed(name[lang], lang) for lang in LANGUAGES})


def _about(field: AnyField, disability: str) -> AnyField:
    return field.model_copy(update={"disability": disability}) if isinstance(field, AccommodationsField) else field


def _kept(edition: Edition, parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        fields = [kept for field in part.fields if (kept := _without(edition, field)) is not None]
        if fields:
            yield part.model_copy(update={"fields": tuple(fields), "title": edition.headings.get(part.id, part.title)})


def _without(edition: Edition, field: AnyField) -> AnyField | None:
    def goes(each: Given | WordsField) -> bool:
        return bool(set(each.about) & set(edition.without)) or getattr(each, "id", None) in edition.omit

    if isinstance(field, GroupField):
        fields = tuple(each for each in field.fields if not goes(each))
        return field.model_copy(update={"fields": fields}) if len(fields) > 1 else next(iter(fields), None)
    if goes(field):
        return None
    if isinstance(field, Asked) and field.id in edition.labels:
        return field.model_copy(update={"label": edition.labels[field.id]})
    if isinstance(field, ChecklistField) and edition.asks:
        return field.model_copy(update={"asks": edition.asks})
    if isinstance(field, ContentsField):
        return field.model_copy(update={"without": edition.without})
    return field


def _filled(guide: Guide, example: Example, sheet: Sheet) -> Sheet:
    known = set(tags(guide, sheet))
    for tag in example.values:
        if tag not in known:
            raise ContentError(f"worksheets/{example.id}.yml:1: values: {nearest(tag, sorted(known), 'field')}")
    head = {name: getattr(example, name) for name in (*HEAD, "id", "title")}
    return Sheet.model_construct(
        **head,
        of=sheet.of,
        name=sheet.name,
        example=True,
        notes=sheet.notes,
        sections=sheet.sections,
        values=example.values,
    )


def _tags_once(guide: Guide, sheet: Sheet) -> None:
    counted = Counter(tags(guide, sheet))
    for tag, count in counted.items():
        try:
            bookmarkable(tag)
        except ValueError as error:
            raise ContentError(f"worksheets/{sheet.of}.yml:1: {error}: shorten the ids it is made of") from None
        if count > 1:
            raise ContentError(
                f'worksheets/{sheet.of}.yml:1: the field "{tag}" stands {count} times: give each its own id'
            )


def items(guide: Guide, field: ChecklistField) -> Iterator[tuple[Any, list[Any]]]:
    """The groups of a checklist with the items asked, empty groups left out."""
    checklist = find(guide.checklists, field.checklist, "checklist")
    for group in checklist.groups:
        asked = [item for item in group.items if field.asks is None or field.asks in item.asked]
        if asked:
            yield group, asked


def contents(guide: Guide, field: ContentsField) -> list[WrittenItem]:
    """The contents of the plan or report that a field stands for."""
    every = guide.plan_contents if field.contents == "plan-contents" else guide.report_contents
    return [content for content in every if not set(content.about) & set(field.without)]


@dataclass(frozen=True)
class Due:
    """One day of a route to write down; `number` where a rule has several, counted from 1."""

    rule: Rule
    number: int
    several: bool

    @property
    def id(self) -> str:
        """What its fields are named by."""
        return f"{self.rule.id}-{self.number}"


def dated(route: Route) -> list[Due]:
    """The days of a route to write down, in the order in which they come."""
    found: list[tuple[date, Due]] = []
    for id, days in milestones(route, SOME_DAY).items():
        rule = next(each for each in route.rules if each.id == id)
        if rule.counts is None or rule.counts.kind == "service" or rule.part in ("rhythm", "change"):
            continue
        found += [(last, Due(rule, number, len(days) > 1)) for number, (_, last) in enumerate(days, 1)]
    # The last day of the service comes after whatever else falls on it.
    return [due for _, due in sorted(found, key=lambda each: (each[0], each[1].rule.id == "latest-end"))]


def due_name(guide: Guide, due: Due) -> Text:
    """What a day is for, and which of several it is."""
    if not due.several:
        return due.rule.name
    form = guide.ui["worksheets"]["turn"]
    return Text(**{lang: form[lang].format(name=due.rule.name[lang], number=due.number) for lang in LANGUAGES})


def due_note(guide: Guide, due: Due) -> Text | None:
    """Who acts by that day, or within days of which it is the last; None where nobody needs to."""
    if due.rule.kind == "allowed":
        return None
    actor = find(guide.vocabularies["actors"], due.rule.who, "actor").name
    form = guide.ui["worksheets"]["who_until" if due.rule.counts and due.rule.counts.kind == "span" else "who"]
    return Text(**{lang: form[lang].format(who=actor[lang]) for lang in LANGUAGES})


def rows(field: TableField) -> list[tuple[str, Choice | None]]:
    """The rows of a table: (id, its name or None for a blank one)."""
    return [(row.id, row) for row in field.rows] + [(str(number), None) for number in range(1, field.blank + 1)]


def placed(guide: Guide, disability: str | None, aspect: str) -> list[Any]:
    """The accommodations of a disability under one aspect of work, in the data's order."""
    return [each for each in guide.accommodations if each.placed.get(disability or "") == aspect]


def _cells(prefix: str, columns: tuple[Column, ...]) -> Iterator[str]:
    for column in columns:
        yield f"{prefix}-{column.id}"


def tags(guide: Guide, sheet: Sheet) -> Iterator[str]:
    """The ids of all controls of a sheet, in reading order."""
    for part in sheet.sections:
        for field in part.fields:
            yield from field_tags(guide, field)


def field_tags(guide: Guide, field: AnyField) -> Iterator[str]:
    """The ids of a field's controls, in reading order. Every kind of field has its one case here."""
    match field:
        case WordsField() | RadarField():
            return
        case GroupField():
            for each in field.fields:
                yield from field_tags(guide, each)
        case ChoiceField():
            yield from (f"{field.id}-{choice.id}" for choice in field.choices)
        case RatingField():
            yield from (f"{field.id}-{step}" for step in RATINGS)
        case ConfirmField():
            yield from (field.id, f"{field.id}-on")
        case TableField():
            for row, _ in rows(field):
                yield from _cells(f"{field.id}-{row}", field.columns)
        case ChecklistField():
            for _, asked in items(guide, field):
                for item in asked:
                    yield from (f"{item.id}-{turn.id}" for turn in field.rounds)
                    yield from _cells(item.id, field.columns)
            if field.means:
                for group, _ in items(guide, field):
                    yield from (f"{group.id}-mean", f"{group.id}-answered")
        case ContentsField():
            yield from (f"{field.id}-{content.id}" for content in contents(guide, field))
        case StrengthsField():
            for group in guide.strengths:
                for strength in group.strengths:
                    yield from _cells(strength.id, field.columns)
        case QuestionsField():
            yield from (f"{field.id}-{question.id}" for question in guide.first_questions)
        case AccommodationsField():
            for aspect in guide.words("aspects", "ja"):
                for entry in placed(guide, field.disability, aspect):
                    yield from _cells(entry.id, field.columns)
            for number in range(1, field.blank + 1):
                yield f"{field.id}-own-{number}"
                yield from _cells(f"{field.id}-own-{number}", field.columns)
        case RecordsField():
            for record in guide.must_exist:
                yield from _cells(record.id, field.columns)
        case ScheduleField():
            for due in dated(find(guide.routes, field.route, "route")):
                yield from (f"{due.id}-day", f"{due.id}-done")
        case _:
            yield field.id
