"""The one small style sheet shows a page as all the theme's styles would: every element's computed style is the same."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from publish.styles import OURS, PRINT
from theme.hooks.assets import parts

KINDS = {
    "index": "the front page",
    "scheme": "a page with a timeline and tables",
    "explore": "the explorer",
    "calculator": "the calculator",
    "danger": "answers",
    "sheets": "the sheets",
    "sheet-support-plan": "a sheet",
    "fill-natural-support-check": "a form",
    "emergency-cards": "cards",
    "claim-check": "questions",
    "disability-mental": "examples by disability",
    "terms": "a long list",
}
LOOKS = """() => [...document.querySelectorAll("body, body *")].flatMap(element =>
  [null, "::before", "::after"].map(part => {
    const style = getComputedStyle(element, part);
    if (part && style.content === "none") return "";
    return [element.tagName, element.className?.baseVal ?? element.className, part,
      ...[...style].filter(name => !name.startsWith("--")).map(name => name + ":" + style[name])].join("\\n");
  }))"""
# Pictures have their heights when they have come.
PICTURES = """() => Promise.all([...document.images].map(image => (image.loading = "eager", image.decode())))"""


def whole() -> str:
    """All the theme's styles, and ours, as MkDocs would let a page load them."""
    theme = Path(str(distribution("mkdocs-material").locate_file("material/templates/assets/stylesheets")))
    (main,), (palette,) = theme.glob("main.*.css"), theme.glob("palette.*.css")
    return "\n".join(path.read_text("utf-8") for path in (main, palette, *parts()))


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=[] if kind == "danger" else pytest.mark.matrix) for kind in KINDS]
)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_page_looks_as_with_all_of_the_themes_styles(browser: Browser, roots, kind, width, scheme, medium):
    def seen(full: bool) -> list[str]:
        with browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        ) as context:
            page = context.new_page()
            if full:
                page.route(f"**/{OURS}", lambda route: answer(route, whole()))
                for others in (PRINT, "css/page-*.css"):
                    page.route(f"**/{others}", lambda route: answer(route, ""))
            page.route("**/bundle.*", lambda route: route.abort())  # moves the sidebar when it comes to it
            page.goto(f"{roots['http']}{kind}.html", wait_until="networkidle")
            page.evaluate(PICTURES)
            page.emulate_media(media=medium)
            return list(page.evaluate(LOOKS))

    def answer(route: Route, css: str) -> None:
        route.fulfill(body=css, content_type="text/css; charset=utf-8")

    small, all_of_it = seen(full=False), seen(full=True)
    assert len(small) == len(all_of_it) > 100
    apart = [
        [*one.split("\n")[:3], sorted({*one.split("\n")} ^ {*other.split("\n")})]
        for one, other in zip(small, all_of_it, strict=True)
        if one != other
    ]
    assert apart == []
