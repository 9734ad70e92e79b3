"""A folder that an office's files are written into, by one run at a time; what somebody has changed since stays theirs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from worksheets.made import LIST, Shelf
from worksheets.office.said import Refused

LOCK = ".teichaku.lock"
ASIDE = re.compile(r"\.(?P<name>.+)\.[a-z0-9_]{8}")  # how made.replace names a file before it is whole
Ended = Literal["made", "same", "kept"]


class Folder:
    """The folder, while this run alone writes into it."""

    def __init__(self, path: Path) -> None:
        self.shelf = Shelf(path)
        _swept(path, self.shelf.named)
        self.shelf.tidy()

    def put(self, name: str, data: bytes) -> Ended:
        """One file: made, or the same already, or kept because it isn't, or no longer, as we made it."""
        if (ended := _would(self.shelf, name, data)) == "made":
            self.shelf.write(name, data)
        return ended


class Glance:
    """What a run would do to the folder, which stays as it is."""

    def __init__(self, path: Path) -> None:
        self.shelf = Shelf(path) if path.exists() else None

    def put(self, name: str, data: bytes) -> Ended:
        """How the file would end."""
        return _would(self.shelf, name, data) if self.shelf else "made"


def _would(shelf: Shelf, name: str, data: bytes) -> Ended:
    path = shelf.folder / name
    if not os.path.lexists(path):
        return "made"
    if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
        return "same"
    return "kept" if shelf.touched([name]) else "made"


def _swept(path: Path, made: Callable[[str], bool]) -> None:
    """Take away what a killed run left: files that never got their names."""
    with os.scandir(path) as entries:  # one by one: a folder may hold very many
        for left in entries:
            found = ASIDE.fullmatch(left.name)
            if found and (made(found["name"]) or found["name"] == LIST) and left.is_file(follow_symlinks=False):
                os.unlink(left)


@contextmanager
def folder(path: Path) -> Iterator[Folder]:
    """The folder for this run. Raises Refused where another run writes into it, OSError where it can't be written."""
    path.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Refused("folder-busy", where=str(path)) from None
    try:
        opened = Folder(path)
        yield opened
        opened.shelf.tidy()
    finally:
        lock.release()


def put_alone(path: Path, data: bytes) -> None:
    """One file on its own, in its folder, by the same rules. Raises Refused where it isn't as we made it."""
    with folder(path.parent) as place:
        if place.put(path.name, data) == "kept":
            raise Refused("out-there", where=str(path))


UNNAMEABLE = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]'
)
LONGEST = 75  # bytes in UTF-8 of one part of a file's name: three of them are under the 255 that systems take


def file_name(*parts: str, suffix: str = ".docx") -> str:
    """A file's name from its parts, without what is empty and what no system takes."""
    spaced = (" ".join(UNNAMEABLE.sub(" ", part).split()) for part in parts)
    clean = (each.encode()[:LONGEST].decode(errors="ignore").strip(". ") for each in spaced)
    return "_".join(part for part in clean if part) + suffix
