"""Reading aids in a real browser: furigana, larger text, reading aloud; what is kept, what a voice hears."""

import re

import pytest
from waiting import shift

from conftest import SITE

RUBY = "document.querySelectorAll('article ruby').length"
SAID = "document.querySelector('article').textContent"
# Kanji of the article that stand under no reading, where a page has them to read.
BARE = r"""() => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (/[\u4e00-\u9fff]/.test(data) && !parentElement.closest("ruby, script, style, template, select, textarea, pre, code, svg, [lang]:not([lang=ja], html)"))
      found.push(data.trim());
  }
  return found;
}"""
VOICES = """
  const spoken = globalThis.spoken = [];
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(globalThis, "speechSynthesis", { value: {
    getVoices: () => [{lang: "ja-JP", localService: LOCAL}, {lang: "en-GB", localService: LOCAL}],
    speak: (each) => spoken.push(each.text), cancel() {}, addEventListener() {},
  }});
"""


def on(page, aid):
    page.click(f"[data-aid={aid}]")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_furigana_come_and_go_and_leave_the_text_as_it_was(scheme, watched, address):
    page, wrong = watched
    page.goto(address(scheme, "ja", "scheme"), wait_until="load")
    before = page.evaluate(SAID)
    assert page.evaluate(RUBY) == 0
    on(page, "furigana")
    page.wait_for_function(f"{RUBY} > 500")
    page.wait_for_timeout(500)
    assert page.evaluate(SAID) == before
    on(page, "furigana")
    assert page.evaluate(RUBY) == 0
    assert page.evaluate(SAID) == before
    assert wrong == []


def test_nearly_every_kanji_of_a_page_has_its_reading(watched, address):
    page, _ = watched
    page.goto(address("file", "ja", "for-person"), wait_until="load")
    on(page, "furigana")
    page.wait_for_function(f"{RUBY} > 300")
    page.wait_for_timeout(500)
    assert page.evaluate(BARE) == []


def test_readings_are_in_no_copy_and_in_no_voice(watched, address):
    page, _ = watched
    page.goto(address("file", "ja", "guidebook"), wait_until="load")
    assert "かいしゃ" not in page.evaluate("getSelection().selectAllChildren(document.body) ?? String(getSelection())")
    tree = page.locator("article").aria_snapshot()
    assert "会社" in tree.replace("\n", "")
    assert "かいしゃ" not in tree


def test_the_guidebook_shows_its_readings_without_scripts_and_takes_them_away_with_them(browser, watched, address):
    page, _ = watched
    page.goto(address("file", "ja", "guidebook"), wait_until="load")
    assert page.evaluate(RUBY) > 300
    on(page, "furigana")
    page.wait_for_function(f"{RUBY} === 0")  # what takes them away is loaded when it is wished
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto(address("file", "ja", "guidebook"), wait_until="load")
    assert bare.locator("article ruby").count() > 300
    assert not bare.locator(".aids").is_visible()
    bare.context.close()


def test_nothing_is_kept_until_the_reader_says_so(watched, address):
    page, _ = watched
    page.goto(address("http", "ja", "plan"), wait_until="load")
    on(page, "larger")
    kept = "localStorage.getItem('teichaku-aids')"
    assert page.evaluate(kept) is None
    page.check("[data-keep]")
    page.goto(address("http", "ja", "report"), wait_until="load")
    assert page.get_attribute("[data-aid=larger]", "aria-pressed") == "true"
    assert page.evaluate("document.documentElement.hasAttribute('data-larger')")
    page.uncheck("[data-keep]")
    assert page.evaluate(kept) is None


@pytest.mark.parametrize(("kept", "shown"), [("larger", True), ("", False), (None, False)])
def test_what_is_kept_moves_nothing_when_the_next_page_opens(kept, shown, watched, address):
    """Before, who reads with larger letters saw every page jump."""
    page, _ = watched
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address("http", "ja", "about"), wait_until="load")
    if kept is not None:
        page.evaluate("kept => localStorage.setItem('teichaku-aids', kept)", kept)
    assert shift(page, address("http", "ja", "plan")) < 0.01
    assert page.evaluate("document.documentElement.hasAttribute('data-larger')") == shown
    assert page.locator(".aids-keep").is_visible() == (kept is not None)


@pytest.mark.parametrize("width", [320, 1280])
def test_larger_text_and_furigana_fit_the_page(width, watched, address):
    page, _ = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address("file", "ja", "scheme"), wait_until="load")
    on(page, "larger")
    on(page, "furigana")
    page.wait_for_function(f"{RUBY} > 500")
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_section_is_read_aloud_by_a_voice_of_the_device(lang, watched, address):
    page, _ = watched
    page.add_init_script(VOICES.replace("LOCAL", "true"))
    page.goto(address("file", lang, "guidebook"), wait_until="load")
    on(page, "aloud")
    listen = page.locator("h2#my-rights + button")
    listen.wait_for()
    listen.click()
    spoken = page.evaluate("spoken")
    assert len(spoken) > 8
    assert not any(re.search(r"けんり|ほんにん", each) for each in spoken)
    on(page, "aloud")
    assert page.locator(".aids-listen").count() == 0


def test_where_all_voices_are_far_away_nothing_is_read(lang, watched, address):
    page, _ = watched
    page.add_init_script(VOICES.replace("LOCAL", "false"))
    page.goto(address("file", lang, "guidebook"), wait_until="load")
    assert not page.is_visible("[data-aid=aloud]")


def test_where_readings_do_not_come_the_row_says_so(watched, address):
    page, _ = watched
    page.route("**/furigana/*", lambda route: route.abort())
    page.goto(address("http", "ja", "plan"), wait_until="load")
    on(page, "furigana")
    page.wait_for_function("document.querySelector('.aids [role=status]').textContent")
    assert page.get_attribute("[data-aid=furigana]", "aria-pressed") == "false"


def test_every_japanese_page_has_its_file_of_readings():
    pages = {path.stem for path in SITE.glob("*.html")} - {"404"}
    assert pages <= {path.stem for path in (SITE / "furigana").glob("*.js")}
