"""What the rows of a table rest on: told once below it and numbered, so that a row has a number and its article alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from content.base import How


class Row(Protocol):
    """What stands in a row: it is known by its id and says where it comes from (content.base.Checked)."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def how(self) -> How: ...
    @property
    def as_of(self) -> str: ...
    @property
    def checked(self) -> date: ...
    @property
    def next_check(self) -> date: ...


@dataclass(frozen=True)
class Ground:
    """A source as it was read for some rows, with its days."""

    source: str
    how: How
    as_of: str
    checked: date
    next_check: date


def ground(row: Row) -> Ground:
    """What one row rests on."""
    return Ground(row.source, row.how, row.as_of, row.checked, row.next_check)


def grounds(rows: Iterable[Row]) -> tuple[list[Ground], dict[str, int]]:
    """What the rows rest on, each once, in the order in which it comes first; and for each row its number, from 1."""
    found = {row.id: ground(row) for row in rows}
    listed = list(dict.fromkeys(found.values()))
    return listed, {id: listed.index(each) + 1 for id, each in found.items()}
