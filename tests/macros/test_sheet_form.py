"""A sheet on the page: the same fields under the same tags as its DOCX, and furigana for its cards."""

import re

import pytest
from lxml import html

from content.load import load
from macros.furigana import segments, unread
from macros.sheet_form import sheet_form
from worksheets.boxes import tags
from worksheets.catalogue import catalogue
from worksheets.models import OWN_PAGE
from worksheets.office.forms import added

GUIDE = load()
SHEETS = catalogue(GUIDE)


def form(id, lang):
    return html.fromstring(sheet_form(GUIDE, lang, id))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("id", SHEETS)
def test_a_form_has_every_field_of_its_sheet_in_the_same_order(id, lang):
    found = []
    for each in form(id, lang).iter():
        if (element := each.get("data-element")) and each.tag == "tr":
            found += [f"{element}-mean", f"{element}-answered"]
        elif tag := each.get("data-tag") or each.get("data-date-field"):
            found.append(tag)
    rows = [tag for field in added(GUIDE, id) for tag in field.tags] if SHEETS[id].on_screen == OWN_PAGE else []
    assert [tag for tag in found if tag not in rows] == tags(GUIDE, SHEETS[id])
    assert [tag for tag in found if tag in rows] == rows  # those of the sheet to go on with, hidden at first


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("id", SHEETS)
def test_every_field_of_a_form_is_told_by_name(id, lang):
    found = form(id, lang)
    labels = {label.get("for") for label in found.iter("label")}
    for each in found.iter("input", "select", "textarea"):
        around = [label.text_content() for label in each.iterancestors("label")]
        assert each.get("aria-label") or each.get("id") in labels or any(map(str.strip, around)), html.tostring(each)


def test_an_element_keeps_its_number_in_the_edition_that_leaves_others_out():
    heads = form("retention-assessment-employer", "ja").cssselect("[data-means] tbody th")
    elements = [group.name.ja for group in GUIDE.checklists[1].groups]
    for head in heads:
        number, name = re.fullmatch(r"(\d+)\. (.*)", head.text_content()).groups()
        assert elements[int(number) - 1] == name


def test_furigana_stand_over_kanji_alone():
    assert segments(GUIDE, "落ち着くまで待ってください。") == [
        ("落", "お"),
        ("ち", ""),
        ("着", "つ"),
        ("く", ""),
        ("まで", ""),
        ("待", "ま"),
        ("って", ""),
        ("ください。", ""),
    ]


def test_every_kanji_of_an_emergency_card_has_its_reading():
    card = SHEETS["emergency-card"]
    said = [
        card.name,
        *(part.title for part in card.sections),
        *(field.label for part in card.sections for field in part.fields),
    ]
    for each in GUIDE.emergencies:
        said += [*each.signs, *each.do, *each.dont, *each.call]
    without = [f"{''.join(unread(GUIDE, text.ja))} (in {text.ja})" for text in said if unread(GUIDE, text.ja)]
    assert not without, "content/data/readings.yml: add readings for " + ", ".join(without)
