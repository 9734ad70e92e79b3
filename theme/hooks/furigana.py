"""Furigana: a file of readings for each Japanese page, and pages that hold theirs from the start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html
from mkdocs.plugins import event_priority

from content.load import load
from ruby.page import packed, written
from ruby.readings import Reader

FOLDER = "furigana"
SHOWN = 'data-aid="furigana" aria-pressed="true"'  # in the row of aids of a page that has its readings from the start


class Build:
    """The Japanese build at work."""

    def __init__(self, nav: Any) -> None:
        self.nav, self.read = nav, Reader(load())
        self.files: dict[str, str] = {}  # by page


BUILDS: list[Build] = []


def on_nav(nav: Any, config: Any, files: Any) -> None:
    """A Japanese build begins: its menu is read at its end, when its pages have their titles."""
    BUILDS.clear()
    if config.extra["lang"] == "ja":
        BUILDS.append(Build(nav))


@event_priority(-90)  # when all others have changed the page
def on_page_content(content: str, page: Any, config: Any, files: Any) -> str | None:
    """Read the page; write the readings into it where they are shown from the start."""
    if not BUILDS:
        return None
    build = BUILDS[0]
    build.files[page.file.src_uri.removesuffix(".md")] = packed(html.fragment_fromstring(content, "div"), build.read)
    return written(content, build.read) if SHOWN in content else None


def on_post_build(config: Any) -> None:
    """Write the files, and keep what was read for the next build."""
    if not BUILDS:
        return
    build, folder = BUILDS[0], Path(config.site_dir, FOLDER)
    folder.mkdir(exist_ok=True)
    menu = html.Element("ul")
    for title in _titles(build.nav.items):
        etree.SubElement(menu, "li").text = title
    for name, readings in {**build.files, "menu": packed(menu, build.read)}.items():
        (folder / f"{name}.js").write_text(f'Teichaku.readings("{readings}");\n', "utf-8")
    build.read.keep()


def _titles(items: list[Any]) -> Iterator[str]:
    for item in items:
        if item.title:
            yield item.title
        yield from _titles(item.children or [])
