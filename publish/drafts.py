"""What is begun and not yet to be read by anybody: `make check` names it, and no site is made while it stands."""

from __future__ import annotations

from collections.abc import Iterator

from content.models import Guide
from worksheets.catalogue import catalogue


def drafts(guide: Guide) -> Iterator[str]:
    """Pages, answers and sheets that are drafts, each with its place and what is left to do."""
    for page in guide.pages:
        if page.draft:
            yield f"content/data/pages.yml: [{page.id}]: {page.draft}"
    for topic, answers in guide.answers.items():
        for answer in answers:
            if answer.draft:
                yield f"content/data/answers/{topic}.yml: [{answer.id}]: {answer.draft}"
    for id, sheet in {sheet.of: sheet for sheet in catalogue(guide).values()}.items():
        if sheet.draft:
            yield f"worksheets/{id}.yml: {sheet.draft}"
