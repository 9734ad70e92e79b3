"""What the rows of a table rest on: told once below it and numbered, so that a row has a number and its article alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from content.base import Checked, How


class Row(Protocol):
    """What stands in a row: it is known by its id and says where it comes from (content.base.Cited)."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def how(self) -> How: ...


@dataclass(frozen=True)
class Ground:
    """A source as it was read for some rows, with its days where the rows have them."""

    source: str
    how: How
    as_of: str | None = None
    checked: date | None = None
    next_check: date | None = None


def ground(row: Row) -> Ground:
    """What one row rests on."""
    if isinstance(row, Checked):
        return Ground(row.source, row.how, row.as_of, row.checked, row.next_check)
    return Ground(row.source, row.how)


def grounds(rows: Iterable[Row]) -> tuple[list[Ground], dict[str, int]]:
    """What the rows rest on, each once, in the order in which it comes first; and for each row its number, from 1."""
    found = {row.id: ground(row) for row in rows}
    listed = list(dict.fromkeys(found.values()))
    return listed, {id: listed.index(each) + 1 for id, each in found.items()}
