"""Furigana: a file of readings for each Japanese page, and pages that hold theirs from the start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html
from mkdocs.plugins import event_priority

from content.load import load
from ruby.counters import Piece
from ruby.page import packed, written
from ruby.readings import known, pieces
from ruby.words import Words

FOLDER = "furigana"
SHOWN = 'data-aid="furigana" aria-pressed="true"'  # in the row of aids of a page that has its readings from the start


class Reader:
    """Reads the texts of one build."""

    def __init__(self) -> None:
        self.words, self.known = Words(), known(load())
        self.files: dict[str, str] = {}  # by page
        self.read: dict[str, list[Piece]] = {}  # by text: many stand on several pages
        self.nav: Any = None

    def __call__(self, text: str) -> list[Piece]:
        if text not in self.read:
            self.read[text] = pieces(text, self.words(text), self.known)
        return self.read[text]


READERS: list[Reader] = []


def on_nav(nav: Any, config: Any, files: Any) -> None:
    """A Japanese build begins: its menu is read at its end, when its pages have their titles."""
    READERS.clear()
    if config.extra["lang"] == "ja":
        READERS.append(Reader())
        READERS[0].nav = nav


@event_priority(-90)  # when all others have changed the page
def on_page_content(content: str, page: Any, config: Any, files: Any) -> str | None:
    """Read the page; write the readings into it where they are shown from the start."""
    if not READERS:
        return None
    reader = READERS[0]
    reader.files[page.file.src_uri.removesuffix(".md")] = packed(html.fragment_fromstring(content, "div"), reader)
    return written(content, reader) if SHOWN in content else None


def on_post_build(config: Any) -> None:
    """Write the files, and keep what was read for the next build."""
    if not READERS:
        return
    reader, folder = READERS[0], Path(config.site_dir, FOLDER)
    folder.mkdir(exist_ok=True)
    menu = html.Element("ul")
    for title in _titles(reader.nav.items):
        etree.SubElement(menu, "li").text = title
    for name, readings in {**reader.files, "menu": packed(menu, reader)}.items():
        (folder / f"{name}.js").write_text(f'Teichaku.readings("{readings}");\n', "utf-8")
    reader.words.keep()


def _titles(items: list[Any]) -> Iterator[str]:
    for item in items:
        if item.title:
            yield item.title
        yield from _titles(item.children or [])
