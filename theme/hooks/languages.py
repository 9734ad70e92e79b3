"""Japanese names within English pages are marked as Japanese, so that a voice reads them and a browser chooses their face."""

from __future__ import annotations

import re
from typing import Any

from content.base import BESIDE

TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
VOID = {"br", "hr", "img", "input", "wbr", "col", "source", "meta", "link"}
WORDLESS = {"script", "style", "template", "option", "textarea"}  # hold no elements, or are read by scripts


def on_page_content(html: str, config: Any, **_: Any) -> str:
    """Mark what stands in brackets; what is marked already, as one language or another, stays."""
    return marked(html) if config.extra["lang"] == "en" else html


def marked(html: str) -> str:
    """`html` with a `<span lang="ja">` around each Japanese name in round brackets."""
    open_tags: list[tuple[str, bool]] = []  # the name of an element, and whether what it holds stays as it is
    parts = TAG.split(html)
    for number, part in enumerate(parts):
        if number % 2:
            _follow(part, open_tags)
        elif not (open_tags and open_tags[-1][1]):
            parts[number] = BESIDE.sub(lambda found: f'(<span lang="ja">{found[0][1:-1]}</span>)', part)
    return "".join(parts)


def _follow(tag: str, open_tags: list[tuple[str, bool]]) -> None:
    name = re.match(r"</?([a-z][\w-]*)", tag, re.IGNORECASE)
    if not name or name[1].lower() in VOID or tag.endswith("/>"):
        return
    if tag.startswith("</"):
        while open_tags and open_tags.pop()[0] != name[1].lower():
            pass  # an end tag that HTML lets one leave out
        return
    kept = bool(open_tags and open_tags[-1][1]) or name[1].lower() in WORDLESS or " lang=" in tag
    open_tags.append((name[1].lower(), kept))
