"""Search: its index, made from the finished pages in place of the one that the theme's plugin would make, and its engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from content.files import ContentError
from content.load import load
from search.engine import scripts
from search.index import index
from search.packed import script

PAGES: dict[str, str] = {}  # HTML by address, of this build


def on_files(files: Any, config: Any) -> Any:
    """The parts of the engine are served as one file; types of scripts not at all."""
    for file in [file for file in files if re.match(r"js/(search-.*\.js|.*\.d\.ts)$", file.src_uri)]:
        files.remove(file)
    for name, content in scripts().items():
        files.append(File.generated(config, f"js/{name}.js", content=content))
    return files


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
    (folder / "index.js").write_text(script(made), "utf-8")
    # The theme asks for these two before any search: it gets nothing to carry.
    empty = '{"config":{"lang":["en"],"separator":" ","pipeline":[]},"docs":[]}'
    (folder / "search_index.json").write_text(empty, "utf-8")
    (folder / "search_index.js").write_text(f"var __index = {empty};\n", "utf-8")
