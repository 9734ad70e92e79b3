"""A folder that a run writes into: whole files or none, one run at a time, and nothing of a person's ever replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from worksheets.made import LIST, Shelf, digest

LOCK = ".lock"
Done = Literal["written", "there", "edited"]


class Busy(Exception):
    """Another run is writing into the folder."""


class Kept:
    """What one run does to its folder; `one(name, data)` says what became of a file."""

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder)
        for aside in folder.iterdir():  # left by a run that was stopped between writing and renaming
            if re.fullmatch(r"\..+\.(docx|csv|json|xlsx)\.\w{8}|\.SHA256SUMS\.\w{8}", aside.name):
                aside.unlink()
        self._shelf.tidy()

    def would(self, name: str, data: bytes) -> Done:
        """What `one` would do."""
        path = self._shelf.folder / name
        if path.is_file() and not path.is_symlink() and digest(path.read_bytes()) == digest(data):
            return "there"
        return "edited" if self._shelf.touched([name]) else "written"

    def one(self, name: str, data: bytes) -> Done:
        """Write one file, unless it is there already or somebody has edited it."""
        if (done := self.would(name, data)) == "written":
            self._shelf.write(name, data)
        return done


@contextmanager
def kept(folder: Path) -> Iterator[Kept]:
    """The folder, to ourselves. Raises Busy where another run has it, OSError where nothing can be written."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(f"{folder}: another run is writing there. Wait for its end, then try again.") from None
    try:
        found = Kept(folder)
        yield found
        found._shelf.tidy()
    finally:
        lock.release()


def whole(path: Path, data: bytes) -> None:
    """One file on its own, in its folder, by the same rules. Raises FileExistsError where it isn't ours any more."""
    if path.name in (LIST, LOCK) or path.name.startswith("."):
        raise FileExistsError(f"{path}: take another name")
    with kept(path.parent) as folder:
        if folder.one(path.name, data) == "edited":
            raise FileExistsError(f"{path}: somebody has edited this file, or it isn't ours. Take another name.")
