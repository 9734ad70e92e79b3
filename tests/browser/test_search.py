"""Search as its readers use it: typed, pasted, composed; over HTTP under a strict policy and from the disk; by keyboard."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

from conftest import ROOT, SITE, Quiet
from content.load import load
from macros.first_aid import help_lines

WORDS = load().ui
PHONES = [desk.phone for desk in help_lines(load())]
DANGER = yaml.safe_load((ROOT / "tests/search/danger.yml").read_text("utf-8"))["danger"]
NARROW = {"width": 320, "height": 640}
FIELD = ".md-search__input"
FINDS = {
    "ja": [
        ("ナチュラルサポート", "natural-supports.html"),
        ("ｺｰﾁ", "job-coaches.html"),
        ("ひきつぎ", "handing-over.html"),
    ],
    "en": [("resource map", "resource-map.html"), ("epilpesy", "disability-epilepsy.html")],
}
# The strictest header: nothing inline, no exceptions. The theme's icons are masks in its style sheet.
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"


class Strict(Quiet):
    """Serves the site as an intranet would that forbids everything inline."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("strict")
    (folder / "deep").mkdir()
    (folder / "deep/down").symlink_to(SITE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/deep/down/"
    server.shutdown()


def results(page: Page) -> list[str]:
    page.wait_for_selector(".md-search-result__link", timeout=15_000)
    return page.eval_on_selector_all(
        ".md-search-result__link", "links => links.map(link => new URL(link.href).pathname.split('/').pop())"
    )


def type_in(page: Page, words: str) -> None:
    page.locator(FIELD).click()
    page.locator(FIELD).press_sequentially(words)


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("how", ["typed", "pasted", "composed"])
def test_words_find_their_page_however_they_come_in(scheme, lang, how, watched, address):
    page, wrong = watched
    for words, expected in FINDS[lang]:
        page.goto(address(scheme, lang, "about"), wait_until="load")
        if how == "typed":
            type_in(page, words)
        elif how == "pasted":
            page.locator(FIELD).click()
            page.evaluate(
                "words => { const f = document.querySelector('.md-search__input'); f.value = words; f.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'})); }",
                words,
            )
        else:
            page.locator(FIELD).click()
            page.evaluate(
                "words => { const f = document.querySelector('.md-search__input'); f.dispatchEvent(new CompositionEvent('compositionstart')); f.value = words; f.dispatchEvent(new CompositionEvent('compositionend', {data: words, bubbles: true})); }",
                words,
            )
        assert expected in results(page)[:3], words
    assert wrong == []


def test_nothing_changes_while_composing(watched, address):
    page, _ = watched
    page.goto(address("file", "ja", "about"), wait_until="load")
    type_in(page, "発作")
    before = results(page)
    page.evaluate(
        """() => {
          const field = document.querySelector('.md-search__input');
          field.dispatchEvent(new CompositionEvent('compositionstart'));
          field.value = '発作ｈ';
          field.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true}));
          field.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true, isComposing: true, key: 'h'}));
        }"""
    )
    page.wait_for_timeout(300)
    assert results(page) == before


def test_under_a_strict_policy_below_a_subpath(strict, lang, browser):
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto(f"{strict}{'' if lang == 'ja' else 'en/'}about.html", wait_until="load")
    type_in(page, "てんかん" if lang == "ja" else "epilepsy")
    assert "disability-epilepsy.html" in results(page)[:2]
    assert refused == []
    page.close()


def test_by_keyboard_to_the_words_on_the_page(lang, watched, address, axe):
    page, wrong = watched
    page.goto(address("file", lang, "index"), wait_until="load")
    page.locator(FIELD).focus()
    page.keyboard.type("てんかん" if lang == "ja" else "epilepsy")
    results(page)
    meta = page.locator(".md-search-result__meta")
    assert meta.get_attribute("role") == "status"
    assert any(letter.isdigit() for letter in meta.inner_text())
    assert axe(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/disability-epilepsy.html*")
    expect(page.locator("mark").first).to_be_visible()
    assert wrong == []


def test_nothing_found_says_what_to_try(lang, watched, address, axe):
    page, wrong = watched
    page.goto(address("file", lang, "about"), wait_until="load")
    type_in(page, "qqqqxxxx")
    expect(page.locator("[data-search-help]")).to_be_visible()
    assert WORDS["site"]["search_none"][lang] in page.inner_text("[data-search-help]")
    assert axe(page) == []
    page.locator(FIELD).fill("")
    page.locator(FIELD).press_sequentially("plan")
    expect(page.locator("[data-search-help]")).to_be_hidden()
    assert wrong == []


@pytest.mark.parametrize(("here", "word", "there"), [("en", "車いす", "ja"), ("ja", "wheelchair", "en")])
def test_a_word_of_the_other_language_leads_to_its_page(here, word, there, watched, address):
    page, wrong = watched
    page.goto(address("file", here, "about"), wait_until="load")
    type_in(page, word)
    # Half a word finds pages of one's own language: "wheel"
    expect(page.locator(".md-search-result")).to_contain_text(WORDS["search"]["other"][here])
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(re.compile(r"/disability-limb-or-trunk\.html"))
    assert page.evaluate("document.documentElement.lang") == there
    assert wrong == []


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "<script>alert(1)</script> plan", "\"'><b>計画"])
def test_a_hostile_query_stays_words(query, lang, watched, address):
    page, wrong = watched
    page.on("dialog", lambda dialog: wrong.append("ran"))
    page.goto(address("file", lang, "about"), wait_until="load")
    type_in(page, query)
    page.wait_for_timeout(500)
    assert page.locator(".md-search-result img, .md-search-result script, .md-search-result b").count() == 0
    assert wrong == []


@pytest.fixture
def asked(browser, address) -> Iterator[tuple[Page, list[str]]]:
    """A page with a touch screen, and the scripts of search it asks for beyond the one in its head."""
    page = browser.new_page(has_touch=True)
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url.rpartition("/")[2]))
    yield page, found
    page.close()


def wanted(found: list[str]) -> set[str]:
    return {"index.js", "search-engine.js"} & set(found)


def test_a_page_on_which_nobody_searches_asks_for_no_index(lang, asked, address):
    page, found = asked
    page.goto(address("http", lang, "index"), wait_until="load")
    said = page.evaluate("JSON.parse(document.getElementById('__config').textContent).translations")
    expect(page.locator(".md-search-result__meta")).to_have_text(said["search.result.placeholder"])
    page.wait_for_timeout(3000)
    assert not wanted(found)
    assert not [url for url in found if "lunr" in url or "workers" in url]
    assert not [url for url in found if "search_index" in url or "sitemap" in url]  # what the theme would ask for


@pytest.mark.parametrize("how", ["pointer", "tap", "focus"])
def test_who_reaches_for_the_box_has_the_engine_before_the_first_key(how, asked, address):
    page, found = asked
    page.goto(address("http", "ja", "about"), wait_until="load")
    if how == "pointer":
        page.locator(FIELD).hover()
    elif how == "tap":
        page.set_viewport_size({"width": 390, "height": 800})
        page.locator("label.md-header__button[for=__search]").tap()
    else:
        page.locator(FIELD).focus()
    page.wait_for_function("Boolean(Teichaku.search?.engine)")
    assert wanted(found) == {"index.js", "search-engine.js"}


def test_a_question_in_the_address_is_answered(asked, address):
    page, _ = asked
    page.goto(address("http", "ja", "about") + "?q=てんかん", wait_until="load")
    assert "disability-epilepsy.html" in results(page)[:2]


def test_a_question_typed_before_the_index_is_there_is_answered(asked, address):
    page, _ = asked
    held: list[Route] = []
    page.route("**/search/index.js", lambda route: held.append(route))
    page.goto(address("http", "ja", "about"), wait_until="load")
    with page.expect_request("**/search/index.js"):
        type_in(page, "てんかん")
    page.wait_for_timeout(300)
    held[0].continue_()
    assert "disability-epilepsy.html" in results(page)[:2]


@pytest.mark.parametrize("missing", ["js/search-engine.js", "search/index.js"])
def test_search_that_cannot_be_loaded_says_so_and_is_tried_again(missing, lang, asked, address):
    page, _ = asked
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(address("http", lang, "about"), wait_until="load")
    type_in(page, "a")
    expect(page.locator(".md-search-result__meta")).to_have_text(WORDS["site"]["search_failed"][lang])
    page.unroute(f"**/{missing}")
    page.locator(FIELD).fill("")
    page.locator(FIELD).press_sequentially("てんかん" if lang == "ja" else "epilepsy")
    assert "disability-epilepsy.html" in results(page)[:2]


def calls(page: Page, box: str) -> list[str]:
    """The numbers that can be called from a part of the page, in the order they stand."""
    return page.eval_on_selector_all(
        f"{box} a[href^='tel:']", "links => links.map(each => decodeURIComponent(each.getAttribute('href').slice(4)))"
    )


def test_help_lines_begin_with_ambulance_and_police():
    assert PHONES[:2] == ["119", "110"]
    assert len(PHONES) > 4


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        pytest.param(lang, word, marks=[] if not number else pytest.mark.matrix)
        for lang, words in DANGER.items()
        for number, word in enumerate(words)
    ],
)
def test_a_word_of_danger_brings_whom_to_call_above_everything_on_a_small_screen(lang, word, watched, address):
    page, wrong = watched
    page.set_viewport_size(NARROW)
    page.goto(address("file", lang, "about"), wait_until="load")
    page.locator("label.md-header__button[for=__search]").click()
    page.locator(FIELD).press_sequentially(word)
    box = page.locator("[data-danger]")
    expect(box).to_be_visible()
    assert calls(page, "[data-danger]") == [phone.replace("-", "") for phone in PHONES]
    assert "danger.html" in results(page)[:3] or "worsening.html" in results(page)[:3]
    lines, found = box.bounding_box(), page.locator(".md-search-result").bounding_box()
    assert lines and found and lines["y"] + lines["height"] <= found["y"]
    page.wait_for_function(  # the box slides in
        "() => [...document.querySelectorAll('[data-danger], [data-danger] *')].every(e => e.getBoundingClientRect().right <= 320)"
    )
    expect(box.locator("a[href^='tel:']").nth(1)).to_be_in_viewport()
    box.locator("a[href$='danger.html']").click()
    page.wait_for_url("**/danger.html")
    assert wrong == []


def test_without_scripts_the_menu_leads_to_whom_to_call(lang, browser, address):
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.goto(address("file", lang, "about"), wait_until="load")
    page.locator("label.md-header__button[for=__drawer]").click()
    there = page.locator("a[href$='danger.html']")
    part = page.locator(".md-sidebar--primary details", has=there)
    part.locator("summary").click()
    part.locator("a[href$='danger.html']").click()
    page.wait_for_url("**/danger.html")
    numbers = [link.get_attribute("href") for link in page.locator(".first-aid a[href^='tel:']").all()]
    assert numbers[:2] == ["tel:119", "tel:110"]
    assert {f"tel:{phone.replace('-', '')}" for phone in PHONES} <= set(numbers)
    expect(page.locator(".first-aid a[href='tel:119']").first).to_be_visible()
    context.close()
