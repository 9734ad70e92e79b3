"""Every sheet has the same pages whoever prints it: LibreOffice, Word with its taller lines, a computer without our font."""

import os
import re
from functools import cache
from pathlib import Path

import pypdf
import pytest

from content.load import load
from docx_files import parts, write
from worksheets.catalogue import catalogue, families, file_name, languages
from worksheets.writer.document import document_bytes
from worksheets.writer.office import convert

GUIDE = load()
SHEETS = catalogue(GUIDE)
FILES = {file_name(sheet, langs): (sheet, langs) for sheet in SHEETS.values() for langs in languages(sheet)}
# In English, where another font takes most room beyond ours: one file of each definition.
ONE_OF_EACH = sorted({file_name(each[0], ("en",)) for each in families(GUIDE).values()})
THE_REST = sorted(FILES.keys() - set(ONE_OF_EACH))
WORD = 1.3  # times the line height of LibreOffice, where a font of East Asian letters has no exact pitch
EVERY = [*ONE_OF_EACH, *(pytest.param(name, marks=pytest.mark.matrix) for name in THE_REST)]
NO_FONT = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><glob>*bizud*</glob></rejectfont></selectfont></fontconfig>
"""


def taller(docx: bytes) -> bytes:
    """A package as Word lays it out: each line that has no exact pitch 1.3 times as high."""

    def spaced(found: re.Match[bytes]) -> bytes:
        if b'lineRule="exact"' in found[0]:
            return found[0]
        return re.sub(rb'w:line="(\d+)"', lambda line: b'w:line="%d"' % round(int(line[1]) * WORD), found[0])

    return re.sub(rb"<w:spacing[^>]*>", spaced, docx)


@pytest.fixture(scope="module")
def printed(request, tmp_path_factory):
    """{how it was printed: folder of the PDFs} of all files that are asked for."""
    names = sorted({item.callspec.params["name"] for item in request.session.items if _asks(item)})
    folder = tmp_path_factory.mktemp("same")
    plain, word = folder / "docx", folder / "word"
    for each in (plain, word):
        each.mkdir()
    for name in names:
        sheet, langs = FILES[name]
        (plain / name).write_bytes(document_bytes(GUIDE, langs, sheet))
        found = parts(plain / name)
        write(word / name, {member: taller(data) for member, data in found.items()})
    hiding = folder / "no-font.conf"
    hiding.write_text(NO_FONT, "utf-8")
    made = {"as it is": plain, "by Word": word, "without the font": plain}
    for how, source in made.items():
        out = folder / how
        with pytest.MonkeyPatch.context() as patch:
            if how == "without the font":
                patch.setitem(os.environ, "FONTCONFIG_FILE", str(hiding))
            convert([source / name for name in names], "pdf", out)
        made[how] = out
    return made


def _asks(item) -> bool:
    return "printed" in getattr(item, "fixturenames", ()) and item.path == Path(__file__)


@cache
def reader(path: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(path)


def fonts(path: Path) -> set[str]:
    found = [page["/Resources"]["/Font"] for page in reader(path).pages]
    return {str(each.get_object()["/BaseFont"]) for page in found for each in page.values()}


@pytest.mark.parametrize("name", EVERY)
def test_a_sheet_has_the_same_pages_by_word_and_without_its_font(name, printed):
    paths = {how: folder / name.replace(".docx", ".pdf") for how, folder in printed.items()}
    assert any("BIZUD" in font for font in fonts(paths["as it is"]))
    assert not any("BIZUD" in font for font in fonts(paths["without the font"]))
    pages = {how: len(reader(path).pages) for how, path in paths.items()}
    assert len(set(pages.values())) == 1, pages


def test_words_line_height_is_really_tried():
    name = file_name(SHEETS["retention-assessment-person"], ("ja",))
    docx = document_bytes(GUIDE, ("ja",), SHEETS["retention-assessment-person"])
    styles = parts(docx)["word/styles.xml"]
    assert taller(styles) != styles, name
    planted = styles.replace(b'w:lineRule="exact"', b"")
    assert b'w:line="416"' in taller(planted)  # 16 pt become 20.8
