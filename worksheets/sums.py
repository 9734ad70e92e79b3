"""Many texts told apart in eight bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator

SHELVES = 4096  # a search goes through one of them


class Sums:
    """A set of texts of which only sums of 64 bits are kept: one that isn't in it is taken for it once in 10^13 times,
    with a million in it."""

    def __init__(self) -> None:
        self._shelves = [array("q") for _ in range(SHELVES)]

    def add(self, text: str) -> None:
        """One more."""
        if text not in self:
            self._shelf(text).append(hash(text))

    def __contains__(self, text: str) -> bool:
        return hash(text) in self._shelf(text)

    def _shelf(self, text: str) -> array[int]:
        return self._shelves[hash(text) % SHELVES]


def repeated(keys: Callable[[], Iterable[tuple[str, int]]]) -> Iterator[tuple[str, int, int]]:
    """(key, its row, row of the first) of each key that stands again; empty ones are none. `keys` is gone through again
    where there are any."""
    seen, again = Sums(), Sums()
    found = False
    for key, _ in keys():
        if key and key in seen:
            again.add(key)
            found = True
        seen.add(key)
    first: dict[str, int] = {}
    for key, row in keys() if found else ():
        if key in again:
            if key in first:
                yield key, row, first[key]
            first.setdefault(key, row)
