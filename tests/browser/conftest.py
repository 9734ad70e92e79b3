"""A real browser and the built site, over HTTP below a subpath and from the disk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT, SITE, Quiet

BELOW = {"ja": "", "en": "en/"}
# Halfway through a fade, colours are blends that nobody has chosen.
SETTLED = """() => Promise.allSettled(document.getAnimations()
  .filter(running => Number.isFinite(running.effect.getComputedTiming().endTime))
  .map(running => running.finished))"""
# What is off the screen may be passed over until somebody scrolls there (content-visibility): axe looks at everything.
WHOLE = """() => {
  const whole = new CSSStyleSheet();
  whole.replaceSync('* { content-visibility: visible !important; }');
  document.adoptedStyleSheets.push(whole);
  globalThis.scrolledTo = scrollY;
  scrollTo({top: 0, behavior: 'instant'});  // what sticks covers something wherever the page is scrolled to
}"""
AS_IT_WAS = "() => { document.adoptedStyleSheets.pop(); scrollTo({top: scrolledTo, behavior: 'instant'}); }"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Address = Callable[[str, str, str], str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test's cases every second is left to the matrices, like the black squares of a board: each value of each
    parameter is still there, and both languages."""
    cases: dict[object, dict[tuple[tuple[str, int], ...], int]] = {}
    for item in items:
        places = dict(item.callspec.indices) if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        if "lang" not in places or len(places) == 1 or item.get_closest_marker("matrix"):
            continue
        lang = places.pop("lang")
        others = cases.setdefault(item.function, {})
        if (others.setdefault(tuple(places.items()), len(others)) + lang) % 2:
            item.add_marker(pytest.mark.matrix)


@pytest.fixture(scope="session")
def roots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The same build over HTTP below a subpath, and from file://."""
    folder = tmp_path_factory.mktemp("www")
    (folder / "some").mkdir()
    (folder / "some/where").symlink_to(SITE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield {"http": f"http://127.0.0.1:{server.server_port}/some/where/", "file": f"{SITE.as_uri()}/"}
    server.shutdown()


@pytest.fixture
def watched(browser: Browser, roots: dict[str, str]) -> Iterator[tuple[Page, list[str]]]:
    """A page and all it did wrong: requests elsewhere, errors on the console."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    wrong: list[str] = []
    own = (*roots.values(), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else wrong.append(f"asks {request.url}"))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on(
        "console",
        lambda said: wrong.append(f"console {said.text} {said.location['url']}") if said.type == "error" else None,
    )
    yield page, wrong
    page.close()


@pytest.fixture
def address(roots: dict[str, str]) -> Address:
    """`address("file", "ja", "scheme")`: where a page is."""
    return lambda scheme, lang, name: f"{roots[scheme]}{BELOW[lang]}{name}.html"


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """`axe(page)`: what axe-core finds wrong in the page, or in a part of it, once nothing on it fades or slides any
    more."""
    script = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")

    def found(page: Page, part: str = "html") -> list[str]:
        page.evaluate(script)
        page.evaluate(WHOLE)
        page.evaluate(SETTLED)
        result = page.evaluate(
            "([part, tags]) => axe.run(part === 'html' ? document : part, {runOnly: tags, preload: false})",
            [part, WCAG],
        )
        page.evaluate(AS_IT_WAS)
        return [
            f"{slip['id']}: {node['target']}: {node['failureSummary']}"
            for slip in result["violations"]
            for node in slip["nodes"]
        ]

    return found


@pytest.fixture(scope="session")
def axe_opened(axe: Callable[..., list[str]]) -> Callable[[Page, str], list[str]]:
    """`axe_opened(page, lang)`: what axe-core finds in the menu (where it is a drawer), the search and each dialog, while
    they are open; the rest of the page is as it was."""

    def found(page: Page, lang: str) -> list[str]:
        slips = []
        if page.locator("label[for=__drawer].md-header__button").is_visible():
            page.click("label[for=__drawer].md-header__button")
            page.wait_for_timeout(400)
            slips += [f"menu: {each}" for each in axe(page, ".md-sidebar--primary")]
            page.keyboard.press("Escape")
            page.wait_for_timeout(400)
        if page.locator("label[for=__search].md-header__button").is_visible():
            page.click("label[for=__search].md-header__button")
        page.fill(".md-search__input", {"ja": "面談", "en": "meeting"}[lang])
        page.wait_for_selector(".md-search-result__item")
        slips += [f"search: {each}" for each in axe(page, ".md-header")]
        page.keyboard.press("Escape")
        page.wait_for_timeout(400)
        for dialog in page.query_selector_all("dialog"):
            dialog.evaluate("each => { each.querySelector('p').textContent ||= document.title; each.showModal(); }")
            slips += [f"dialog: {each}" for each in axe(page, "dialog[open]")]
            dialog.evaluate("each => each.close()")
        return slips

    return found


@pytest.fixture(params=[("http", 1280), ("file", 320)], ids=lambda p: f"{p[0]}-{p[1]}")
def opened(request, watched, address, lang):
    """`opened(id)`: the page that the module's PAGES names, wide and by HTTP or narrow and from the disk; at the end
    nothing stood out at the side, nothing was asked of another host, nothing failed."""
    scheme, width = request.param
    page, wrong = watched
    page.set_viewport_size({"width": width, "height": 800})

    def open_page(id: str) -> Page:
        page.goto(address(scheme, lang, request.module.PAGES[id]), wait_until="load")
        return page

    yield open_page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []
