"""Every macro, in both languages: whole HTML that Markdown leaves alone."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from lxml import etree, html

from calling import IDS, calls
from content.files import ContentError
from content.load import load
from content.marks import SIGNS
from content.titles import title
from macros import BLOCKS, INLINE
from macros.accommodations import accommodations
from macros.fact import fact
from macros.foot import foot
from macros.mark import mark
from macros.sheet_page import sheet_page
from macros.sheet_roles import sheet_roles
from macros.sheets import sheets
from macros.terms import term
from worksheets.catalogue import catalogue, families

GUIDE = load()


VOID = {"br", "hr", "img", "input", "wbr"}
BARE = {"&": re.compile(r"&(?!(?:[a-z]+|#\d+|#x[0-9a-f]+);)", re.I), "<": re.compile(r'="[^"]*<')}


class Tags(HTMLParser):
    """What is wrong with the tags of a block: browsers mend it silently, each in its way."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, attributes):
        if len({name for name, _ in attributes}) < len(attributes):
            self.wrong.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if (last := self.open.pop() if self.open else None) != tag:
            self.wrong.append(f"</{tag}> closes {f'<{last}>' if last else 'nothing'}")


def faults(block):
    tags = Tags()
    tags.feed(block)
    parser = etree.HTMLParser()
    etree.fromstring(block, parser)
    nesting = [each.message for each in parser.error_log if each.type_name != "HTML_UNKNOWN_TAG"]  # it knows HTML 4
    bare = [f"a bare {sign}" for sign, found in BARE.items() if found.search(block)]
    return [*tags.wrong, *(f"<{tag}> stays open" for tag in tags.open), *nesting, *bare]


@pytest.mark.parametrize(("macro", "lang", "args"), list(calls(BLOCKS)))
def test_a_block_has_no_indentation_and_no_blank_line(macro, lang, args):
    block = macro(GUIDE, lang, *args)
    assert all(line == line.lstrip() != "" for line in block.split("\n"))
    assert not re.search(r"<h[1-6]", block), "headings belong to pages"
    assert faults(block) == []


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("<ul><li>a</ul>", "</ul> closes <li>"),
        ("<div><p>a</p>", "<div> stays open"),
        ("<p>a</p></p>", "</p> closes nothing"),
        ('<p id="a" id="b">a</p>', "<p> has an attribute twice"),
        ("<p><div>a</div></p>", "Unexpected end tag : p"),
        ("<p>a & b</p>", "a bare &"),
        ('<p title="<b>">a</p>', "a bare <"),
    ],
)
def test_a_slip_in_a_block_would_be_found(block, fault):
    assert fault in faults(block)


@pytest.mark.parametrize(("macro", "lang", "args"), list(calls(INLINE)))
def test_an_inline_macro_is_one_line(macro, lang, args):
    assert "\n" not in macro(GUIDE, lang, *args)


@pytest.mark.parametrize(
    "macro", [each for each in (*BLOCKS, *INLINE) if each.__name__ in IDS], ids=lambda each: each.__name__
)
def test_an_unknown_id_stops_and_says_what_is_known(macro):
    with pytest.raises(ContentError, match=r"there is no .*Known: "):
        macro(GUIDE, "ja", "no-such-thing")


def test_marks_differ_in_shape_and_word_and_say_for_what_or_from_whom():
    asked = [("duty",), ("best-efforts",), ("condition", "the month's fee"), ("good-practice", "ours"), ("ask",)]
    assert [html.fromstring(mark(GUIDE, "en", *each)).text_content() for each in asked] == [
        *("■ must", "▲ best efforts", "◆ condition (the month's fee)", "□ good practice (this guide)", "？ ask"),
    ]


@pytest.mark.parametrize("call", [("good-practice",), ("good-practice", "nobody"), ("condition",)])
def test_advice_says_whose_it_is_and_a_condition_for_what(call):
    with pytest.raises(ContentError, match="say"):
        mark(GUIDE, "en", *call)


def test_no_sign_stands_for_two_marks_and_every_sign_is_one_that_any_japanese_typeface_has():
    assert len(set(SIGNS.values())) == len(SIGNS)
    for sign in SIGNS.values():
        assert sign.encode("iso2022_jp")  # JIS X 0208


def test_a_mark_stands_at_acts_alone():
    for route in GUIDE.routes:
        for rule in route.rules:
            acts = rule.part != "change" and rule.who != "person"
            assert acts or not rule.marks, f"{route.id}/{rule.id} is a day, a period or a limit: it has no mark"


def test_a_mark_in_a_figure_stands_at_what_somebody_does():
    marked = [cell for timeline in GUIDE.timelines for row in timeline.rows for cell in row.cells if cell.marks]
    assert len(marked) > 15
    assert [cell.text.ja for cell in marked if not re.search("[うくすつぬむるぶぐ]$", cell.text.ja)] == []


def test_best_efforts_are_said_as_best_efforts():
    said = [duty.what for duty in GUIDE.duties if duty.marks == ("best-efforts",)]
    said += [rule.rule for route in GUIDE.routes for rule in route.rules if rule.marks == ("best-efforts",)]
    said += [
        line for topic in GUIDE.answers.values() for each in topic for line in each.lines if line.mark == "best-efforts"
    ]
    assert len(said) > 15
    assert [text.ja for text in said if not re.search("努め|努力", text.ja)] == []
    assert [text.en for text in said if not re.search(r"(?i)effort|\b(try|tries|aim)\b", text.en)] == []


def test_a_figure_comes_with_its_date():
    assert (
        html.fromstring(fact(GUIDE, "ja", "designated-intractable-diseases")).text_content()
        == "348疾病（2025年4月1日現在）"
    )


def test_a_term_leads_to_its_meaning_at_the_foot():
    words = f"… {term(GUIDE, 'en', 'job-coach')} …"
    foot_of_page = html.fromstring(foot(GUIDE, "en", "job-coaches", words))
    assert foot_of_page.get_element_by_id("term-job-coach").text_content().startswith("job coach")


def test_questions_and_the_caveat_come_before_the_examples():
    block = accommodations(GUIDE, "en", "visual")
    assert block.index("questions") < block.index('class="caveat"') < block.index("<table")


def test_the_foot_calls_the_manuals_introduction_by_its_name():
    said = html.fromstring(foot(GUIDE, "ja", "about", "")).cssselect(".foot-sources small")[0].text_content()
    assert said == "もとのマニュアル：はじめに"
    said = html.fromstring(foot(GUIDE, "en", "start", "")).cssselect(".foot-sources small")[0].text_content()
    assert said == "Source manual: introduction, section 1, 3"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_sheets_page_names_the_pages_that_use_it_by_their_titles(lang):
    links = html.fromstring(sheet_page(GUIDE, lang, "consent")).xpath('//ul/li/a[starts-with(@href, "/for-person")]')
    assert [link.text for link in links] == [title(lang, "for-person")]


def test_a_card_names_everyone_who_fills_in_a_sheet_of_several_editions():
    (card,) = [
        card
        for card in html.fromstring(sheets(GUIDE, "ja", "looking-closer")).xpath("//section")
        if card.get("id") == "sheet-retention-assessment"
    ]
    assert "書く人：本人、支援員、会社の担当者" in card.text_content()


def test_a_plan_comes_before_its_schedule_and_the_standard_route_before_the_others():
    titles = html.fromstring(sheets(GUIDE, "ja", "starting")).xpath('//p[@class="sheets-title"]/a')
    found = [link.get("href").removeprefix("/sheet-").removesuffix(".md") for link in titles]
    assert found[:4] == ["consent", "purpose-sheet", "support-plan", "schedule-standard"]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("id", families(GUIDE))
def test_every_edition_on_a_sheets_page_has_a_name_of_its_own(id, lang):
    names = html.fromstring(sheet_page(GUIDE, lang, id)).xpath('(//tbody)[1]//th[@scope="row"]/text()')
    assert len(names) == len(set(names)) == len(families(GUIDE)[id])


@pytest.mark.parametrize("id", families(GUIDE))
def test_a_sheets_page_says_in_four_lines_how_to_write_in_its_files(id):
    ui = GUIDE.ui["sheet_page"]
    page = html.fromstring(sheet_page(GUIDE, "ja", id))
    head = page.xpath(f'//p[text()="{ui["how"].ja}"]')[0]
    lines = [each.text_content() for each in head.getnext()]
    on_screen = any(sheet.on_screen and not sheet.example for sheet in families(GUIDE)[id])
    assert len(lines) == 4
    assert lines[0].endswith((ui["phone_screen"] if on_screen else ui["phone_paper"]).ja)
    assert "パスワードはありません" in lines[1]
    assert "BIZ UDゴシック" in lines[2]
    assert "Wordでは開いていません" in lines[3]


def test_sheets_of_a_role_stand_in_the_order_in_which_they_are_used():
    first, *_ = html.fromstring(sheet_roles(GUIDE, "ja")).xpath("//dd")
    order = [choice.id for choice in GUIDE.vocabularies["sheet-moments"]]
    moments = {sheet.name.ja: sheet.moment for sheet in catalogue(GUIDE).values()}
    used = [order.index(moments[link.text]) for link in first.xpath(".//a")]
    assert used == sorted(used) and len(set(used)) > 3
