"""Every macro, in both languages: whole HTML that Markdown leaves alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import html

from content.files import ContentError
from content.load import load
from macros import BLOCKS, INLINE
from macros.accommodations import accommodations
from macros.fact import fact
from macros.foot import foot
from macros.mark import mark
from macros.render import SHAPES
from macros.terms import term
from worksheets.catalogue import catalogue, families

GUIDE = load()
IDS: dict[str, list[Any]] = {
    "accommodations": [each.id for each in GUIDE.disabilities],
    "checklist": [each.id for each in GUIDE.checklists],
    "daily_life": [each.id for each in GUIDE.disabilities],
    "duties": [None, *dict.fromkeys(each.actor for each in GUIDE.duties)],
    "inquiry": [each.id for each in GUIDE.inquiries],
    "milestones": [each.id for each in GUIDE.routes],
    "opening": [each.id for each in GUIDE.pages],
    "organisations": [each.id for each in GUIDE.organisations],
    "quotation": [each.id for each in GUIDE.quotations],
    "timeline": [each.id for each in GUIDE.timelines],
    "fact": [each.id for each in GUIDE.facts],
    "mark": list(SHAPES),
    "sheet": list(families(GUIDE)),
    "sheet_form": list(catalogue(GUIDE)),
    "sheet_page": list(families(GUIDE)),
    "sheets": [each.id for each in GUIDE.vocabularies["sheet-moments"]],
    "term": [each.id for each in GUIDE.terms],
}


def calls(macros):
    for macro in macros:
        for lang in ("ja", "en"):
            for args in (
                [(id,) if id is not None else () for id in IDS[macro.__name__]] if macro.__name__ in IDS else [()]
            ):
                yield pytest.param(macro, lang, args, id=f"{macro.__name__}-{lang}-{'-'.join(args)}")


@pytest.mark.parametrize(("macro", "lang", "args"), list(calls(BLOCKS)))
def test_a_block_has_no_indentation_and_no_blank_line(macro, lang, args):
    block = macro(GUIDE, lang, *args)
    assert block
    assert not re.search(r"^\s|^$", block, re.M)
    assert not re.search(r"<h[1-6]", block), "headings belong to pages"
    html.fragments_fromstring(block)


@pytest.mark.parametrize(("macro", "lang", "args"), list(calls(INLINE)))
def test_an_inline_macro_is_one_line(macro, lang, args):
    assert "\n" not in macro(GUIDE, lang, *args)


@pytest.mark.parametrize(
    "macro", [each for each in (*BLOCKS, *INLINE) if each.__name__ in IDS], ids=lambda each: each.__name__
)
def test_an_unknown_id_stops_and_says_what_is_known(macro):
    with pytest.raises(ContentError, match=r"there is no .*Known: "):
        macro(GUIDE, "ja", "no-such-thing")


def test_the_three_marks_differ_in_shape_and_word():
    marks = [
        html.fromstring(mark(GUIDE, "en", kind)).text_content() for kind in ("duty", "best-efforts", "good-practice")
    ]
    assert marks == ["■ must", "◧ best efforts", "□ good practice"]


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
