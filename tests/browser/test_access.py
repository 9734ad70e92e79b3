"""Access beyond what axe sees: menu and search open, text spacing, forced colours, reflow, and what a voice would say."""

import pytest
from playwright.sync_api import expect

from conftest import BUILT

KINDS = {  # a page of each kind, and what a voice must hear there
    "index": ["heading", "link"],
    "guidebook": ["heading", "img", "table", "list"],
    "scheme": ["table", "heading"],
    "calculator": ["textbox", "button"],
    "claim-check": ["group", "radio"],
    "explore": ["checkbox", "status"],
    "danger": ["group", "link"],
    "disability-mental": ["table", "button"],
    "emergency-cards": ["group"],
    "sheets": ["heading", "link"],
    "sheet-support-plan": ["link", "img"],
    "fill-natural-support-check": ["form", "combobox", "textbox"],
}
NAMELESS = """() => [...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary)")]
  .filter(each => each.checkVisibility() && !each.closest("[inert]"))
  .filter(each => !(each.ariaLabel || each.title || each.textContent.trim() || each.labels?.[0]?.textContent.trim()
    || each.getAttribute("aria-labelledby")))
  .map(each => each.outerHTML.slice(0, 120))"""
SPACED = """() => {
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets.push(spaced);
}"""
# Words that their own box cuts off.
CUT = """() => [...document.querySelectorAll("article *")].filter(each => each.checkVisibility()
    && each.childNodes.length && [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    && !each.closest(".visually-hidden")
    && ["hidden", "clip"].includes(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth + 2)
  .map(each => each.outerHTML.slice(0, 120))"""
# The control that has focus: is it drawn, is it on the screen? Nothing where focus has left the page.
STEP = """() => {
  const { activeElement: at } = document;
  if (at === document.body) return null;
  (globalThis.walked ??= new Set()).add(at);
  const { width, height, top, bottom } = at.getBoundingClientRect();
  return width > 0 && height > 0 && bottom > 0 && top < innerHeight ? "" : at.outerHTML.slice(0, 120);
}"""
# Controls of the page's words that no Tab came to; of radios one takes focus for all.
MISSED = """() => [...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary)")]
  .filter(each => each.checkVisibility() && !each.closest("[inert]") && !each.disabled && each.tabIndex >= 0)
  .filter(each => each.type !== "radio" && !globalThis.walked.has(each))
  .map(each => each.outerHTML.slice(0, 120))"""
WIDTH = "document.documentElement.scrollWidth"


def matrix(kind: str, quick: tuple[str, ...]):
    return pytest.param(kind, marks=() if kind in quick else pytest.mark.matrix)


@pytest.mark.parametrize("kind", KINDS)
def test_a_voice_hears_what_a_page_is_made_of(kind, lang, watched, address):
    page, _ = watched
    page.goto(address("file", lang, kind), wait_until="load")
    tree = page.locator("body").aria_snapshot()
    roles = {line.strip().removeprefix("- ").strip("'").partition(" ")[0].rstrip(":") for line in tree.splitlines()}
    assert {"banner", "main", "navigation"} <= roles
    assert set(KINDS[kind]) <= roles
    assert page.locator("h1").count() == 1
    assert page.evaluate(NAMELESS) == []


# What a voice says of a figure and of found pages: the beginning, in order.
TIMELINE = {
    "ja": """
      - table:
        - rowgroup:
          - row:
            - columnheader "時期"
            - columnheader "就職前"
            - columnheader "就職後6か月まで"
        - rowgroup:
          - row:
            - rowheader "本人"
            - cell "サービスを使い、就職をめざす"
            - cell:
              - text: 働き始め、使うかを決める
              - button "詳しく：働き始め、使うかを決める"
    """,
    "en": """
      - table:
        - rowgroup:
          - row:
            - columnheader "When"
            - columnheader "Before hire"
            - columnheader "Months 1 to 6"
        - rowgroup:
          - row:
            - rowheader "The person"
            - cell "Uses a service to find work"
            - cell:
              - text: Starts work and decides on the service
              - 'button "More: Starts work and decides on the service"'
    """,
}
FOUND = {
    "ja": """
      - status: /\\d+件見つかりました/
      - list:
        - listitem:
          - link:
            - article:
              - heading "本人との面談"
    """,
    "en": """
      - status: /\\d+ matching documents/
      - list:
        - listitem:
          - link:
            - article:
              - heading "Meetings with the person"
    """,
}


def test_a_voice_says_of_a_timeline_who_does_what_when(lang, watched, address):
    page, _ = watched
    page.goto(address("file", lang, "scheme"), wait_until="load")
    expect(page.locator("article table").first).to_match_aria_snapshot(TIMELINE[lang])


def test_a_voice_says_how_many_pages_were_found_and_which(lang, watched, address):
    page, _ = watched
    page.goto(address("file", lang, "danger"), wait_until="load")
    page.fill(".md-search__input", {"ja": "面談", "en": "meeting"}[lang])
    page.wait_for_selector(".md-search-result__item")
    expect(page.locator(".md-search__output")).to_match_aria_snapshot(FOUND[lang])


@pytest.mark.parametrize("kind", [matrix(kind, ("scheme", "danger", "emergency-cards")) for kind in KINDS])
def test_tab_comes_to_every_control_and_each_is_seen(kind, lang, watched, address):
    page, _ = watched
    page.goto(address("file", lang, kind), wait_until="load")
    for _ in range(1500):
        page.keyboard.press("Tab")
        unseen = page.evaluate(STEP)
        if unseen is None:
            break
        assert unseen == ""
    assert page.evaluate(MISSED) == []


@pytest.mark.parametrize("kind", [matrix(kind, ("scheme", "guidebook")) for kind in KINDS])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_with_menu_search_or_dialogs_open(kind, width, lang, watched, address, axe_opened):
    page, _ = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address("http", lang, kind), wait_until="load")
    assert axe_opened(page, lang) == []


@pytest.mark.parametrize("kind", [matrix(kind, ("scheme", "calculator", "guidebook")) for kind in KINDS])
def test_wider_spaced_text_is_not_cut(kind, lang, watched, address):
    page, _ = watched
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address("file", lang, kind), wait_until="load")
    page.evaluate(SPACED)
    assert page.evaluate(WIDTH) <= 320
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("kind", [matrix(kind, ("scheme", "explore", "guidebook")) for kind in KINDS])
def test_a_page_reflows_at_four_hundred_per_cent(kind, lang, watched, address):
    """1280 by 1024 at 400 % is 320 by 256."""
    page, _ = watched
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(address("file", lang, kind), wait_until="load")
    assert page.evaluate(WIDTH) <= 320


def test_a_pressed_aid_is_told_without_colour(lang, browser, address):
    page = browser.new_page(forced_colors="active")
    page.goto(address("file", lang, "guidebook"), wait_until="load")
    page.click("[data-aid=larger]")
    mark = "getComputedStyle(document.querySelector('[data-aid=larger]'), '::before').content"
    assert "✓" in page.evaluate(mark)
    page.close()


@pytest.mark.matrix
@pytest.mark.parametrize("built", BUILT)
def test_every_control_of_every_page_has_a_name(built, lang, watched, address):
    page, _ = watched
    page.goto(address("file", lang, built), wait_until="load")
    assert page.evaluate(NAMELESS) == []
