"""Slips in worksheets, as whoever wrote them reads them: what would leave a private box in, or lose a sheet, is refused."""

import shutil
from pathlib import Path

import pytest

from content.files import ContentError
from content.load import load
from worksheets.catalogue import FOLDER, catalogue

pytestmark = pytest.mark.slow


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    for path in FOLDER.glob("*.yml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def change(sheets: Path, name: str, old: str, new: str) -> None:
    path = sheets / f"{name}.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def said(sheets: Path) -> str:
    with pytest.raises(ContentError) as error:
        catalogue(load(), sheets)
    return str(error.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        (
            "retention-assessment",
            "omit: [next-step]",
            "omit: [next-stp]",
            'editions[employer].omit[1]: there is no field "next-stp". Did you mean "next-step"?',
        ),
        ("retention-assessment", "omit: [answered-by]", "omit: [retention]", 'there is no field "retention"'),
        ("retention-assessment", "omit: [answered-by]", "omit: [head]", 'there is no field "head"'),  # a section
        ("daily-report", "labels: {reply: ", "labels: {replay: ", 'labels.replay: there is no field "replay"'),
        ("resource-map", "map-leisure: ", "map-pleasure: ", 'labels.map-pleasure: there is no field "map-pleasure"'),
        ("consent", "    words:\n      words:", "    words:\n      others:", 'words.others: there is no section "others"'),
        ("consent", "      others-part: ", "      other-part: ", 'headings.other-part: there is no section "other-part"'),
        ("consent", "without: [employer]", "without: [employr]", 'Did you mean "employer"?'),
        ("consent", "about: [employer]", "about: [employr]", 'Did you mean "employer"?'),
        ("consent", "kind: text, about: [], ", "kind: text, ", "sections[basics].fields[1].fields[name].about: is missing"),
        ("daily-report", "    without: [health, family, income]", "    omit: [name]\n    asks: nobody", "there is no respondent"),
        ("consent", "version: ", "id: other\nversion: ", "the file's name is the sheet's id (consent): remove this line"),
        ("handover-pack", "  - id: private\n", "  - id: employer\n", "stands twice, the first time in line"),
    ],
)  # fmt: skip
def test_an_id_that_is_not_there_stops_everything(sheets, name, old, new, says):
    change(sheets, name, old, new)
    found = said(sheets)
    assert f"{name}.yml:" in found
    assert says in found


def test_a_file_named_like_another_ones_edition(sheets):
    shutil.copy(sheets / "purpose-sheet.yml", sheets / "consent-private.yml")
    assert "consent.yml" in said(sheets)
    assert 'there is a sheet "consent-private" already' in said(sheets)


def test_a_file_named_like_the_sheet_of_a_disability(sheets):
    shutil.copy(sheets / "consent.yml", sheets / "accommodation-talk-visual.yml")
    assert 'there is a sheet "accommodation-talk-visual" already, from ' in said(sheets)


def test_an_edition_named_like_a_filled_example(sheets):
    change(sheets, "resource-map", "editions:\n", "editions:\n  - {id: example, name: {ja: 例, en: example}}\n")
    assert 'there is a sheet "resource-map-example" already' in said(sheets)


def test_an_edition_that_leaves_nothing(sheets):
    change(
        sheets,
        "resource-map",
        "editions:\n",
        "editions:\n  - {id: x, name: {ja: 空, en: empty}, omit: [name, written-on, look-again-on, map, at-night, want-to-quit]}\n",
    )
    assert "editions[x]: leaves nothing of the sheet" in said(sheets)


def test_two_boxes_of_one_tag(sheets):
    change(sheets, "purpose-sheet", "{id: at-home, ", "{id: at-work, ")
    assert "purpose-sheet.yml" in said(sheets)
    assert '"at-work" stands ' in said(sheets)


def test_an_example_of_no_sheet(sheets):
    change(sheets, "resource-map-example", "example_of: resource-map", "example_of: resource-mapp")
    assert 'example_of: there is no sheet "resource-mapp". Did you mean "resource-map"?' in said(sheets)


def test_the_slips_of_all_files_come_at_once(sheets):
    change(sheets, "consent", "without: [employer]", "without: [employr]")
    change(sheets, "retention-assessment", "kind: radar", "kind: rader")
    (sheets / "purpose-sheet.yml").write_bytes("title: 目的".encode("cp932"))
    (sheets / "case-meeting.yml").unlink()
    (sheets / "case-meeting.yml").mkdir()
    found = said(sheets)
    for name in ("consent", "retention-assessment", "purpose-sheet", "case-meeting"):
        assert f"{name}.yml:" in found


def test_a_page_that_names_a_sheet_which_is_not_there():
    pages = load().pages
    wrong = load().model_copy(update={"pages": (pages[0].model_copy(update={"sheets": ("consentt",)}), *pages[1:])})
    with pytest.raises(ContentError, match=r'pages\.yml:\d+: \[index\]\.sheets\[1\]: there is no sheet "consentt"'):
        catalogue(wrong)


def test_a_sheet_that_cannot_be_read_is_the_one_thing_said(sheets):
    (sheets / "support-report.yml").write_text("a: [\n", "utf-8")
    (slip,) = said(sheets).splitlines()
    assert "support-report.yml:2: cannot be read as YAML" in slip
