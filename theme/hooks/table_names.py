"""What tables of the pages' own words say of themselves to who hears them: the heading that they stand under."""

from __future__ import annotations

import html
import re
from typing import Any

from mkdocs.plugins import event_priority

HEADING_OR_TABLE = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>|<table>(?=\s*<thead)", re.DOTALL)
NO_WORDS = re.compile(r'<a class="headerlink".*?</a>|<rt>.*?</rt>|<rp>.*?</rp>|<[^>]*>', re.DOTALL)


@event_priority(-50)  # once the index has what stands on the page
def on_page_content(content: str, **_: Any) -> str:
    """Name every table that Markdown made; those of macros have a caption or a name of their own."""
    heading = ""

    def named(found: re.Match[str]) -> str:
        nonlocal heading
        if found[1] is None:
            return f'<table aria-label="{heading}">' if heading else found[0]
        heading = html.escape(html.unescape(NO_WORDS.sub("", found[1])).strip())
        return found[0]

    return HEADING_OR_TABLE.sub(named, content)
