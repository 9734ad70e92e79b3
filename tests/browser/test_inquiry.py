"""The type finder and the claim check as their readers use them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from content.load import load

PAGES = {"approach": "choose-type", "claim": "claim-check"}
INQUIRIES = {each.id: each for each in load().inquiries}


def choose(page, **answers: str) -> None:
    for question, answer in answers.items():
        page.check(f"[name={question.replace('_', '-')}][value={answer}]")


def found(page) -> list[str]:
    return [each.get_attribute("data-finding") for each in page.locator("[data-finding]:visible").all()]


def test_the_first_answers_lead_to_more_questions_and_the_last_to_types(opened, axe):
    page = opened("approach")
    assert found(page) == []
    assert not page.locator("[data-question=using]").is_visible()
    choose(page, came_by="transition", months="after-six")
    assert page.locator("[data-question=using]").is_visible()
    choose(page, using="yes", change="yes", job_coach="at-work", job_coach_kind="visiting")
    assert found(page) == ["type-6", "types-3-and-6", "with-visiting"]
    assert page.locator(".inquiry-said").inner_text()
    assert axe(page) == []
    choose(page, came_by="none")  # the question on using retention support no longer applies
    assert not page.locator("[data-question=using]").is_visible()
    assert "type-6" not in found(page)


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        (
            {
                "period": "inside",
                "plan": "in-force",
                "leave": "no",
                "contact": "equivalent",
                "report": "given",
                "job_coach": "no",
                "job_change": "no",
            },
            "clear",
        ),
        (
            {
                "period": "inside",
                "plan": "in-force",
                "leave": "no",
                "contact": "face-to-face",
                "report": "not-given",
                "job_coach": "no",
                "job_change": "no",
            },
            "stop",
        ),
        (
            {
                "period": "inside",
                "plan": "in-force",
                "leave": "no",
                "contact": "face-to-face",
                "report": "given",
                "job_coach": "visiting",
                "grant": "applied",
                "job_change": "no",
            },
            "stop",
        ),
        (
            {
                "period": "inside",
                "plan": "in-force",
                "leave": "no",
                "contact": "face-to-face",
                "report": "given",
                "job_coach": "visiting",
                "grant": "not-applied",
                "job_change": "no",
            },
            "ask",
        ),
        (
            {
                "period": "unsure",
                "plan": "in-force",
                "leave": "no",
                "contact": "face-to-face",
                "report": "given",
                "job_coach": "in-house",
                "job_change": "second",
            },
            "ask",
        ),
    ],
)
def test_a_month_is_judged_by_what_weighs_most(opened, answers, verdict, axe):
    page = opened("claim")
    choose(page, **answers)
    assert page.locator("[data-verdict]:visible").get_attribute("data-verdict") == verdict
    assert axe(page) == []


def test_by_keyboard_alone_and_cleared_again(opened):
    page = opened("claim")
    page.focus("[name=period]")
    page.keyboard.press("Space")
    for _ in range(6):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    assert found(page)
    page.focus(".inquiry button[type=reset]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-finding]:visible")).to_have_count(0)
    assert page.locator(".inquiry input:checked").count() == 0


@pytest.mark.parametrize("id", sorted(PAGES))
def test_without_scripts_all_findings_stand_in_a_list(browser, address, lang, id):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address("file", lang, PAGES[id]))
    assert len(found(page)) == len(INQUIRIES[id].findings)
    assert not page.locator(".inquiry-form").is_visible()
    context.close()
