"""What the rules ask of a paper stands beside its sheet: on the page of the plan, of the report or of the sheet itself."""

import pytest

from content.load import load
from macros.official_fields import OFFICIAL
from macros.plan_and_report import plan_contents, report_contents
from macros.sheet_page import sheet_page

GUIDE = load()
FORMS = sorted({each.form for each in GUIDE.official_fields})
PAGES = {"support-plan": plan_contents, "support-report": report_contents}


def shown(form, lang):
    return PAGES[form](GUIDE, lang) if form in PAGES else sheet_page(GUIDE, lang, form)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_every_field_that_is_asked_for_is_shown_with_how_far_it_was_checked(form, lang):
    html = shown(form, lang)
    ui = GUIDE.ui["official_fields"]
    asked = [each for each in GUIDE.official_fields if each.form == form]
    rows = html[html.index(ui[f"caption_{form}"][lang]) :].split("<tr>")[2:]
    for field, row in zip(asked, rows, strict=True):
        assert ui["found" if field.found else "to_confirm"][lang] in row, field.id


def test_consent_and_visit_say_it_too_and_no_page_says_it_twice():
    assert {"consent", "workplace-visit", *OFFICIAL} == set(FORMS)
    caption = GUIDE.ui["official_fields"]["caption_support-plan"].ja
    assert caption not in sheet_page(GUIDE, "ja", "support-plan")


def test_a_field_of_our_own_is_not_said_to_be_found():
    ours = [each for each in GUIDE.official_fields if each.rests.how == "ours"]
    assert ours
    assert not any(each.found for each in ours)
