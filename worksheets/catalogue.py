"""The list of all sheets: definitions read, checked, and spread out into editions (no Word in here)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from content.base import LANGUAGES, Lang, Text, nearest
from content.files import ContentError, File, read, shown
from content.load import ids_of, validated, where
from content.models import Guide
from content.office import sheets
from worksheets.boxes import copies, tags
from worksheets.editions import filled, single, spread, unknown
from worksheets.models import AnyField, Definition, Example, Given, RequirementsField, Sheet, TableField, bookmarkable

FOLDER = Path(__file__).parent
OFFICE = "office-"  # how the names of an office's own sheets begin
DEFINITION: TypeAdapter[Any] = TypeAdapter(Definition)
EXAMPLE: TypeAdapter[Any] = TypeAdapter(Example)


@cache
def catalogue(guide: Guide, folder: Path = FOLDER) -> dict[str, Sheet]:
    """All sheets by id. Raises ContentError with file, line and key of every slip of every file."""
    slips: list[str] = []
    read_in: list[tuple[File, Definition | Example]] = []
    theirs = sheets() if folder == FOLDER else None
    for path in [*sorted(folder.glob("*.yml")), *sorted(theirs.glob("*.yml") if theirs else ())]:
        if path.parent == theirs and not path.name.startswith(OFFICE):
            slips.append(f"{shown(path)}:1: is called {path.name}: let its name begin with {OFFICE}")
            continue
        try:
            read_in.append(_checked(guide, path))
        except ContentError as error:
            slips.append(str(error))
    unread = bool(slips)  # then a sheet that isn't there is no slip of those who name it
    every: dict[str, Sheet] = {}
    places: dict[str, str] = {}  # of each id: where it comes from

    def add(sheet: Sheet, file: File, keys: tuple[str | int, ...]) -> None:
        if sheet.id in every:
            slips.append(
                file.slip(keys, f'there is a sheet "{sheet.id}" already, from {places[sheet.id]}: name one otherwise')
            )
            return
        every[sheet.id] = sheet
        places[sheet.id] = file.slip(keys, "").removesuffix(": ")
        slips.extend(file.slip(keys, says) for says in _tags(guide, sheet))

    titles = {each.id: each.title for _, each in read_in if isinstance(each, Definition)}
    for file, each in read_in:
        if isinstance(each, Definition):
            slips += [file.slip(keys, says) for keys, says in unknown(each)]
            numbers = {edition.id: number for number, edition in enumerate(each.editions)}
            for sheet in (_titled(sheet, titles) for sheet in spread(guide, each)):
                own = ("editions", numbers[sheet.edition]) if sheet.edition in numbers else ()
                add(sheet, file, own)
    for file, each in read_in:
        if isinstance(each, Example):
            if each.example_of not in every:
                if not unread:
                    slips.append(file.slip(("example_of",), nearest(each.example_of, list(every), "sheet")))
                continue
            of = every[each.example_of]
            known = tags(guide, of)
            slips += [
                file.slip(("values", tag), nearest(tag, sorted(known), "field"))
                for tag in each.values
                if tag not in known
            ]
            add(filled(guide, each, of), file, ())
    if not slips:
        slips += _named(guide, every)
    if slips:
        raise ContentError("\n".join(slips))
    return every


def _named(guide: Guide, every: dict[str, Sheet]) -> Iterator[str]:
    """Sheets and fields that the data names and nobody has."""
    definitions = sorted({sheet.of for sheet in every.values()})

    def unknown(name: str, keys: tuple[str | int, ...], found: str, known: list[str], kind: str) -> Iterator[str]:
        if found not in known:
            yield where(name, keys, nearest(found, known, kind))

    for number, page in enumerate(guide.pages):
        for place, id in enumerate(page.sheets):
            yield from unknown("pages", (number, "sheets", place), id, definitions, "sheet")
    for number, asked in enumerate(guide.compliance):
        if asked.sheet is not None:
            yield from unknown("compliance", (number, "sheet"), asked.sheet, definitions, "sheet")
    for number, official in enumerate(guide.official_fields):
        yield from unknown("official-fields", (number, "form"), official.form, definitions, "sheet")
        for place, id in enumerate(official.ours):
            yield from unknown("official-fields", (number, "ours", place), id, _fields(every, official.form), "field")
    for name, form, contents in (
        ("plan-contents", "support-plan", guide.plan_contents),
        ("report-contents", "support-report", guide.report_contents),
    ):
        for number, content in enumerate(contents):
            for place, id in enumerate(content.fields):
                yield from unknown(name, (number, "fields", place), id, _fields(every, form), "field")


def _titled(sheet: Sheet, titles: dict[str, Text]) -> Sheet:
    """A sheet whose list of requirements knows what our sheets are called."""

    def named(field: AnyField) -> AnyField:
        return field.model_copy(update={"titles": titles}) if isinstance(field, RequirementsField) else field

    if not any(isinstance(field, RequirementsField) for section in sheet.sections for field in section.fields):
        return sheet
    sections = tuple(
        section.model_copy(update={"fields": tuple(named(field) for field in section.fields)})
        for section in sheet.sections
    )
    return sheet.model_copy(update={"sections": sections})


def _fields(every: dict[str, Sheet], id: str) -> list[str]:
    """The ids of a sheet's fields."""
    sections = every[id].sections if id in every else ()
    found = (each for section in sections for field in section.fields for each in single(field))
    return [each.id for each in found if isinstance(each, Given)]


def labelled(guide: Guide, sheet: Sheet) -> dict[str, Text]:
    """What the fields of a sheet are called, by id."""
    found = {}
    for section in sheet.sections:
        for field in section.fields:
            for each in single(field):
                label: Text | None = getattr(each, "label", None) or getattr(each, "centre", None)
                if isinstance(each, Given) and label is not None:
                    found[each.id] = section.title if isinstance(each, TableField) and not each.rows else label
    return found


def _checked(guide: Guide, path: Path) -> tuple[File, Definition | Example]:
    """One file, read and checked by itself."""
    file = read(path)
    if isinstance(file.value, dict) and "id" in file.value:
        raise ContentError(file.slip(("id",), f"the file's name is the sheet's id ({path.stem}): remove this line"))
    kind = EXAMPLE if isinstance(file.value, dict) and "example_of" in file.value else DEFINITION
    return file, validated(file, kind, ids_of(guide), {"id": path.stem})


def _tags(guide: Guide, sheet: Sheet) -> Iterator[str]:
    """What is wrong with the ids of a sheet's boxes."""
    for tag, count in Counter([*tags(guide, sheet), *copies(guide, sheet)]).items():
        try:
            bookmarkable(tag)
        except ValueError as error:
            yield f"{error}: shorten the ids it is made of"
        if count > 1:
            yield f'the field "{tag}" stands {count} times: give each its own id'


def families(guide: Guide) -> dict[str, list[Sheet]]:
    """The sheets of each definition, in order of use: the whole one, its editions, its example."""
    moments = [choice.id for choice in guide.vocabularies["sheet-moments"]]
    found: dict[str, list[Sheet]] = {}
    for sheet in sorted(
        catalogue(guide).values(), key=lambda each: (moments.index(each.moment), each.turn, each.example)
    ):
        found.setdefault(sheet.of, []).append(sheet)
    return found


def languages(sheet: Sheet) -> tuple[tuple[Lang, ...], ...]:
    """The languages a sheet is written in, each a tuple: one language, or both in one."""
    single: tuple[tuple[Lang, ...], ...] = tuple((lang,) for lang in LANGUAGES)
    return (*single, LANGUAGES) if sheet.bilingual else single


def file_name(sheet: Sheet, langs: tuple[Lang, ...]) -> str:
    """`support-plan.ja.docx`; `consent.ja-en.docx` in both."""
    return f"{sheet.id}.{'-'.join(langs)}.docx"
