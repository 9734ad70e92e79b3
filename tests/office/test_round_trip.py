"""Real tools: the Open XML SDK's validator, and LibreOffice opening, saving and printing every sheet."""

import re
import shutil
import subprocess
from pathlib import Path

import pdfplumber
import pypdf
import pytest
from click.testing import CliRunner
from lxml import etree

from content.load import load
from docx_files import DOCUMENT, W14, W, parts, validated, write
from worksheets.boxes import copies, tags
from worksheets.catalogue import catalogue, families, file_name, languages
from worksheets.office.collect import collected
from worksheets.office.segments import Template
from worksheets.printed import printed_from
from worksheets.writer import pdf
from worksheets.writer.document import digest, document_bytes
from worksheets.writer.office import convert

GUIDE = load()
SHEETS = catalogue(GUIDE)
PAGES = {  # as designed, by definition
    "daily-report": 1,
    "emergency-card": 1,
    "resource-map": 1,
    "natural-support-check": 2,
    "retention-assessment": 2,
    "strengths-at-work": 2,
    "support-plan": 3,
    "support-report": 1,
    "handover-pack": 2,
    "handover-guideline": 2,
    "consent": 1,
    "medical-liaison": 2,
    "accommodation-talk": 6,
    "accommodation-talk-own": 2,
    "purpose-sheet": 1,
    "workplace-visit": 1,
    "case-meeting": 2,
    "schedule-standard": 1,
    "schedule-return-to-work": 1,
    "schedule-working-hours-extension": 1,
    "weekly-report": 1,
    "inspection-list": 4,
    "must-exist-check": 2,
    "my-passport": 2,
    "leave-and-return": 1,
    "first-aid-cards": 4,
    "caseload": 2,
}
PLAIN = {"consent-plain": 2, "retention-assessment-person-plain": 3}  # in plain words, with readings over them
MORE_IN_BOTH = {"consent", "strengths-at-work"}  # both languages: a page more
MM = 72 / 25.4  # in points
FILES = {file_name(sheet, langs): (sheet, langs) for sheet in SHEETS.values() for langs in languages(sheet)}
ONE_OF_EACH = {file_name(each[0], ("ja",)) for each in families(GUIDE).values()}
THE_REST = FILES.keys() - ONE_OF_EACH
EVERY = [name if name in ONE_OF_EACH else pytest.param(name, marks=pytest.mark.matrix) for name in FILES]
TOGETHER = pytest.mark.parametrize(
    "names",
    [pytest.param(ONE_OF_EACH, id="one-of-each"), pytest.param(THE_REST, id="the-rest", marks=pytest.mark.matrix)],
)


@pytest.fixture(scope="module")
def blank(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("blank")
    for name, (sheet, langs) in FILES.items():
        (folder / name).write_bytes(document_bytes(GUIDE, langs, sheet))
    return folder


@pytest.fixture(scope="module")
def printed(blank, tmp_path_factory) -> Path:
    """All sheets as PDF, by LibreOffice."""
    folder = tmp_path_factory.mktemp("printed")
    office(blank, "pdf", folder, folder / "profile")
    return folder


def office(folder: Path, kind: str, out: Path, profile: Path) -> None:
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(out),
    ]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=300)


@pytest.mark.parametrize("id", families(GUIDE))
def test_every_sheet_was_designed_for_a_number_of_pages(id):
    assert id in PAGES, f'tests/office/test_round_trip.py: say in PAGES for how many pages "{id}" is designed'


@pytest.mark.parametrize("name", EVERY)
def test_the_validator_finds_nothing_wrong(name, blank):
    assert validated(blank / name) == []


def test_the_validator_would_find_a_planted_error(blank, tmp_path):
    path = Path(shutil.copy(blank / "resource-map.en.docx", tmp_path))
    found = parts(path)
    found[DOCUMENT] = found[DOCUMENT].replace(b'<w:lock w:val="sdtLocked"/>', b'<w:lock w:val="nonsense"/>', 1)
    write(path, found)
    assert validated(path)


END = "〆"


def value_for(tag: str, long: bool) -> str:
    return "あふれるほど書く。" * 12 + END if long else f"値 {tag} 𠮷👩‍💼<&>"


def fill(path: Path, *, long: bool = False) -> dict[str, str]:
    """Put a value into every control; what was put where."""
    found = parts(path)
    root = etree.fromstring(found[DOCUMENT])
    put = {}
    for sdt in root.iter(f"{W}sdt"):
        properties = sdt.find(f"{W}sdtPr")
        tag = properties.find(f"{W}tag").get(f"{W}val")
        text = sdt.find(f"{W}sdtContent").find(f".//{W}t")
        if (box := properties.find(f"{W14}checkbox")) is not None:
            box.find(f"{W14}checked").set(f"{W14}val", "1")
            text.text = "☑"
        elif (options := properties.find(f"{W}dropDownList")) is not None:
            text.text = options.findall(f"{W}listItem")[1].get(f"{W}displayText")
        elif (day := properties.find(f"{W}date")) is not None:
            day.set(f"{W}fullDate", "2026-04-01T00:00:00Z")
            text.text = "2026-04-01"
        else:
            text.text = value_for(tag, long)
        if (placeholder := properties.find(f"{W}showingPlcHdr")) is not None:
            properties.remove(placeholder)
        put[tag] = text.text
    found[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    write(path, found)
    return put


def values(path: Path, wanted: list[str]) -> dict[str, str]:
    """The value of every field, by the bookmark around it (LibreOffice 7.4 drops the tags)."""
    root = etree.fromstring(parts(path)[DOCUMENT])
    inside: dict[str, list[str]] = {}
    open_marks: dict[str, str] = {}
    for node in root.iter():
        if node.tag == f"{W}bookmarkStart" and node.get(f"{W}name").startswith("b_"):
            open_marks[node.get(f"{W}id")] = node.get(f"{W}name")
            inside.setdefault(node.get(f"{W}name"), [])
        elif node.tag == f"{W}bookmarkEnd":
            open_marks.pop(node.get(f"{W}id"), None)
        elif node.tag == f"{W}t":
            for name in open_marks.values():
                inside[name].append(node.text or "")
    return {tag: "".join(inside[f"b_{tag.replace('-', '_')}"]) for tag in wanted}


def copied(names: set[str], blank: Path, to: Path) -> Path:
    to.mkdir()
    for name in names:
        shutil.copy(blank / name, to)
    return to


@TOGETHER
def test_every_value_is_there_once_after_libreoffice_saved_it_three_times(names, blank, tmp_path):
    here = copied(names, blank, tmp_path / "0")
    put = {path.name: fill(path) for path in here.glob("*.docx")}
    for turn in ("1", "2", "3"):
        office(here, "docx:MS Word 2007 XML", tmp_path / turn, tmp_path / "profile")
        here = tmp_path / turn
    for path in sorted(here.glob("*.docx")):
        assert values(path, list(put[path.name])) == put[path.name], path.name
        assert re.search(rb'documentProtection[^>]*w:edit="forms"', parts(path)["word/settings.xml"])


def designed(sheet, langs) -> int:
    """For how many pages a file was designed."""
    both = len(langs) > 1 and (sheet.of in MORE_IN_BOTH or sheet.id in MORE_IN_BOTH)
    return PLAIN.get(sheet.id, PAGES[sheet.of]) + both


@pytest.mark.parametrize("name", FILES)
def test_a_sheet_prints_on_as_many_pages_as_it_was_designed_for(name, printed):
    path = printed / name.replace(".docx", ".pdf")
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert int(re.search(r"^Pages:\s+(\d+)", said, re.M)[1]) <= designed(*FILES[name])
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    assert "BIZUDGothic" in fonts


@pytest.mark.parametrize("name", EVERY)
def test_there_is_room_to_write_by_hand(name, printed):
    sheet, _ = FILES[name]
    on = {GUIDE.ui["worksheets"]["on"].ja, GUIDE.ui["worksheets"]["on"].en}
    with pdfplumber.open(printed / name.replace(".docx", ".pdf")) as pdf:
        for page in pdf.pages:
            assert all(char["x0"] >= 0 and char["x1"] <= page.width for char in page.chars)
            assert all(char["size"] * 0.8 >= 4 * MM for char in page.chars if char["text"] in "☐☑")
            for found in page.find_tables():
                for x0, top, x1, bottom in found.cells:
                    cell = page.crop((x0, top, x1, bottom), strict=False)
                    text = (cell.extract_text() or "").strip("　 \n")
                    if not text and not sheet.example:
                        assert bottom - top >= 8 * MM, (
                            f"page {page.page_number}: a blank box of {(bottom - top) / MM:.1f} mm"
                        )
                    if text in on and x1 - x0 < 20 * MM:  # between the room for a name and that for its day
                        assert bottom - top >= 12 * MM, (
                            f"page {page.page_number}: a line to sign of {(bottom - top) / MM:.1f} mm"
                        )


@TOGETHER
def test_nothing_is_lost_on_paper_however_much_is_written(names, blank, tmp_path):
    full = copied(names, blank, tmp_path / "full")
    put = {path.name: fill(path, long=True) for path in full.glob("*.docx")}
    office(full, "pdf", tmp_path / "pdf", tmp_path / "profile")
    for path in sorted((tmp_path / "pdf").glob("*.pdf")):
        text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
        # A head is one line, which says again what stands whole below it; a mean and its count are numbers.
        written = [tag for tag, value in put[path.stem + ".docx"].items() if value.endswith(END)]
        body = [tag for tag in written if not tag.startswith("head-") and not tag.endswith(("-mean", "-answered"))]
        assert len(body) <= text.count(END) <= len(written), path.name


def test_pdf_companions_are_tagged_and_say_which_kind_they_are(tmp_path):
    result = CliRunner().invoke(pdf.main, ["consent", "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    said = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True).stdout
    fillable = pdf.version(said) >= (25, 2)
    assert ("to fill in" in result.output) == fillable
    for path in tmp_path.glob("*.pdf"):
        read = pypdf.PdfReader(path)
        assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
        fields = read.get_fields() or {}
        if fillable:
            assert set(fields) == set(tags(GUIDE, SHEETS["consent"]))
            assert not any(field.get("/V") for field in fields.values() if field["/FT"] == "/Tx")
        else:
            assert not fields


def test_the_same_sheet_gives_the_same_pdf(tmp_path):
    made = []
    for folder in ("one", "two"):
        result = CliRunner().invoke(pdf.main, ["consent", "--out", str(tmp_path / folder)])
        assert result.exit_code == 0, result.output
        made.append({path.name: path.read_bytes() for path in (tmp_path / folder).glob("*.pdf")})
    assert made[0] == made[1]
    docx = document_bytes(GUIDE, ("ja",), SHEETS["consent"])
    assert printed_from(tmp_path / "one/consent.ja.pdf") == digest(docx)


def test_a_pdf_whose_fields_do_not_match_its_sheet_is_refused(tmp_path):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    none = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/Fields"): pypdf.generic.ArrayObject()})
    writer._root_object[pypdf.generic.NameObject("/AcroForm")] = none
    with pytest.raises(RuntimeError, match="0 fields were made from"):
        pdf.name_fields(writer, "consent.ja.pdf", GUIDE, SHEETS["consent"])


def test_a_filled_report_saved_by_the_office_suite_is_read_back(tmp_path):
    sheet = SHEETS["support-report"]
    values = {
        "name": "山田 太郎",
        "made-on": "2026-11-30",
        "goal": "一行目\n二行目",
        "contact-1-means-face-to-face": True,
    }
    blank = document_bytes(GUIDE, ("ja",), sheet)
    made = Template(blank, tags(GUIDE, sheet), copies(GUIDE, sheet)).filled(values)
    (tmp_path / "a.docx").write_bytes(made)
    convert([tmp_path / "a.docx"], "docx:MS Word 2007 XML", tmp_path / "saved")
    assert collected(GUIDE, (tmp_path / "saved/a.docx").read_bytes()).values == values
