"""Sheets from definitions: the whole one, its editions, one for each disability, continuations, filled examples (no Word in here)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from content.accommodations import Disability
from content.base import LANGUAGES, Choice, Text, nearest
from content.models import Guide
from content.wording import bracketed
from worksheets.models import (
    AccommodationsField,
    AnyField,
    Asked,
    ChecklistField,
    Column,
    Definition,
    Edition,
    Example,
    Given,
    GroupField,
    Section,
    Sheet,
    TableField,
    WordsField,
)

SAID = ("purpose", "reader", "keeper", "may_see")  # of a sheet, at its head
HEAD = (
    *SAID,
    "version",
    "date",
    "changed",
    "moment",
    "turn",
    "by",
    "landscape",
    "bilingual",
    "on_screen",
    "running",
    "top",
    "replaced",
    "draft",
)
F = TypeVar("F", bound=AnyField)
Slip = tuple[tuple[str | int, ...], str]  # where in the definition's file, and what is wrong there


def unknown(definition: Definition) -> Iterator[Slip]:
    """Ids that are named and that the definition lacks: what should be left out would stay, and nobody would see."""
    fields = [each for section in definition.sections for field in section.fields for each in single(field)]
    sections = [section.id for section in definition.sections]
    asked = [each.id for each in fields if isinstance(each, Asked)]
    known = {
        "omit": [each.id for each in fields if isinstance(each, Given)],
        "only": sections,
        "labels": [
            *asked,
            *(id for each in fields if isinstance(each, Given) for id in _parts(each)),
        ],
        "headings": sections,
        "copies": sections,
        "words": [each.id for each in definition.sections if any(isinstance(one, WordsField) for one in each.fields)],
    }
    for place, id in enumerate(definition.running):
        if id not in asked:
            yield ("running", place), nearest(id, asked, "field")
    for number, gone in enumerate(definition.replaced):
        if gone.id in known["omit"]:
            yield ("replaced", number, "id"), f'the field "{gone.id}" is still there'
        for place, id in enumerate(gone.now):
            if id not in known["omit"]:
                yield ("replaced", number, "now", place), nearest(id, known["omit"], "field")
    for number, edition in enumerate(definition.editions):
        for key, ids in known.items():
            for place, id in enumerate(getattr(edition, key)):
                if id not in ids:
                    kind = "section" if key in ("headings", "only", "copies", "words") else "field"
                    where = place if key in ("omit", "only") else id
                    yield ("editions", number, key, where), nearest(id, ids, kind)
        if not list(_kept(edition, definition.sections)):
            yield ("editions", number), "leaves nothing of the sheet: keep at least one field"


def single(field: AnyField) -> tuple[AnyField, ...]:
    """A field, or those of a group."""
    return field.fields if isinstance(field, GroupField) else (field,)


def spread(guide: Guide, definition: Definition) -> Iterator[Sheet]:
    """All sheets of a definition but its examples: each, and where its tables may go on its continuation."""
    for sheet in _variants(guide, definition):
        yield sheet
        if (more := _more(guide, sheet)) is not None:
            yield more


def _variants(guide: Guide, definition: Definition) -> Iterator[Sheet]:
    head = {name: getattr(definition, name) for name in (*HEAD, "notes")} | {"readers": definition.reader}
    if definition.each == "disabilities":
        for disability in guide.disabilities:
            yield Sheet.model_construct(
                **head,
                id=f"{definition.id}-{disability.id}",
                of=definition.id,
                form=definition.id,
                name=definition.title,
                edition=disability.id,
                edition_name=disability.name,
                title=definition.title,
                sections=tuple(_of(guide, section, disability) for section in definition.sections),
            )
        return
    if definition.plain:
        yield Sheet.model_construct(
            **head,
            id=definition.id,
            of=definition.id,
            form=definition.id,
            name=definition.title,
            title=definition.title,
            sections=definition.sections,
        )
    for edition in definition.editions:
        own = {name: said for name in (*SAID, "top", "notes") if (said := getattr(edition, name)) is not None}
        if edition.plain:  # readings need one language; the pages that fill sheets in show the whole one
            own |= {"plain": True, "bilingual": False, "on_screen": None}
        yield Sheet.model_construct(
            **head | own,
            id=f"{definition.id}-{edition.id}",
            of=definition.id,
            form=f"{definition.id}-{edition.id}",
            name=definition.title,
            edition=edition.id,
            edition_name=edition.name,
            title=edition.title or _named(definition.title, edition.name),
            sections=tuple(_kept(edition, definition.sections)),
        )


def _more(guide: Guide, sheet: Sheet) -> Sheet | None:
    """The sheet to go on with: the head of each page, and the tables that have `more` rows."""
    fields = [each for section in sheet.sections for field in section.fields for each in single(field)]
    tables = [
        (section, field)
        for section in sheet.sections
        for field in section.fields
        if isinstance(field, TableField) and field.more
    ]
    if not tables:
        return None
    ui = guide.ui["worksheets"]
    asked = [each for each in fields if isinstance(each, Asked) and each.id in sheet.running]
    group = GroupField.model_construct(kind="group", fields=tuple(asked)) if len(asked) > 1 else asked[0]
    basics = Section.model_construct(id="basics", title=ui["continuation"], quiet=True, fields=(group,))
    parts = tuple(
        section.model_copy(
            update={
                "note": None,
                "new_page": False,
                "fields": (
                    field.model_copy(update={"rows": (), "first": field.blank + 1, "blank": field.more, "more": 0}),
                ),
            }
        )
        for section, field in tables
    )
    return sheet.model_copy(
        update={
            "id": f"{sheet.id}-more",
            "form": f"{sheet.form}-more",
            "title": _named(sheet.title, ui["continuation"]),
            "edition_name": _named(sheet.edition_name, ui["continuation"])
            if sheet.edition_name
            else ui["continuation"],
            "continuation": True,
            "top": (),
            "on_screen": None,
            "sections": (basics, *parts),
        }
    )


def _named(title: Text, name: Text) -> Text:
    return Text(**{lang: title[lang] + bracketed(name[lang], lang) for lang in LANGUAGES})


def _of(guide: Guide, section: Section, disability: Disability) -> Section:
    """A section with its accommodations, which alone say whose they are: the company keeps these pages too."""
    fields = tuple(
        field.model_copy(update={"disability": disability.id}) if isinstance(field, AccommodationsField) else field
        for field in section.fields
    )
    if fields == section.fields:
        return section
    note = guide.ui["worksheets"]["examples_of"].filled(name=disability.name)
    return section.model_copy(update={"fields": fields, "note": note})


def _kept(edition: Edition, sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        if edition.only and section.id not in edition.only:
            continue
        fields = [kept for field in section.fields if (kept := _without(edition, field)) is not None]
        if fields:
            yield section.model_copy(
                update={
                    "fields": tuple(_worded(edition, section, field) for field in fields),
                    "title": edition.headings.get(section.id, section.title),
                    "copies": edition.copies.get(section.id, section.copies),
                }
            )


def _without(edition: Edition, field: AnyField) -> AnyField | None:
    def goes(each: Given | WordsField) -> bool:
        return bool(set(each.about) & set(edition.without)) or getattr(each, "id", None) in edition.omit

    if isinstance(field, GroupField):
        fields = tuple(_labelled(edition, each) for each in field.fields if not goes(each))
        return field.model_copy(update={"fields": fields}) if len(fields) > 1 else next(iter(fields), None)
    if goes(field):
        return None
    if isinstance(field, ChecklistField) and edition.asks:
        return field.model_copy(update={"asks": edition.asks})
    return _labelled(edition, field)


def _labelled(edition: Edition, field: F) -> F:
    """A field, and its parts, under the labels that the edition gives them."""
    if not isinstance(field, Given) or not edition.labels:
        return field
    update: dict[str, object] = {}
    if isinstance(field, Asked):
        update["label"] = edition.labels.get(field.id, field.label)
    for name, parts in _lists(field).items():
        update[name] = tuple(_renamed(each, edition.labels.get(f"{field.id}-{each.id}")) for each in parts)
    for name, said in _ends(field).items():
        update[name] = edition.labels.get(f"{field.id}-{name}", said)
    return field.model_copy(update=update)  # type: ignore[return-value]


def _parts(field: Given) -> Iterator[str]:
    """`field-part` for all that a label can name."""
    for part in (*(each.id for parts in _lists(field).values() for each in parts), *_ends(field)):
        yield f"{field.id}-{part}"


def _lists(field: Given) -> dict[str, tuple[Choice | Column, ...]]:
    found = {name: getattr(field, name, None) for name in ("columns", "rows", "choices", "areas")}
    return {name: parts for name, parts in found.items() if isinstance(parts, tuple)}  # a map's `rows` are a number


def _ends(field: Given) -> dict[str, Text]:
    """The middle of a map, the ends of a rating."""
    found = {name: getattr(field, name, None) for name in ("centre", "low", "high")}
    return {name: said for name, said in found.items() if said is not None}


def _renamed(part: Choice | Column, said: Text | None) -> Choice | Column:
    if said is None:
        return part
    return part.model_copy(update={"label" if isinstance(part, Column) else "name": said})


def _worded(edition: Edition, section: Section, field: AnyField) -> AnyField:
    """A section's printed sentences as the edition says them."""
    if isinstance(field, WordsField) and section.id in edition.words:
        return field.model_copy(update={"words": edition.words[section.id]})
    return field


def filled(guide: Guide, example: Example, sheet: Sheet) -> Sheet:
    """A sheet with its values filled in, under a title of its own, for anyone to read."""
    ui = guide.ui["worksheets"]
    return sheet.model_copy(
        update={
            "form": example.id,
            **{
                name: getattr(example, name)
                for name in ("id", "title", "purpose", "version", "date", "changed", "values")
            },
            **{name: ui[f"example_{name}"] for name in ("reader", "keeper", "may_see")},
            "example": True,
            "on_screen": None,
        }
    )
