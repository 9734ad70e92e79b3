"""Every page in a real browser, over HTTP below a subpath and from the disk: nothing asked of another host."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from conftest import FOLDER, NAMES, SITE

SCHEMES = ("http", "file")
BELOW = {"ja": "", "en": "en/"}
FINDS = {
    "ja": [("ナチュラルサポート", "natural-supports.html"), ("リソースマップ", "resource-map.html")],
    "en": [("resource map", "resource-map.html"), ("job coach", "job-coaches.html")],
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The same build over HTTP below a subpath, and from file://."""
    folder = tmp_path_factory.mktemp("www")
    (folder / "some").mkdir()
    (folder / "some/where").symlink_to(SITE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield {"http": f"http://127.0.0.1:{server.server_port}/some/where/", "file": f"{SITE.as_uri()}/"}
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        flags = [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def watched(browser: Browser, roots: dict[str, str]) -> Iterator[tuple[Page, list[str]]]:
    """A page and all it did wrong: requests elsewhere, errors on the console."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    wrong: list[str] = []
    own = (*roots.values(), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else wrong.append(f"asks {request.url}"))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    # Material looks for a sitemap beside each language's page; a missing one is said on the console.
    page.on(
        "console",
        lambda said: (
            wrong.append(f"console {said.text} {said.location['url']}")
            if said.type == "error" and "sitemap.xml" not in said.location["url"] + said.text
            else None
        ),
    )
    yield page, wrong
    page.close()


def address(roots: dict[str, str], scheme: str, lang: str, name: str) -> str:
    return f"{roots[scheme]}{BELOW[lang]}{name}.html"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_opens_without_asking_another_host_and_switches_language(scheme, lang, watched, roots):
    page, wrong = watched
    other = "en" if lang == "ja" else "ja"
    for name in NAMES:
        page.goto(address(roots, scheme, lang, name), wait_until="load")
        assert page.evaluate("document.documentElement.lang") == lang
        switch = page.evaluate("document.querySelector('a.switch').href")
        assert switch == address(roots, scheme, other, name)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
    assert wrong == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("how", ["typed", "pasted", "composed"])
def test_search_finds_its_page_however_the_words_come_in(scheme, lang, how, watched, roots):
    page, wrong = watched
    for words, expected in FINDS[lang]:
        page.goto(address(roots, scheme, lang, "about"), wait_until="load")
        field = page.locator(".md-search__input")
        field.click()
        if how == "typed":
            field.press_sequentially(words)
        elif how == "pasted":
            page.evaluate(
                "words => { const f = document.querySelector('.md-search__input'); f.value = words; f.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'})); }",
                words,
            )
        else:
            page.evaluate(
                "words => { const f = document.querySelector('.md-search__input'); f.dispatchEvent(new CompositionEvent('compositionstart')); f.value = words; f.dispatchEvent(new CompositionEvent('compositionend', {data: words, bubbles: true})); }",
                words,
            )
        page.wait_for_selector(".md-search-result__link", timeout=15000)
        found = page.eval_on_selector_all(
            ".md-search-result__link", "links => links.map(link => new URL(link.href).pathname.split('/').pop())"
        )
        assert expected in found, (words, found)
    assert wrong == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "name", ["index", "scheme", "approach-types", "disability-visual", "assessment", "sheets", "terms", "for-person"]
)
def test_a_page_fits_its_width(name, lang, width, watched, roots):
    page, _ = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address(roots, "file", lang, name), wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(lang, watched, roots):
    page, _ = watched
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address(roots, "file", lang, "scheme"), wait_until="load")
    page.focus("label[for=__drawer][data-press]")
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
def test_every_page_fits_every_width(scheme, width, name, lang, watched, roots):
    page, wrong = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address(roots, scheme, lang, name), wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert wrong == []
