"""The person's own sheets in plain words: short sentences, and in Japanese a reading over every printed word."""

import io
import re
from functools import cache

import pytest
from docx import Document

from content.base import KANJI
from content.load import load
from docx_files import W
from worksheets.catalogue import catalogue, languages
from worksheets.writer.document import document_bytes
from worksheets.writer.furigana import PITCH, SMALLEST, parts, readings, unwritten, written

GUIDE = load()
PLAIN = {id: sheet for id, sheet in catalogue(GUIDE).items() if sheet.plain}
LONGEST = {"ja": 45, "en": 20}  # letters, words of a sentence: as in the guidebook
# What the issue names, one of each; the assessment's is the person's own edition.
OWN = ("strengths-at-work", "resource-map", "consent", "emergency-card", "daily-report", "my-passport")


@cache
def document(id, lang, bare):
    return Document(io.BytesIO(document_bytes(GUIDE, (lang,), PLAIN[id], bare=bare)))


def body(id, lang, bare=False):
    return document(id, lang, bare).element.body


def printed_parts(id, lang):
    """Its body, heads and feet."""
    return parts(document(id, lang, bare=False))


def printed(paragraph):
    """The words of a paragraph outside its controls, without their readings."""
    runs = [each for run in paragraph.findall(f"{W}r") for each in run.iter(f"{W}t")]
    return "".join(each.text or "" for each in runs if not any(up.tag == f"{W}rt" for up in each.iterancestors()))


def paragraphs(id, lang, bare=False):
    return [said for each in body(id, lang, bare).iter(f"{W}p") if (said := printed(each)).strip()]


def test_every_sheet_of_the_persons_own_has_one():
    assert {f"{id}-plain" for id in (*OWN, "retention-assessment-person")} <= set(PLAIN)


def test_each_language_is_a_file_of_its_own():
    assert {languages(sheet) for sheet in PLAIN.values()} == {(("ja",), ("en",))}


@pytest.mark.parametrize("id", PLAIN)
def test_every_printed_kanji_has_its_reading_above_it(id):
    """In the body, and in the heads and feet of its pages."""
    for paragraph in (each for part in printed_parts(id, "ja") for each in part.iter(f"{W}p")):
        bare = [each.text or "" for run in paragraph.findall(f"{W}r") for each in run.findall(f"{W}t")]
        assert not re.search(KANJI, "".join(bare)), printed(paragraph)


@pytest.mark.parametrize("id", PLAIN)
def test_readings_change_no_word_and_stand_in_no_box(id):
    assert paragraphs(id, "ja") == paragraphs(id, "ja", bare=True)
    assert not [each for sdt in body(id, "ja").iter(f"{W}sdt") for each in sdt.iter(f"{W}ruby")]
    assert not list(body(id, "en").iter(f"{W}ruby"))


@pytest.mark.parametrize("id", PLAIN)
def test_a_line_with_readings_has_room_for_them(id):
    lines = [each for part in printed_parts(id, "ja") for each in part.iter(f"{W}p")]
    found = [each for each in lines if each.find(f"{W}r/{W}ruby") is not None]
    assert found
    for paragraph in found:
        size, pitch = PITCH[paragraph.style or ""]
        assert (
            pitch * 0.8 >= size * 0.88 + max(round(size), SMALLEST) / 2
        )  # of an exact pitch four fifths are above the line
        spacing = paragraph.pPr.find(f"{W}spacing")
        assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == (str(round(pitch * 20)), "exact")


@pytest.mark.parametrize("id", PLAIN)
def test_its_sentences_are_as_short_as_those_of_the_guidebook(id, lang):
    said = "\n".join(paragraphs(id, lang))
    found = re.split(r"[。\n　]|（|）", said) if lang == "ja" else re.split(r"[.?!:;]\s|[\n　()]", said)
    long = [each for each in found if (len(each) if lang == "ja" else len(each.split())) > LONGEST[lang]]
    assert long == []


def test_what_is_kept_says_the_same_when_it_is_read_again():
    for text, pieces in readings().items():
        assert unwritten(written(text, pieces)) == (text, pieces)
        assert all(re.fullmatch("[ぁ-ゖー]+", kana) for _, _, kana in pieces), text
