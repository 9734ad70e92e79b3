"""What pages and their sections are called, so that a link says where it leads."""

from __future__ import annotations

import re
from functools import cache

from content.base import Lang, nearest
from content.docs import HEADING, HEADING_ID
from content.files import HOUSE, ContentError


@cache
def _titles(lang: Lang, page: str) -> dict[str, str]:
    """The headings of a page by their ids, its own title under its name."""
    path = HOUSE / "docs" / lang / f"{page}.md"
    if not path.is_file():
        pages = sorted(each.stem for each in path.parent.glob("*.md"))
        raise ContentError(nearest(page, pages, "page"))
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if HEADING.match(line) and (id := HEADING_ID.search(line)):
            found[id[1]] = re.sub(r"\{\{.*?\}\}", "", line[: id.start()].lstrip("#")).strip()
    return found


def title(lang: Lang, place: str) -> str:
    """The title of a page ("medical"), or of a section of it ("medical#disclosure").

    Raises ContentError that names the nearest where there is none.
    """
    page, _, anchor = place.partition("#")
    titles = _titles(lang, page)
    if (anchor or page) not in titles:
        raise ContentError(nearest(anchor or page, sorted(titles), f"heading of {page}"))
    return titles[anchor or page]
