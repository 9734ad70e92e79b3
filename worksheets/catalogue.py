"""The list of all sheets: definitions read, checked, and spread out into editions (no Word in here)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from content.base import LANGUAGES, Lang, nearest
from content.files import ContentError, File, read, shown
from content.load import ids_of, validated, where
from content.models import Guide
from content.office import sheets
from worksheets.boxes import tags
from worksheets.editions import filled, spread, unknown
from worksheets.models import Definition, Example, Sheet, bookmarkable

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

    for file, each in read_in:
        if isinstance(each, Definition):
            slips += [file.slip(keys, says) for keys, says in unknown(each)]
            numbers = {edition.id: number for number, edition in enumerate(each.editions)}
            for sheet in spread(guide, each):
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
    definitions = {sheet.of for sheet in every.values()}
    for number, page in enumerate(guide.pages):
        slips += [
            where("pages", (number, "sheets", place), nearest(id, sorted(definitions), "sheet"))
            for place, id in enumerate(page.sheets)
            if id not in definitions and not slips
        ]
    if slips:
        raise ContentError("\n".join(slips))
    return every


def _checked(guide: Guide, path: Path) -> tuple[File, Definition | Example]:
    """One file, read and checked by itself."""
    file = read(path)
    if isinstance(file.value, dict) and "id" in file.value:
        raise ContentError(file.slip(("id",), f"the file's name is the sheet's id ({path.stem}): remove this line"))
    kind = EXAMPLE if isinstance(file.value, dict) and "example_of" in file.value else DEFINITION
    return file, validated(file, kind, ids_of(guide), {"id": path.stem})


def _tags(guide: Guide, sheet: Sheet) -> Iterator[str]:
    """What is wrong with the ids of a sheet's boxes."""
    for tag, count in Counter(tags(guide, sheet)).items():
        try:
            bookmarkable(tag)
        except ValueError as error:
            yield f"{error}: shorten the ids it is made of"
        if count > 1:
            yield f'the field "{tag}" stands {count} times: give each its own id'


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
