"""The ledger by days: every statement by the day of its next check."""

from __future__ import annotations

from itertools import groupby

from content.base import Lang
from content.ledger import items
from content.models import Guide
from macros.render import render


def next_checks(guide: Guide, lang: Lang) -> str:
    """All statements by the day by which they are looked at again, the earliest first."""
    every = sorted(items(guide), key=lambda item: item.next_check)
    days = {day: list(found) for day, found in groupby(every, key=lambda item: item.next_check)}
    return render(guide, lang, "next_checks", days=days, kinds=guide.ui.family("rules")["kinds"])
