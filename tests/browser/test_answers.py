"""Answers as readers meet them: a link opens its answer, one prints without the others."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

TOPIC, ANSWER = "dismissal", "asked-to-resign"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_an_answer_that_a_link_names_is_open_and_in_view(scheme, lang, watched, address):
    page, wrong = watched
    page.goto(f"{address(scheme, lang, TOPIC)}#answer-{ANSWER}", wait_until="load")
    answer = page.locator(f".answer:has(> #answer-{ANSWER})")
    expect(answer.locator(".answer-lines > li").first).to_be_in_viewport()
    assert page.locator(".answer[open]").count() == 1
    assert wrong == []


def test_a_result_of_the_search_opens_its_answer(watched, address):
    page, wrong = watched
    page.goto(address("file", "ja", "about"), wait_until="load")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("退職届を書けと言われている")
    page.locator(f".md-search-result__link[href*='#answer-{ANSWER}']").first.click()
    page.wait_for_url(f"**/{TOPIC}.html*#answer-{ANSWER}")
    expect(page.locator(f".answer:has(> #answer-{ANSWER}) .answer-lines")).to_be_visible()
    assert wrong == []


def test_one_answer_prints_alone(lang, watched, address):
    page, wrong = watched
    page.add_init_script("window.print = () => { window.printing = true; }")
    page.goto(f"{address('file', lang, TOPIC)}#answer-{ANSWER}", wait_until="load")
    page.locator(f".answer:has(> #answer-{ANSWER}) [data-print-one]").click()
    assert page.evaluate("window.printing")
    page.emulate_media(media="print")
    shown = page.locator(".answer:visible > summary")
    assert [each.get_attribute("id") for each in shown.all()] == [f"answer-{ANSWER}"]
    expect(page.locator(".answer:visible .answer-lines")).to_be_visible()
    expect(page.locator(".first-aid")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".answer:visible").count() > 10
    assert wrong == []
