"""A sheet on the page: the same fields under the same tags as its DOCX, and furigana for its cards."""

import pytest

from content.load import load
from macros.furigana import segments, unread
from macros.sheet_form import form_tags
from worksheets.catalogue import catalogue, tags

GUIDE = load()
SHEETS = catalogue(GUIDE)


@pytest.mark.parametrize("id", SHEETS)
def test_a_form_has_every_field_of_its_sheet_in_the_same_order(id):
    assert list(form_tags(GUIDE, SHEETS[id])) == list(tags(GUIDE, SHEETS[id]))


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
    assert [text.ja for text in said if unread(GUIDE, text.ja)] == []


def test_every_disability_has_lines_to_start_a_card_from():
    assert {id for each in GUIDE.emergencies for id in each.disabilities} == {each.id for each in GUIDE.disabilities}
