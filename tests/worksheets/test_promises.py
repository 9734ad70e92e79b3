"""What an edition must not hold: promised here by hand, and looked for in every word of its files, tags and properties."""

import re
from functools import cache

import pytest
from lxml import etree

from content.load import load
from docx_files import W, parts
from worksheets.boxes import tags
from worksheets.catalogue import catalogue, languages
from worksheets.editions import single
from worksheets.writer.document import document_bytes

GUIDE = load()
SHEETS = catalogue(GUIDE)

# Who holds this sheet must not learn of these from it. Written by hand: a table made from the definitions would agree
# with a wrong one.
PROMISES = {
    "daily-report-employer": {"health", "family", "income"},
    "handover-pack-employer": {"health", "family", "income"},
    "retention-assessment-employer": {"health", "family", "income"},
    "consent-private": {"employer"},
    "emergency-card-private": {"employer"},
    "handover-pack-private": {"employer"},
    "leave-and-return-company": {"health", "family", "income"},
    "leave-and-return-contact": {"health", "family", "income"},
    "leave-and-return-trial": {"health", "family", "income"},
    "my-passport-new-manager": {"health", "family", "income"},
    "support-report-private": {"employer"},
    "weekly-report-employer": {"health", "family", "income"},
    "workplace-visit-private": {"employer"},
}
DIGEST = re.compile("[0-9a-f]{64}")  # a file's own: its letters say nothing
# Kept from sheets that have no whole one to compare them with.
OF_THEIR_OWN = {
    "leave-and-return-company",
    "leave-and-return-contact",
    "leave-and-return-trial",
    "my-passport-new-manager",
    "retention-assessment-employer",
}
# What would give it away; English words as they begin.
WORDS = {
    "health": [
        *("眠", "食事", "薬", "通院", "主治医", "医療", "病院", "診断", "病気", "体調", "健康", "症状", "気分", "発作"),
        *("sleep", "slept", "medicine", "medication", "clinic", "hospital", "doctor", "diagnos", "illness", "symptom"),
        *("health", "mood", "seizure"),
    ],
    "family": [
        *("家族", "親", "配偶者", "結婚", "子ども", "家庭", "くらし"),
        *("famil", "parent", "spouse", "married", "child", "home life"),
    ],
    "income": [
        *("収入", "給料", "給与", "賃金", "年金", "手当", "借金", "減算", "報酬"),
        *("income", "wage", "salary", "pension", "benefit", "debt", "reduction", "fee"),
    ],
    "employer": [
        *("会社", "上司", "同僚", "職場", "勤務先", "人事"),
        *("employer", "company", "manager", "colleague", "workplace", "boss"),
    ],
}
# What may stand there all the same: sentences that say it stays out, who the sheet is handed to, a sheet's own id.
ALLOWED = {
    "daily-report-employer": ["会社", "employer"],  # it is theirs to read
    "consent-private": ["会社には何も伝えません", "Nothing is shared with your employer"],
    "weekly-report-employer": ["会社", "employer"],
    "workplace-visit-private": ["workplace-visit-private", "会社への連絡", "Contact with the employer"],
}


@cache
def said(id: str) -> str:
    """All words of a sheet's files: printed, titles and tags of boxes, head and foot, properties."""
    words: list[str] = []
    for langs in languages(SHEETS[id]):
        for name, data in parts(document_bytes(GUIDE, langs, SHEETS[id])).items():
            if name.startswith(("word/document", "word/footer", "word/header", "docProps/")):
                root = etree.fromstring(data)
                words += [text for text in root.itertext() if text.strip() and not DIGEST.fullmatch(text)]
                words += [
                    str(value)
                    for each in root.iter()
                    for key, value in each.attrib.items()
                    if key in (f"{W}val", f"{W}displayText")
                ]
    return re.sub(r"\b[0-9a-f]{64}\b", "", "\n".join(words))  # a digest may spell a word


def found(id: str, subject: str) -> list[str]:
    """Words about a subject that stand on a sheet."""
    text = said(id)
    for sentence in ALLOWED.get(id, ()):
        assert sentence in text, f"{sentence} no longer stands there: take it out of ALLOWED"
        text = text.replace(sentence, "")
    return [word for word in WORDS[subject] if re.search(rf"(?<![a-z]){word}", text, re.I)]


def test_every_edition_that_leaves_something_out_has_its_promise_here():
    leaving = {id for id, sheet in SHEETS.items() if sheet.edition and not sheet.continuation and without(id)}
    assert leaving | OF_THEIR_OWN == PROMISES.keys()


def without(id: str) -> set[str]:
    """Tags of the whole sheet that an edition lacks."""
    whole = SHEETS.get(SHEETS[id].of)
    own = set(tags(GUIDE, SHEETS[id]))
    return set(tags(GUIDE, whole)) - own if whole else set()


@pytest.mark.parametrize("id", PROMISES)
def test_no_field_of_an_edition_is_about_what_it_must_not_tell(id):
    for section in SHEETS[id].sections:
        for field in section.fields:
            for each in single(field):
                assert not set(each.about) & PROMISES[id], each


@pytest.mark.parametrize(
    ("id", "subject"), [(id, subject) for id, promised in PROMISES.items() for subject in promised]
)
def test_no_word_of_an_editions_files_gives_it_away(id, subject):
    assert found(id, subject) == []


def test_the_words_are_really_found_where_they_may_stand():
    for id, subject in (("daily-report", "health"), ("support-plan", "income"), ("consent", "employer")):
        assert found(id, subject)


@pytest.mark.parametrize("id", [id for id, sheet in SHEETS.items() if sheet.plain])
def test_a_sheet_in_plain_words_asks_what_the_sheet_asks_and_nothing_else(id):
    whole = SHEETS[re.sub("-plain(?=-more$|$)", "", id)]
    assert tags(GUIDE, SHEETS[id]) == tags(GUIDE, whole)
    assert (SHEETS[id].running, SHEETS[id].version) == (whole.running, whole.version)
