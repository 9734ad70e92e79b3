"""Pages and tools under the strict policy, behind real servers: nothing is refused, nothing is asked of anybody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import NAMES


@pytest.fixture
def watched(browser: Browser, server: str) -> Iterator[tuple[Page, list[str]]]:
    """A page, and all that went wrong on it."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda asked: None if asked.url.startswith((server, "blob:", "data:")) else wrong.append(asked.url)
    )
    page.on("response", lambda came: wrong.append(f"{came.status} {came.url}") if came.status >= 400 else None)
    yield page, wrong
    page.close()


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name == "explore" else pytest.mark.matrix) for name in NAMES]
)
@pytest.mark.parametrize("below", ["", "en/"])
def test_a_page_opens_without_a_complaint(watched, server, below, name):
    page, wrong = watched
    page.goto(f"{server}{below}{name}.html", wait_until="load")
    assert wrong == []


def test_the_calculator_works_and_its_files_are_made(watched, server):
    page, wrong = watched
    page.goto(f"{server}calculator.html")
    page.fill("#calculator-standard-hired", "2026-04-01")
    page.press("#calculator-standard-hired", "Enter")
    with page.expect_download():
        page.click("[data-take=csv]")
    assert wrong == []


def test_search_finds_and_the_colours_change(watched, server):
    page, wrong = watched
    page.goto(f"{server}about.html")
    page.locator(".md-search__input").click()
    page.keyboard.insert_text("面談")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="暗い配色").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert wrong == []


def test_a_form_is_filled_and_saved_as_word(watched, server):
    page, wrong = watched
    page.goto(f"{server}fill-natural-support-check.html")
    page.locator("textarea").first.fill("山田")
    with page.expect_download():
        page.get_by_role("button", name="Word").first.click()
    assert wrong == []


@pytest.mark.parametrize("allowed", ["", " allow-same-origin"])
def test_a_frame_with_a_sandbox_reckons_and_searches_as_the_page_on_hosting_says(browser: Browser, server, allowed):
    page = browser.new_page()
    frame = f'<iframe sandbox="allow-scripts allow-forms{allowed}" width="1200" height="900" src="calculator.html"></iframe>'
    page.route("**/frame.html", lambda route: route.fulfill(body=frame, content_type="text/html"))
    page.goto(f"{server}frame.html")
    inside = page.frame_locator("iframe")
    day = inside.locator(".calculator input[type=text]:visible").first
    day.fill("2026-04-01")
    day.press("Enter")
    expect(inside.locator("[data-take=csv]")).to_be_visible()
    inside.locator(".md-search__input").click()
    page.keyboard.insert_text("面談")
    expect(inside.locator(".md-search-result__link").first).to_be_visible()
    page.close()
