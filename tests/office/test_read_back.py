"""Filled in by us, opened and saved by LibreOffice, read back: every value of every field."""

import pytest

from content.load import load
from worksheets.boxes import copies
from worksheets.catalogue import catalogue, languages
from worksheets.office.collect import collected
from worksheets.office.forms import fields
from worksheets.office.segments import Template
from worksheets.writer.document import document_bytes
from worksheets.writer.office import convert

GUIDE = load()
KINDS = {  # one sheet of each kind of field: tables and choices, dropdowns and means, days, copies, a map, a signature
    "support-report",
    "retention-assessment-person",
    "schedule-standard",
    "emergency-card",
    "resource-map",
    "consent",
}
EVERY = [(sheet.id, langs) for sheet in catalogue(GUIDE).values() if not sheet.example for langs in languages(sheet)]
QUICK = [each for each in EVERY if each[0] in KINDS and each[1] == ("ja",)]
REST = [each for each in EVERY if each not in QUICK]


def named(id, langs):
    return f"{id}.{'-'.join(langs)}.docx"


def values(id):
    """A value of its own for every field."""
    found = {}
    for number, field in enumerate(fields(GUIDE, id)):
        match field.kind:
            case "date":
                found[field.id] = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
            case "choice":
                found[field.tags[number % len(field.tags)]] = True
            case "checkbox" if number % 2:
                found[field.id] = True
            case "dropdown":
                found[field.id] = list(field.options)[number % len(field.options)]
            case "text" | "number":
                found[field.id] = f"{number}　𠮷田 <b>&amp; $1\n2行目"
    return found


def filled(id, langs):
    sheet = catalogue(GUIDE)[id]
    found = values(id)
    return Template(document_bytes(GUIDE, langs, sheet), found, copies(GUIDE, sheet)).filled(found)


def saved(place, sheets, times):
    """The sheets filled in, then opened and saved by LibreOffice so many times, all in one go."""
    place.mkdir()
    for id, langs in sheets:
        (place / named(id, langs)).write_bytes(filled(id, langs))
    for number in range(times):
        after = place.with_name(f"{place.name}-{number}")
        after.mkdir()
        convert(sorted(place.glob("*.docx")), "docx", after)
        place = after
    return place


def comes_back(place, id, langs):
    found = collected(GUIDE, (place / named(id, langs)).read_bytes())
    assert (found.sheet, found.langs, found.values, found.problems) == (id, langs, values(id), [])


@pytest.mark.parametrize("times", [1, 2])
def test_every_value_comes_back_from_one_sheet_of_each_kind(tmp_path, times):
    place = saved(tmp_path / "filled", QUICK, times)
    for id, langs in QUICK:
        comes_back(place, id, langs)


@pytest.fixture(scope="module")
def all_saved(tmp_path_factory):
    return saved(tmp_path_factory.mktemp("all") / "filled", REST, 1)


@pytest.mark.matrix
@pytest.mark.parametrize(("id", "langs"), REST, ids=lambda each: each if isinstance(each, str) else "-".join(each))
def test_every_value_comes_back_from_every_sheet_and_language(all_saved, id, langs):
    comes_back(all_saved, id, langs)
