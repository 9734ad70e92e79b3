"""What there is to fill in: every box has a tag, says what it is for, and knows what it belongs to."""

import re

import pytest

from content.base import JAPANESE, Choice, Text
from content.load import load
from worksheets.blocks import Prompts, said
from worksheets.boxes import blocks, boxes
from worksheets.catalogue import catalogue
from worksheets.models import ChoiceField, Column, ConfirmField, TableField, WordsField

GUIDE = load()
SHEETS = catalogue(GUIDE)
EVERY = [pytest.param(sheet, id=sheet.id) for sheet in SHEETS.values()]


def text(word):
    return Text(ja=word, en=word)


def titles(field, lang="en"):
    return {box.tag: said(box.title, lambda words: words[lang]) for box in boxes(GUIDE, field)}


def of(sheet):
    return [box for section in sheet.sections for field in section.fields for box in boxes(GUIDE, field)]


@pytest.mark.parametrize("sheet", EVERY)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_box_by_itself_says_what_it_is_for(sheet, lang):
    found = [said(box.title, lambda words: words[lang]) for box in of(sheet)]
    assert all(each.strip() for each in found)
    assert lang == "ja" or not [each for each in found if re.search(JAPANESE, re.sub(r"\([^()]*\)", "", each))]


def test_the_answers_of_a_question_stand_together():
    field = ChoiceField(
        kind="choice", about=(), id="sleep", label=text("Sleep"), choices=(good := choice("good"), choice("bad"))
    )
    one, other = boxes(GUIDE, field)
    assert (one.tag, one.kind, one.group) == ("sleep-good", "radio", "sleep")
    assert one.label == (good.name,)
    assert other.group == "sleep"


def choice(id):
    return Choice(id=id, name=text(id))


def test_where_several_answers_hold_each_is_a_box_to_tick():
    field = ChoiceField(
        kind="choice", about=(), id="sleep", label=text("Sleep"), choices=(choice("good"), choice("bad")), many=True
    )
    assert [box.kind for box in boxes(GUIDE, field)] == ["checkbox", "checkbox"]


def test_a_signature_has_its_day():
    assert titles(ConfirmField(kind="confirm", about=(), id="signs", label=text("Signed"))) == {
        "signs": "Signed",
        "signs-on": "Signed - Date",
    }


def test_a_named_row_is_told_by_its_name_and_a_blank_one_by_its_number():
    column = Column(id="when", label=text("When"), kind="date")
    field = TableField(
        kind="table", about=(), id="visits", label=text("Visit"), columns=(column,), rows=(choice("first"),), blank=2
    )
    assert titles(field) == {
        "visits-first-when": "first: When",
        "visits-1-when": "Visit 1: When",
        "visits-2-when": "Visit 2: When",
    }


def test_an_item_keeps_its_number_where_others_are_not_asked():
    asked = {box.tag: box for box in of(SHEETS["retention-assessment-employer"])}
    whole = {box.tag: box for box in of(SHEETS["retention-assessment-supporter"])}
    shared = [tag for tag in asked if tag in whole and asked[tag].kind == "dropdown"]
    assert shared
    assert all(asked[tag].title == whole[tag].title for tag in shared)


def printed(field):
    """All words of a card of first aid, and the ids of its lines to write in."""
    made = list(blocks(GUIDE, field))
    words = [text.ja for block in made if isinstance(block, WordsField) for text in block.words]
    return "\n".join(words), [box.tag for block in made if isinstance(block, Prompts) for box in block.boxes]


@pytest.mark.parametrize("id", ["first-aid-cards-person", "first-aid-cards-beside"])
def test_a_card_of_first_aid_has_every_step_and_every_number_and_a_line_for_each_local_one(id):
    desks = {desk.id: desk for desk in GUIDE.desks}
    fields = [field for section in SHEETS[id].sections for field in section.fields]
    assert [field.aid for field in fields] == [aid.id for aid in GUIDE.first_aid]
    for field, aid in zip(fields, GUIDE.first_aid, strict=True):
        urgent = getattr(aid, field.reader)
        words, lines = printed(field)
        assert all(step.ja in words for step in urgent.steps)
        for called in urgent.call:
            desk = desks.get(called)
            if desk and desk.phone:
                assert desk.phone in words
            else:
                assert f"{field.id}-{called}" in lines
        assert lines[-1] == f"{field.id}-own"
