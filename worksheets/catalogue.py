"""The list of all sheets: definitions read, checked, and spread out into editions (no Word in here)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from content.base import LANGUAGES, Lang, Text, nearest
from content.files import ContentError
from content.load import find, ids_of, validate_file
from content.models import Guide
from content.wording import bracketed
from worksheets.boxes import tags
from worksheets.models import (
    AccommodationsField,
    AnyField,
    Asked,
    ChecklistField,
    ContentsField,
    Definition,
    Edition,
    Example,
    Given,
    GroupField,
    Section,
    Sheet,
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
                    section.model_copy(
                        update={"fields": tuple(_about(field, disability.id) for field in section.fields)}
                    )
                    for section in definition.sections
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


def _kept(edition: Edition, sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        fields = [kept for field in section.fields if (kept := _without(edition, field)) is not None]
        if fields:
            yield section.model_copy(
                update={"fields": tuple(fields), "title": edition.headings.get(section.id, section.title)}
            )


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
    known = tags(guide, sheet)
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
