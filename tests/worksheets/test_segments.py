"""Filling a built sheet by pieces: the same as building it filled."""

import pytest

from content.base import Text
from content.load import load
from docx_files import DOCUMENT, parts, validated
from worksheets.boxes import copies
from worksheets.catalogue import catalogue, languages
from worksheets.office.forms import fields
from worksheets.office.segments import Template
from worksheets.writer.document import document_bytes

pytestmark = pytest.mark.slow

GUIDE = load()
SHEETS = catalogue(GUIDE)
BLANK = [sheet for sheet in SHEETS.values() if not sheet.example]
HOSTILE = "𠮷田さん👩‍💼 葛󠄀 <b>&amp;</b> $1 \\1 ]]>\n2行目\t3"


def values(sheet):
    """One value for every field of a sheet, each of its kind."""
    found = {}
    for field in fields(GUIDE, sheet.id):
        match field.kind:
            case "date":
                found[field.id] = "2026-04-01"
            case "choice":
                found[field.tags[-1]] = True
            case "checkbox":
                found[field.id] = True
            case "dropdown":
                found[field.id] = next(iter(field.options))
            case _:
                found[field.id] = HOSTILE if field.id != "week" else "x"
    return found


def filled(sheet, lang, found):
    return Template(document_bytes(GUIDE, (lang,), sheet), found, copies(GUIDE, sheet)).filled(found)


def built(sheet, lang, found):
    words = {
        tag: Text.model_construct(ja="1", en="1") if value is True else Text.model_construct(ja=value, en=value)
        for tag, value in found.items()
    }
    return document_bytes(GUIDE, (lang,), sheet.model_copy(update={"values": words}))


@pytest.mark.parametrize(
    ("sheet", "lang"),
    [
        pytest.param(
            sheet, langs[0], id=f"{sheet.id}-{langs[0]}", marks=() if sheet.edition is None else pytest.mark.matrix
        )
        for sheet in BLANK
        for langs in languages(sheet)
        if len(langs) == 1
    ],
)
def test_a_sheet_filled_by_pieces_is_the_sheet_built_filled(sheet, lang):
    found = values(sheet)
    mine, theirs = parts(filled(sheet, lang, found)), parts(built(sheet, lang, found))
    assert {name for name in mine if mine[name] != theirs[name]} <= {"docProps/custom.xml"}


def test_what_is_left_empty_stays_blank():
    sheet = SHEETS["support-report"]
    blank = document_bytes(GUIDE, ("ja",), sheet)
    assert parts(Template(blank, {"name", "given-on"}, {}).filled({"name": ""}))[DOCUMENT] == parts(blank)[DOCUMENT]


def test_the_validator_and_the_same_bytes(tmp_path):
    sheet = SHEETS["support-report"]
    one, other = (filled(sheet, "ja", values(sheet)) for _ in range(2))
    assert one == other
    (tmp_path / "a.docx").write_bytes(one)
    assert validated(tmp_path / "a.docx") == []


def test_signs_that_xml_cannot_hold_are_left_out():
    found = {"name": "a\x00b\x0b\ud800c\ufffe"}
    assert b">abc</w:t>" in parts(filled(SHEETS["support-report"], "ja", found))[DOCUMENT]


def test_a_tag_that_the_sheet_lacks_is_named():
    with pytest.raises(KeyError, match="nmae"):
        filled(SHEETS["support-report"], "ja", {"nmae": "x"})


def test_long_words_take_several_blocks():
    long = "長い" * 40_000
    assert long.encode() in parts(filled(SHEETS["support-report"], "ja", {"goal": long}))[DOCUMENT]
