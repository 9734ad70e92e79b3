"""Changes of rules that are already decided, or said to come, with the day on which they do."""

from __future__ import annotations

from typing import Literal

from content.base import Checked, Id, PageId, Text, When


class Change(Checked):
    """What changes, from a day (or a month) or by it, and the section that tells of it."""

    id: Id
    when: When
    begins: Literal["on", "by"]
    what: Text
    page: PageId
    anchor: Id
