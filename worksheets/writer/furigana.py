"""Readings over the printed words of a sheet (`w:ruby`); what is filled in has none.

They stand in furigana.txt, a text a line, as {漢字|かんじ}: no dictionary is needed to write a sheet, and the bytes are
the same on every machine. `python -m publish.furigana` writes that file, and `make check` names a word without a reading.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn

from worksheets.writer.elements import Element, child, element

READINGS = Path(__file__).with_name("furigana.txt")
RUBY = re.compile(r"\{([^|}]+)\|([^}]+)\}")
Piece = tuple[int, int, str]  # from, up to, reading
# By paragraph style, in points: size of the words, and the pitch that leaves room for readings of half that size above
# them. Word and LibreOffice both put a fifth of an exact pitch below the words.
PITCH = {
    "": (12.0, 21.0),
    "Title": (18.0, 32.0),
    "Heading1": (12.5, 22.0),
    "Note": (10.5, 18.0),
    "Hint": (10.5, 18.0),
    "Boxes": (12.0, 21.0),
    "Header": (10.5, 18.0),
    "Footer": (10.5, 18.0),
    "Small": (8.5, 16.0),
}
SMALLEST = 10  # half points: readings below that cannot be read
NUMBER = re.compile(r"\[?(?:[a-z-]+ )?\d+\.\d+\.\d+\]?")  # of a form and its version, which change what they stand in


def parts(document: DocumentType) -> tuple[Element, ...]:
    """What of a document is printed: its body, the heads and feet of its first page and of the others."""
    pages = document.sections[0]
    margins = (pages.first_page_header, pages.header, pages.first_page_footer, pages.footer)
    return document.element.body, *(each._element for each in margins)


def texts(part: Element) -> Iterator[Element]:
    """The printed words of a part of a document: every `w:t` that isn't in a control."""
    for paragraph in part.iter(qn("w:p")):
        for run in paragraph.findall(qn("w:r")):
            yield from run.findall(qn("w:t"))


def printed(docx: bytes) -> list[str]:
    """The printed words of a DOCX without readings, text by text."""
    document = Document(io.BytesIO(docx))
    return [said for part in parts(document) for text in texts(part) for _, said in _phrases(text.text or "")]


def _phrases(text: str) -> Iterator[tuple[int, str]]:
    """The phrases of a text between numbers of forms, each with its place."""
    at = 0
    for start, end in [*(each.span() for each in NUMBER.finditer(text)), (len(text), len(text))]:
        said = text[at:start]
        yield at + len(said) - len(said.lstrip()), said.strip()
        at = end


def _read(text: str) -> list[Piece]:
    """The readings of a text's words."""
    return [
        (start + at, end + at, kana) for at, said in _phrases(text) for start, end, kana in readings().get(said, ())
    ]


@cache
def readings() -> Mapping[str, tuple[Piece, ...]]:
    """Of each text, the readings of its words."""
    if not READINGS.exists():
        return {}
    return dict(map(unwritten, READINGS.read_text("utf-8").splitlines()))


def written(text: str, pieces: tuple[Piece, ...]) -> str:
    """A text with its readings, as a line of furigana.txt."""
    made, at = "", 0
    for start, end, kana in pieces:
        made += f"{text[at:start]}{{{text[start:end]}|{kana}}}"
        at = end
    return made + text[at:]


def unwritten(line: str) -> tuple[str, tuple[Piece, ...]]:
    """The text of such a line, and its readings."""
    text, pieces, at = "", list[Piece](), 0
    for found in RUBY.finditer(line):
        text += line[at : found.start()]
        pieces.append((len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        at = found.end()
    return text + line[at:], tuple(pieces)


def wider(text: str) -> float:
    """How many letters' width readings that are longer than their words add to a text."""
    return sum(max(0.0, len(kana) / 2 - (end - start)) for start, end, kana in _read(text))


def over(part: Element) -> None:
    """Put the readings of all printed words over them, and give their lines room."""
    for text in list(texts(part)):
        if found := _read(text.text or ""):
            _over(text, found)


def _over(text: Element, found: list[Piece]) -> None:
    run = text.getparent()
    paragraph = run.getparent()
    style = paragraph.style or ""
    size, pitch = PITCH[style]
    bold = run.find(qn("w:rPr"))
    after = list(text.itersiblings())
    said, at = text.text, 0
    made: list[Element] = []
    for start, end, kana in found:
        if said[at:start]:
            made.append(_run(said[at:start], bold))
        made.append(_ruby(said[start:end], kana, size, bold))
        at = end
    if said[at:]:
        made.append(_run(said[at:], bold))
    if after:  # the line goes on
        rest = element("w:r")
        if bold is not None:
            rest.append(deepcopy(bold))
        rest.extend(after)
        made.append(rest)
    run.remove(text)
    place = run
    for each in made:
        place.addnext(each)
        place = each
    if not [each for each in run if each.tag != qn("w:rPr")]:
        paragraph.remove(run)
    spacing = paragraph.get_or_add_pPr().get_or_add_spacing()
    spacing.set(qn("w:line"), str(round(pitch * 20)))
    spacing.set(qn("w:lineRule"), "exact")


def _run(words: str, properties: Element | None) -> Element:
    made = element("w:r")
    if properties is not None:
        made.append(deepcopy(properties))
    child(made, "w:t", space="preserve").text = words
    return made


def _ruby(words: str, kana: str, size: float, properties: Element | None) -> Element:
    """Words of `size` points with their reading above them, half as large; all its sizes are in half points."""
    made = element("w:r")
    ruby = child(made, "w:ruby")
    layout = child(ruby, "w:rubyPr")
    small = str(max(round(size), SMALLEST))
    child(layout, "w:rubyAlign", val="center")
    child(layout, "w:hps", val=small)
    child(layout, "w:hpsRaise", val=str(round(size * 2 - 2)))
    child(layout, "w:hpsBaseText", val=str(round(size * 2)))
    child(layout, "w:lid", val="ja-JP")
    reading = child(child(ruby, "w:rt"), "w:r")
    child(child(reading, "w:rPr"), "w:sz", val=small)
    child(reading, "w:t").text = kana
    child(ruby, "w:rubyBase").append(_run(words, properties))
    return made
