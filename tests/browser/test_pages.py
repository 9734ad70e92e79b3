"""Every page in a real browser, over HTTP below a subpath and from the disk: nothing asked of another host."""

from __future__ import annotations

import pytest
from waiting import shift

from conftest import BUILT, FOLDER

SCHEMES = ("http", "file")
KINDS = (  # a page of each kind: words, figures, each thing that works by script
    *("index", "scheme", "calculator", "claim-check", "explore", "disability-visual", "emergency-cards"),
    *("fill-must-exist-check", "fill-retention-assessment-person", "sheets", "sheet-support-plan"),
)
READ = ("danger", "for-person", "guidebook", "terms", "rules", "updates", "hosting", "not-covered")  # words alone
# Folds whose sign stands in their words: it belongs before them, in the room left for it.
COVERED = """() => [...document.querySelectorAll('article details > summary')].filter(each => {
  const sign = getComputedStyle(each, '::before');
  const end = parseFloat(sign.insetInlineStart) + parseFloat(sign.width);
  return sign.position === 'absolute' && end > parseFloat(getComputedStyle(each).paddingInlineStart);
}).map(each => each.textContent)"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_opens_without_asking_another_host_and_switches_language(scheme, lang, watched, address):
    page, wrong = watched
    other = "en" if lang == "ja" else "ja"
    for name in BUILT:
        page.goto(address(scheme, lang, name), wait_until="load")
        assert page.evaluate("document.documentElement.lang") == lang
        switch = page.evaluate("document.querySelector('a.switch').href")
        assert switch == address(scheme, other, name)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
        assert page.evaluate(COVERED) == [], f"{name}: the sign of a fold covers its words"
    assert wrong == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "name", ["index", "scheme", "approach-types", "disability-visual", "assessment", "sheets", "terms", "for-person"]
)
def test_a_page_fits_its_width(name, lang, width, watched, address):
    page, _ = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address("file", lang, name), wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_row_leads_to_its_source_in_the_folded_list(lang, watched, address):
    page, _ = watched
    page.goto(address("file", lang, "scheme"), wait_until="load")
    link = page.locator(".milestones .ground a").last
    source = page.locator(link.get_attribute("href"))
    assert not source.is_visible()
    link.press("Enter")
    source.wait_for(state="visible")


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.matrix)])
@pytest.mark.parametrize("name", (*KINDS, "money", "guidebook"))
def test_nothing_moves_while_a_page_opens(name, width, lang, watched, address):
    page, _ = watched
    page.set_viewport_size({"width": width, "height": 800})
    assert shift(page, address("file", lang, name)) < 0.01


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(lang, watched, address):
    page, _ = watched
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address("file", lang, "scheme"), wait_until="load")
    page.focus("label[for=__drawer] [data-press]")
    page.keyboard.press("Enter")
    assert page.is_checked("#__drawer")
    page.keyboard.press("Escape")
    assert not page.is_checked("#__drawer")


def test_each_language_has_its_own_missing_page(lang):
    text = (FOLDER[lang] / "404.html").read_text("utf-8")
    assert f'lang="{lang}"' in text
    assert "/__" not in text


@pytest.mark.matrix
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 390, 768])
def test_every_page_fits_every_width(scheme, width, built, lang, watched, address):
    page, wrong = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address(scheme, lang, built), wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert wrong == []


@pytest.mark.matrix
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_any_page_opens(width, built, lang, watched, address):
    page, _ = watched
    page.set_viewport_size({"width": width, "height": 800})
    assert shift(page, address("file", lang, built)) < 0.01


@pytest.mark.parametrize(
    "name", [name if name in (*KINDS, *READ) else pytest.param(name, marks=pytest.mark.matrix) for name in BUILT]
)
def test_axe_finds_nothing_on_any_page(name, lang, watched, address, axe):
    page, _ = watched
    page.goto(address("file", lang, name), wait_until="load")
    assert axe(page) == []


@pytest.mark.matrix
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")])
def test_axe_finds_nothing_in_any_setting(width, scheme, built, lang, browser, address, axe, axe_opened):
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address("file", lang, built), wait_until="load")
    assert axe(page) == []
    assert axe_opened(page, lang) == []
    page.close()
