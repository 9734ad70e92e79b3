"""Sheets from definitions: the whole one, its editions, one for each disability, filled examples (no Word in here)."""

from __future__ import annotations

from collections.abc import Iterator

from content.base import LANGUAGES, Text, nearest
from content.models import Guide
from content.wording import bracketed
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
)

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
Slip = tuple[tuple[str | int, ...], str]  # where in the definition's file, and what is wrong there


def unknown(definition: Definition) -> Iterator[Slip]:
    """Ids that an edition names and the definition lacks: what should be left out would stay, and nobody would see."""
    fields = [each for section in definition.sections for field in section.fields for each in single(field)]
    known = {
        "omit": [each.id for each in fields if isinstance(each, Given)],
        "labels": [each.id for each in fields if isinstance(each, Asked)],
        "headings": [section.id for section in definition.sections],
    }
    for number, edition in enumerate(definition.editions):
        for key, ids in known.items():
            for place, id in enumerate(getattr(edition, key)):
                if id not in ids:
                    kind = "section" if key == "headings" else "field"
                    where = place if key == "omit" else id
                    yield ("editions", number, key, where), nearest(id, ids, kind)
        if not list(_kept(edition, definition.sections)):
            yield ("editions", number), "leaves nothing of the sheet: keep at least one field"


def single(field: AnyField) -> tuple[AnyField, ...]:
    """A field, or those of a group."""
    return field.fields if isinstance(field, GroupField) else (field,)


def spread(guide: Guide, definition: Definition) -> Iterator[Sheet]:
    """All sheets of a definition but its examples."""
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


def filled(guide: Guide, example: Example, sheet: Sheet) -> Sheet:
    """A sheet with its values filled in, under a title of its own, for anyone to read."""
    ui = guide.ui["worksheets"]
    return sheet.model_copy(
        update={
            **{
                name: getattr(example, name)
                for name in ("id", "title", "purpose", "version", "date", "changed", "values")
            },
            **{name: ui[f"example_{name}"] for name in ("reader", "keeper", "may_see")},
            "example": True,
            "on_screen": None,
        }
    )
