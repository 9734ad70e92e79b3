"""What the office that publishes this copy adds to a page: its notes, and on the resource map what there is nearby."""

from __future__ import annotations

import re

from content.base import Lang
from content.models import Guide
from content.office import office
from macros.render import render

RESOURCES = "resource-map"  # the page that shows what there is nearby
TITLE = re.compile(r"^# .*$", re.MULTILINE)


def with_notes(guide: Guide, lang: Lang, page: str, markdown: str) -> str:
    """The page with what the office adds, below its title; as it is where the office adds nothing."""
    ours = office(guide)
    notes = [note for note in ours.notes if note.page == page] if ours else []
    resources = ours.resources if ours and page == RESOURCES else ()
    title = TITLE.search(markdown)
    if not ours or not title or not (notes or resources):
        return markdown
    added = render(guide, lang, "office", office=ours, notes=notes, resources=resources)
    return f"{markdown[: title.end()]}\n\n{added}\n\n{markdown[title.end() :].lstrip()}"
