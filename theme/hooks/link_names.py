"""What links say of themselves to who can't see where they stand: a heading's own, and those that leave the site."""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from mkdocs.plugins import event_priority

from content.load import load

HEADING = re.compile(
    r'(<h[1-6]\b[^>]*>)((?:(?!</h[1-6]>).)*?)<a class="headerlink" href="([^"]*)"[^>]*>([^<]*)</a>', re.DOTALL
)
OUTSIDE = re.compile(r'<a\b([^>]*\bhref="(https?:[^"]*)"[^>]*)>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"<rt>.*?</rt>|<rp>.*?</rp>|<[^>]*>", re.DOTALL)
FILES = {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".csv", ".txt"}


@event_priority(-50)  # once the index has what stands on the page
def on_page_content(content: str, page: Any, config: Any, files: Any) -> str:
    """Name the signs at headings, and mark what leads to another site."""
    words, lang = load().ui["site"], config.extra["lang"]

    def heading(found: re.Match[str]) -> str:
        start, inner, href, sign = found.groups()
        said = html.unescape(TAG.sub("", inner)).strip()
        name = html.escape(words["heading_link"][lang].format(heading=said))
        return f'{start}{inner}<a class="headerlink" href="{href}" aria-label="{name}">{sign}</a>'

    def outside(found: re.Match[str]) -> str:
        attributes, href, inner = found.groups()
        kind = PurePosixPath(urlsplit(html.unescape(href)).path).suffix.lower()
        said = words["outside_file"][lang].format(kind=kind[1:].upper()) if kind in FILES else words["outside"][lang]
        return f'<a{attributes}>{inner}<span class="outside"><span class="visually-hidden">{said}</span></span></a>'

    return OUTSIDE.sub(outside, HEADING.sub(heading, content))
