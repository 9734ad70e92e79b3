"""Search: its index, made from the finished pages in place of the one that the theme's plugin would make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from content.files import ContentError
from content.load import load
from search.index import index, parted
from search.packed import script

PAGES: dict[str, str] = {}  # HTML by address, of this build


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> None:
    """The plugin need not read the page: a tenth of a build."""
    page.meta["search"] = {"exclude": True}


@event_priority(50)  # before links are made relative
def on_page_content(html: str, page: Any, config: Any, files: Any) -> None:
    """Keep what the index is made of; a page to fill in has its sheet's page, which leads there."""
    if not page.url.startswith("fill-"):
        PAGES[page.url] = html


@event_priority(-50)  # once the plugin has written what it found
def on_post_build(config: Any) -> None:
    """Write the index."""
    lang, folder = config.extra["lang"], Path(config.site_dir, "search")
    try:
        made = index(load(), lang, PAGES)
    except ContentError as error:
        raise PluginError(f"\n{error}") from None
    PAGES.clear()
    for name, part in zip(("index.js", "more.js"), parted(made), strict=True):
        (folder / name).write_text(script(part), "utf-8")
    (folder / "search_index.json").unlink()  # the plugin's, which nothing asks for
