"""The person's own pages are plain: short sentences, no chains of kanji but names of things."""

import re
from pathlib import Path
from statistics import mean

import pytest

from conftest import DOCS
from content.files import read
from content.load import load
from content.plain import LONGEST, cut, length
from ruby.readings import Reader

GUIDE = load()
OWN = ("guidebook", "for-person")
BLOCKS = "opening|picture|eligibility|organisations|questions"
# Names of services, offices, papers and illnesses that the person meets as they are written here.
NAMES = (
    *(name for term in GUIDE.terms for name in (term.name.ja, *term.also.ja, *term.asked_as.ja)),
    *(each.name.ja for each in (*GUIDE.desks, *GUIDE.organisations)),
    *("運営適正化委員会", "負担上限月額", "障害者総合支援法施行令第", "市町村民税", "電話番号"),
)
MEAN = {"ja": 25, "en": 12}  # letters, words
KANJI = re.compile("[\u4e00-\u9fff]")
TAUGHT = read(Path(__file__).with_name("kanji.yml")).value  # at school, by year; and the words that need more
SCHOOL = "".join(TAUGHT["school"].values())
BEYOND = 0.1  # of a page's kanji: what school does not teach


def sentences(page, lang):
    """The sentences of a page as they are written, without headings and tables."""
    text = re.sub(r"^---.*?---\n", "", (DOCS[lang] / f"{page}.md").read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(rf"{{{{ (?:{BLOCKS})\(.*?\) }}}}", "", text)
    text = re.sub(r'{{ \w+\("[^"]*", "([^"]*)"\) }}', r"\1", text)
    text = re.sub(r'{{ (?:term|sheet|fact)\("([^"]*)"\) }}', lambda found: named(found[1], lang), text)
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith(("#", "|"))]
    return [each for line in lines for each in cut(re.sub(r"^(?:- |\d+\. )", "", line), lang)]


def named(id, lang):
    """What stands for a macro that is worded by the data."""
    things = {each.id: each.name[lang] for each in (*GUIDE.terms, *GUIDE.facts)}
    return things.get(id, {"ja": "用紙の名前", "en": "the sheet"}[lang])


def told(lang):
    return [each for short in GUIDE.short for each in cut(short[lang], lang)]


@pytest.mark.parametrize("page", [*OWN, "short"])
def test_sentences_are_short(page, lang):
    lengths = {each: length(each, lang) for each in (told(lang) if page == "short" else sentences(page, lang))}
    assert len(lengths) > 50
    assert mean(lengths.values()) <= MEAN[lang]
    assert {each for each, count in lengths.items() if count > LONGEST[lang]} == set()


@pytest.mark.parametrize("page", [*OWN, "short"])
def test_four_kanji_in_a_row_are_a_name(page):
    text = "\n".join(told("ja") if page == "short" else sentences(page, "ja"))
    chains = set(re.findall("[\u4e00-\u9fff々]{4,}", text))
    assert {chain for chain in chains if not any(chain in name for name in NAMES)} == set()


def kanji(page):
    return KANJI.findall("".join(told("ja") if page == "short" else sentences(page, "ja")))


def test_school_teaches_as_many_kanji_as_its_table_holds():
    assert [len(each) for each in TAUGHT["school"].values()] == [80, 160, 200, 202, 193, 191]
    assert len(set(SCHOOL)) == 1026


@pytest.mark.parametrize("page", [*OWN, "short"])
def test_nearly_every_kanji_is_taught_at_school(page):
    found = kanji(page)
    assert sum(each not in SCHOOL for each in found) <= BEYOND * len(found)


def test_other_kanji_stand_in_words_that_the_person_meets_anyway():
    listed = {each for each in KANJI.findall(TAUGHT["words"]) if each not in SCHOOL}
    assert {each for page in (*OWN, "short") for each in kanji(page) if each not in SCHOOL} == listed


@pytest.mark.parametrize("page", [*OWN, "short"])
def test_every_kanji_has_a_reading(page):
    read_out = Reader(GUIDE)
    for each in told("ja") if page == "short" else sentences(page, "ja"):
        covered = {place for start, end, kana in read_out(each) for place in range(start, end) if kana}
        assert {found.start() for found in KANJI.finditer(each)} <= covered, each


def test_every_chapter_of_the_guidebook_has_its_picture_and_leads_on(lang):
    text = (DOCS[lang] / "guidebook.md").read_text("utf-8")
    chapters = re.split(r"^## ", text, flags=re.MULTILINE)[1:-1]
    assert len(chapters) == 8
    for chapter in chapters:
        assert chapter.count("{{ picture(") == 1
        assert re.search(r"\]\(/[a-z-]+\.md", chapter), chapter[:40]


def test_every_picture_is_drawn_and_every_drawing_is_shown():
    drawn = {path.stem for path in (DOCS["ja"].parent.parent / "theme/img/pictures").glob("*.svg")}
    assert drawn == {each.id for each in GUIDE.pictures}
    for docs in DOCS.values():
        pages = (path.read_text("utf-8") for path in docs.glob("*.md"))
        shown = {id for page in pages for id in re.findall(r'picture\("([^"]+)"', page)}
        assert shown in (drawn, {id for id in drawn if id.startswith("month-")})  # the guidebook is in Japanese alone
