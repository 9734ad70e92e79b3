"""Hostile and poor surroundings: refused storage, old browsers, input methods, scripts that do not come, keys alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from waiting import held_back

from conftest import FOLDER, parsed
from content.load import load
from docx_files import validated

SITE = load().ui.family("site")
REFUSED = {  # each of the ways in which a browser keeps nothing
    "both": """for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });""",
    "null": """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value: null });""",
    "full": 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };',
    "reading": 'Storage.prototype.getItem = () => { throw new DOMException("broken", "UnknownError"); };',
}
# Firefox 115 and Chrome 102 lack none of what README promises; these are younger, or were absent in some of them.
YOUNG = """for (const [of, names] of [[Array.prototype, ["findLast", "findLastIndex", "at", "toSorted", "toReversed", "with"]],
    [String.prototype, ["at", "isWellFormed"]], [Object, ["hasOwn", "groupBy"]], [globalThis, ["structuredClone"]]])
  for (const name of names) delete of[name];"""
DEFLATE = {  # what a browser's own compression may be
    "absent": "delete globalThis.CompressionStream;",
    "without-raw": """const Whole = CompressionStream; globalThis.CompressionStream = function (format) {
      if (format === "deflate-raw") throw new TypeError("Unsupported compression format");
      return new Whole(format); };""",
    "failing": """globalThis.CompressionStream = function () { const { readable, writable } = new TransformStream({
      transform() { throw new Error("failed"); } }); return { readable, writable }; };""",
}


def matrix(*names: str) -> list:
    """Names that are tried with the matrices alone."""
    return [pytest.param(name, marks=pytest.mark.matrix) for name in names]


@pytest.fixture
def poor(browser, address, lang):
    """`poor("explore", script)`: a page in a browser that the script has changed; at the end nothing failed but what
    the theme asks for beside the page."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))

    def open(name: str, script: str = "", scheme: str = "http") -> Page:
        if script:
            page.add_init_script(script)
        page.goto(address(scheme, lang, name), wait_until="load")
        return page

    yield open
    page.close()
    assert wrong == []


@pytest.mark.parametrize("how", REFUSED)
def test_where_storage_is_refused_search_colours_and_tools_work(how, poor, lang):
    page = poor("calculator", REFUSED[how])
    page.click("button.scheme")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.fill("#calculator-standard-hired", "2026-04-01")
    page.keyboard.press("Enter")
    expect(page.locator(".calculator-result")).to_be_visible()
    page.locator(".md-search__input").click()
    page.keyboard.type({"ja": "面談", "en": "meeting"}[lang])
    expect(page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("how", ["both", "null", "full"])
@pytest.mark.parametrize("name", ["fill-must-exist-check", *matrix("explore", "emergency-cards")])
def test_where_nothing_can_be_kept_no_tick_says_so(name, how, poor):
    page = poor(name, REFUSED[how])
    box = page.locator(".sheet-form [name=keep]")
    box.click()
    expect(box).not_to_be_checked()
    expect(page.locator(".sheet-form-said")).not_to_be_empty()


@pytest.mark.parametrize("kept", ["{bad", "null", "[1, 2]", '{"__proto__": "x"}'])
@pytest.mark.parametrize("name", ["accommodation-talk-own", "emergency-card"])
def test_kept_words_that_cannot_be_read_break_nothing(name, kept, poor):
    page = poor({"accommodation-talk-own": "explore", "emergency-card": "emergency-cards"}[name])
    page.evaluate("([key, words]) => localStorage.setItem(key, words)", [f"teichaku-sheet-{name}", kept])
    page.reload(wait_until="load")
    expect(page.locator("article form[inert]")).to_have_count(0)
    assert page.locator(":is([data-add], [data-own])").first.is_enabled()


def test_where_nothing_can_be_handed_over_the_other_language_asks_first(poor):
    page = poor("fill-must-exist-check", REFUSED["both"])
    page.locator("textarea, [data-tag][type=radio], select[data-tag]").first.focus()
    page.keyboard.press("Space")
    page.locator("textarea").first.click()
    page.keyboard.type("x")
    assert held_back(page, lambda: page.click("a.switch", no_wait_after=True)) == "beforeunload"


@pytest.mark.parametrize("order", ["safari", "chromium", "ibus"])
def test_the_enter_that_ends_a_composition_opens_nothing_and_sends_nothing(order, poor, lang):
    """Safari ends the composition first and reports Enter then, as 229; others report it while composing."""
    page = poor("calculator")
    page.locator(".md-search__input").click()
    page.keyboard.type({"ja": "面談", "en": "meeting"}[lang])
    page.locator(".md-search-result__link").first.wait_for()
    here = page.url
    for place in (".md-search__input", "#calculator-standard-hired"):
        page.eval_on_selector(
            place,
            """(field, order) => {
              const key = (type, options) => field.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, key: "Enter", ...options }));
              const end = () => field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "" }));
              field.focus();
              field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
              if (order === "safari") { end(); key("keydown", { keyCode: 229 }); }
              if (order === "chromium") { key("keydown", { keyCode: 229, isComposing: true }); end(); key("keyup", { keyCode: 13 }); }
              if (order === "ibus") { key("keydown", { keyCode: 229, isComposing: true, key: "Process" }); end(); key("keyup", { keyCode: 229, isComposing: true }); }
            }""",
            order,
        )
        page.wait_for_timeout(200)
        assert page.url == here
    assert page.locator("#calculator-standard-hired-wrong").inner_text() == ""


@pytest.mark.parametrize("how", DEFLATE)
def test_a_word_file_is_made_whatever_the_browser_can_compress(how, poor, tmp_path):
    page = poor("fill-must-exist-check", DEFLATE[how])
    page.locator("textarea").first.fill("山田")
    with page.expect_download() as download:
        page.locator("[data-take=docx]").first.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert validated(path) == []


def test_tools_work_without_what_is_younger_than_the_browsers_that_are_promised(poor, lang):
    page = poor("calculator", YOUNG)
    page.fill("#calculator-standard-hired", "R8.4.1")
    page.keyboard.press("Enter")
    expect(page.locator(".calculator-result")).to_be_visible()
    with page.expect_download():
        page.click("[data-take=calendar]")


@pytest.mark.parametrize("name", ["calculator", "explore", "claim-check"])
@pytest.mark.parametrize("how", ["missing", *matrix("unreadable")])
def test_where_a_script_does_not_come_or_cannot_be_read_one_sentence_says_so(name, how, browser, address, lang):
    page = browser.new_page()
    own = parsed(FOLDER[lang] / f"{name}.html").xpath("//script/@src")[-1].removeprefix("../")
    page.route(
        f"**/{own}",
        lambda route: (
            route.abort() if how == "missing" else route.fulfill(body="a ?~ b", content_type="text/javascript")
        ),
    )
    page.goto(address("http", lang, name), wait_until="load")
    expect(page.locator("article .warning[role=alert]")).to_have_count(1)
    assert page.locator("article .warning[role=alert]").inner_text() == SITE["script_failed"][lang]
    page.close()


@pytest.mark.parametrize("place", ["body", "button.scheme", "article summary", "article a"])
def test_no_single_letter_leaves_the_page_or_opens_the_search(place, poor):
    page = poor("calculator", scheme="file")
    here = page.url
    if place != "body":
        page.locator(place).first.focus()
    for letter in ("n", "p", ",", ".", "s", "f", "/"):
        page.keyboard.press(letter)
        page.wait_for_timeout(30)
        assert page.url == here, letter
        assert not page.is_checked("#__search"), letter


STOP = """() => { const at = document.activeElement, box = at.getBoundingClientRect();
  const line = at.getClientRects()[0] || box; // a link may begin at a line's end
  const top = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
  return { name: at.outerHTML.slice(0, 90), body: at === document.body, seen: box.width > 0 && box.height > 0 && at.checkVisibility({ visibilityProperty: true }),
    covered: Boolean(top) && !at.contains(top) && !top.contains(at) && top.closest("label") !== at.closest("label"),
    drawer: Boolean(at.closest(".md-sidebar--primary")) || at.matches("label[for=__drawer] *") }; }"""


@pytest.mark.parametrize("name", ["calculator", *matrix("index", "explore", "plan")])
def test_the_open_menu_keeps_the_focus_and_gives_it_back(name, poor):
    page = poor(name, scheme="file")
    page.set_viewport_size({"width": 390, "height": 844})
    page.focus("label[for=__drawer] [data-press]")
    page.keyboard.press("Enter")
    page.wait_for_timeout(350)
    for _ in range(12):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        stop = page.evaluate(STOP)
        if stop["body"]:
            continue  # the browser's own bar
        assert stop["drawer"] and stop["seen"], stop
    page.keyboard.press("Escape")
    assert not page.is_checked("#__drawer")
    assert page.evaluate("document.activeElement.matches('label[for=__drawer] [data-press]')")


@pytest.mark.parametrize("name", ["calculator", "index"])
def test_tab_passes_the_closed_search_on_a_phone_and_leaves_the_open_one(name, poor, lang):
    """Before, Tab opened it around whoever passed by, and the page could no more be reached."""
    page = poor(name, scheme="file")
    page.set_viewport_size({"width": 390, "height": 844})
    opener = "label[for=__search] [data-press]"
    page.focus(f".md-header {opener}")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('.md-search__input')")
    page.keyboard.type({"ja": "面談", "en": "meeting"}[lang])
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Shift+Tab")
    assert not page.is_checked("#__search")
    assert page.evaluate(f"document.activeElement.matches('{opener}')")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["calculator", *matrix("explore", "fill-must-exist-check", "index")])
def test_every_stop_of_the_focus_is_seen_and_not_covered(name, width, poor):
    page = poor(name, scheme="file")
    page.set_viewport_size({"width": width, "height": 800})
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["covered"]:  # the search that was passed by is fading out
            page.wait_for_timeout(600)
            stop = page.evaluate(STOP)
        assert stop["body"] or (stop["seen"] and not stop["covered"]), stop
