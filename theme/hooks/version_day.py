"""Pages carry the day of their version, not of their build: the same sources give the same sitemap on any day."""

from __future__ import annotations

from typing import Any

from content.load import load


def on_page_markdown(markdown: str, page: Any, **_: object) -> None:
    """What the sitemap tells of a page's last change."""
    page.update_date = max(release.date for release in load().releases).isoformat()
