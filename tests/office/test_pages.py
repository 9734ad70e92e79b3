"""Every sheet's pages as printed, blank and filled: no stray last line, no signature alone, a name on every page."""

from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from lxml import etree

from content.load import load
from docx_files import DOCUMENT, W14, W, parts, write
from worksheets.boxes import repeated
from worksheets.catalogue import catalogue, families, file_name, languages
from worksheets.models import ConfirmField
from worksheets.writer.document import document_bytes
from worksheets.writer.margins import NAME
from worksheets.writer.office import convert

GUIDE = load()
SHEETS = catalogue(GUIDE)
FILES = {file_name(sheet, langs): (sheet, langs) for sheet in SHEETS.values() for langs in languages(sheet)}
ONE_OF_EACH = {file_name(each[0], ("ja",)) for each in families(GUIDE).values()}
EVERY = [name if name in ONE_OF_EACH else pytest.param(name, marks=pytest.mark.matrix) for name in sorted(FILES)]
LONG = {
    "ja": "本人と会社と支援員の3人で話し合い、仕事の量と休み方を決めた。" * 2,
    "en": "Agreed the work and the breaks together. " * 3,
}
HEAD = {"ja": "水野", "en": "Mizuno"}
DAY = {"ja": "2026年10月1日", "en": "2026-10-01"}


def filled(docx: bytes, lang: str) -> dict[str, bytes]:
    """The members of a package with a long answer in every box of the body, a short one in every head."""
    found = parts(docx)
    for name, words in ((DOCUMENT, LONG[lang]), (NAME, HEAD[lang])):
        root = etree.fromstring(found[name])
        for sdt in root.iter(f"{W}sdt"):
            properties, text = sdt.find(f"{W}sdtPr"), sdt.find(f".//{W}t")
            if properties.find(f"{W}showingPlcHdr") is None or properties.find(f"{W14}checkbox") is not None:
                continue
            properties.remove(properties.find(f"{W}showingPlcHdr"))
            if (options := properties.find(f"{W}dropDownList")) is not None:
                text.text = options.findall(f"{W}listItem")[1].get(f"{W}displayText")
            else:
                text.text = DAY[lang] if properties.find(f"{W}date") is not None else words
        found[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return found


@pytest.fixture(scope="module")
def printed(request, tmp_path_factory) -> dict[str, Path]:
    """The folders of the PDFs of all files that are asked for: blank (examples as they are), and full of long text."""
    here = [each for each in request.session.items if each.path == Path(__file__) and hasattr(each, "callspec")]
    names = sorted({each.callspec.params["name"] for each in here})
    made = {}
    for how in ("blank", "long"):
        source = tmp_path_factory.mktemp(how)
        for name in names:
            sheet, langs = FILES[name]
            docx = document_bytes(GUIDE, langs, sheet)
            write(source / name, filled(docx, langs[0]) if how == "long" else parts(docx))
        made[how] = source / "pdf"
        convert([source / name for name in names], "pdf", made[how])
    return made


def strays(page) -> list[str]:
    """The last lines of one or two characters in the cells of a page, where the line before it was full."""
    found = []
    for table in page.find_tables():
        for box in table.cells:
            cell = page.crop(box, strict=False)
            lines = cell.extract_text_lines(return_chars=True) if cell.chars else []
            for number, (line, after) in enumerate(pairwise(lines), 1):
                letter, next_letter = line["chars"][0], after["chars"][0]
                full = line["x1"] > box[2] - 1.6 * letter["size"] - 4
                same = all(letter[key] == next_letter[key] for key in ("size", "fontname"))
                last = number == len(lines) - 1 or lines[number + 1]["chars"][0]["size"] != letter["size"]
                words = after["text"].strip("　 ")
                if full and same and last and len(words) <= 2 and not words.isascii() and words not in ("☐", "☑"):
                    found.append(f"page {page.page_number}: {line['text']} / {words}")
    return found


# LibreOffice sets a bracket after a kanji at half its width: one article takes a sign more into its first line there.
HALF_A_BRACKET = "inspection-list-provider.ja.docx"


@pytest.mark.parametrize("name", EVERY)
def test_no_last_line_is_one_or_two_characters(name, printed, request):
    if FILES[name][0].example:
        pytest.skip("what is filled in breaks where a suite breaks it, as anybody's words do")
    if name == HALF_A_BRACKET:
        request.node.add_marker(pytest.mark.xfail(strict=True, reason="the bracket is set narrower than reckoned"))
    with pdfplumber.open(printed["blank"] / name.replace(".docx", ".pdf")) as pdf:
        assert [stray for page in pdf.pages for stray in strays(page)] == []


@pytest.mark.parametrize("name", EVERY)
def test_every_page_says_whose_it_is_and_no_signature_stands_without_what_is_signed(name, printed):
    sheet, langs = FILES[name]
    signed = [
        field.label[langs[0]]
        for section in sheet.sections
        for field in section.fields
        if isinstance(field, ConfirmField)
    ]
    with pdfplumber.open(printed["long"] / name.replace(".docx", ".pdf")) as pdf:
        for page in pdf.pages[1:]:
            words = page.extract_text()
            head = page.crop((0, 0, page.width, 80)).extract_text()
            if repeated(GUIDE, sheet) and not sheet.example:
                assert HEAD[langs[0]] in head, f"page {page.page_number}: its head names nobody"
            body = page.crop((0, 80, page.width, page.height - 60)).extract_text()
            first = body.strip().splitlines()[0] if body.strip() else ""
            assert not any(first == label or first.startswith(f"{label} ") for label in signed), (
                f"page {page.page_number} begins with a signature: {words[:80]}"
            )
