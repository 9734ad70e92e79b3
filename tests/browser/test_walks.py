"""From the front page to what people take away, by keys alone: a calendar file, a Word file, paper, a link."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page

MOST = 60  # Tabs to one thing on a page
SETTINGS = [
    pytest.param(lang, width, id=f"{lang}-{width}", marks=() if (lang, width) == ("ja", 390) else pytest.mark.matrix)
    for lang in ("ja", "en")
    for width in (390, 1280)
]
AT = "selector => document.activeElement !== document.body && document.activeElement.matches(selector)"
PRINTED = "window.print = () => { globalThis.printed = true; };"


class Keys:
    """A reader without a mouse, who counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.pressed += len(words)

    def go(self, place: str, key: str = "Tab") -> None:
        """On to the next place of a kind."""
        for _ in range(MOST):
            self.press(key)
            if self.page.evaluate(AT, place):
                return
        raise AssertionError(f"{MOST} times {key}, and no {place}")

    def search(self, words: str, page: str) -> None:
        """To a page by the search, past the menu."""
        self.go(".md-search__input, .md-header label[for=__search] [data-press]")
        if self.page.evaluate(AT, "[data-press]"):
            self.press("Enter")
            self.page.wait_for_function("document.activeElement.matches('.md-search__input')")
        self.type(words)
        self.page.locator(f".md-search-result__link[href*='{page}']").first.wait_for()
        self.go(f".md-search-result__link[href*='{page}']")
        self.open(page)

    def open(self, page: str) -> None:
        self.press("Enter")
        self.page.wait_for_url(f"**/{page}*", wait_until="load")
        if "#" not in self.page.url:
            self.press("Tab")  # past the menu: the way to the words
            self.press("Enter")


@pytest.fixture
def walk(lang, watched, address, record_property):
    """`walk(width)`: the keys on the front page; at the end nothing failed, and what it took is noted."""
    page, wrong = watched
    page.add_init_script(PRINTED)
    keys, began = Keys(page), time.monotonic()

    def set_out(width: int) -> Keys:
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(address("http", lang, "index"), wait_until="load")
        return keys

    yield set_out
    record_property("keys", keys.pressed)
    record_property("seconds", round(time.monotonic() - began, 1))
    assert wrong == []


@pytest.mark.parametrize(("lang", "width"), SETTINGS)
def test_by_keys_alone_to_a_calendar_file_a_link_and_paper(width, walk):
    keys = walk(width)
    keys.go("a.md-skip")
    keys.press("Enter")
    keys.go("article a[href='calculator.html']")
    keys.open("calculator.html")
    keys.go("#calculator-standard-hired")
    keys.type("2026/4/1")
    keys.press("Enter")
    keys.page.locator(".calculator-result").wait_for()
    keys.go("[data-take=calendar]")
    with keys.page.expect_download() as made:
        keys.press("Enter")
    assert made.value.suggested_filename.endswith(".ics")
    keys.go("[data-take=link]")
    keys.press("Enter")
    keys.page.wait_for_function("document.querySelector('.calculator textarea').value.includes('hired=2026-04-01')")
    keys.go("[data-take=print]", "Shift+Tab")
    keys.press("Enter")
    keys.page.wait_for_function("globalThis.printed === true")


@pytest.mark.parametrize(("lang", "width"), SETTINGS)
def test_by_keys_alone_to_a_word_file(lang, width, walk):
    keys = walk(width)
    keys.search({"ja": "障害別の配慮を探す", "en": "find accommodations"}[lang], "explore.html")
    keys.go(".entry [data-collect]")
    keys.press("Enter")
    keys.go(".explorer-to-sheet", "Shift+Tab")
    keys.press("Enter")
    keys.go("[data-take=docx]")
    with keys.page.expect_download() as made:
        keys.press("Enter")
    assert made.value.suggested_filename.endswith(".docx")
