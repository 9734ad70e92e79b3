"""Checks data, pages, links, search words, sheets and wording without a built site: `python -m publish.check`.

Says every slip in words, and what is to be looked at again soon. Exit codes: 0 all in order, 1 not.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from content.console import told, utf8
from content.files import ContentError
from content.ledger import due
from content.load import load
from content.models import Guide
from content.style import slips
from publish.drafts import drafts
from publish.furigana import slips as unread
from publish.pages import both


def reminders(guide: Guide, today: date) -> Iterator[str]:
    """What is to be looked at again within 30 days, or is past its day: no slip, so nothing stops."""
    for item in due(guide, today):
        yield f"look again by {item.next_check}: {item.kind} [{item.id}] {item.name.en}"


def _said(check: Callable[[], list[str]]) -> list[str]:
    """What a check found, or why it could not be made."""
    try:
        return check()
    except (ContentError, OSError) as error:
        return [told(error)]


def _built() -> list[str]:
    """Both languages, built into a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        both(Path(folder))
    return []


def main() -> int:
    """Say all that is wrong, else what is due."""
    utf8()
    found = [*_said(_built), *_said(lambda: list(slips())), *_said(lambda: unread(load()))]
    if found:
        said = dict.fromkeys(line for each in found for line in each.splitlines())  # two checks may meet one slip
        print("\n".join(said), file=sys.stderr)
        return 1
    for draft in drafts(load()):
        print(f"draft: {draft}")
    for reminder in reminders(load(), date.today()):
        print(reminder)
    print("data, pages, links, search words, sheets and wording are in order")
    return 0


if __name__ == "__main__":
    sys.exit(main())
