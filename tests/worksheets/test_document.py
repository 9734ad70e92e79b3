"""Worksheets: the same from the same, blank on paper, safe to fill in."""

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from content.load import load
from worksheets.catalogue import catalogue, tags
from worksheets.writer.document import document_bytes

GUIDE = load()
SHEETS = catalogue(GUIDE)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOTH = [pytest.param(sheet, lang, id=f"{sheet.id}-{lang}") for sheet in SHEETS.values() for lang in ("ja", "en")]


def parts(sheet, lang):
    with zipfile.ZipFile(BytesIO(document_bytes(GUIDE, lang, sheet))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(sheet, lang):
    return etree.fromstring(parts(sheet, lang)["word/document.xml"])


def test_the_five_first_sheets_are_there():
    assert set(SHEETS) == {
        "natural-support-check",
        "retention-assessment",
        "resource-map",
        "support-plan",
        "support-report",
    }


@pytest.mark.parametrize(("sheet", "lang"), BOTH)
def test_every_field_is_one_control_in_reading_order(sheet, lang):
    assert [tag.get(f"{W}val") for tag in body(sheet, lang).iter(f"{W}tag")] == list(tags(GUIDE, sheet))


@pytest.mark.parametrize(("sheet", "lang"), BOTH)
def test_a_bookmark_stands_around_every_control(sheet, lang):
    names = [mark.get(f"{W}name") for mark in body(sheet, lang).iter(f"{W}bookmarkStart")]
    assert names == ["b_" + tag.replace("-", "_") for tag in tags(GUIDE, sheet)]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 40


@pytest.mark.parametrize(("sheet", "lang"), BOTH)
def test_a_control_is_titled_locked_and_never_plain_text(sheet, lang):
    for properties in body(sheet, lang).iter(f"{W}sdtPr"):
        assert properties.find(f"{W}alias").get(f"{W}val")
        assert properties.find(f"{W}lock").get(f"{W}val") == "sdtLocked"
        assert properties.find(f"{W}text") is None  # LibreOffice 7.4 would multiply it


@pytest.mark.parametrize(("sheet", "lang"), BOTH)
def test_only_the_fields_take_typing_and_no_password_is_asked(sheet, lang):
    settings = etree.fromstring(parts(sheet, lang)["word/settings.xml"])
    protection = settings.find(f"{W}documentProtection")
    assert dict(protection.attrib) == {f"{W}edit": "forms", f"{W}enforcement": "1"}


@pytest.mark.parametrize(("sheet", "lang"), BOTH)
def test_two_builds_are_the_same_to_the_byte(sheet, lang):
    assert document_bytes(GUIDE, lang, sheet) == document_bytes(GUIDE, lang, sheet)


@pytest.mark.parametrize(("sheet", "lang"), BOTH)
def test_nothing_reaches_outside_the_file(sheet, lang):
    for name, data in parts(sheet, lang).items():
        assert b'TargetMode="External"' not in data, name
        assert not name.endswith((".bin", ".vba"))


@pytest.mark.parametrize(("sheet", "lang"), BOTH)
def test_a_sheet_says_its_language_form_and_version(sheet, lang):
    found = parts(sheet, lang)
    assert f'w:val="{"ja-JP" if lang == "ja" else "en-GB"}"'.encode() in found["word/styles.xml"]
    assert f">{sheet.id}<".encode() in found["docProps/custom.xml"]
    assert f">{sheet.version}<".encode() in found["docProps/custom.xml"]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("id", "checklist"),
    [("natural-support-check", "natural-supports"), ("retention-assessment", "retention-assessment")],
)
def test_every_item_of_the_checklist_stands_on_its_sheet(id, checklist, lang):
    words = "".join(body(SHEETS[id], lang).itertext())
    (chosen,) = [each for each in GUIDE.checklists if each.id == checklist]
    for group in chosen.groups:
        for item in group.items:
            assert item.text[lang] in words


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("id", "contents"), [("support-plan", "plan_contents"), ("support-report", "report_contents")])
def test_every_content_the_source_names_has_its_box(id, contents, lang):
    words = "".join(body(SHEETS[id], lang).itertext())
    for content in getattr(GUIDE, contents):
        assert content.name[lang] in words


@pytest.mark.parametrize(("sheet", "lang"), BOTH)
def test_every_sheet_credits_the_source(sheet, lang):
    assert GUIDE.ui["site"]["credit"][lang] in "".join(body(sheet, lang).itertext())
