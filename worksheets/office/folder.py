"""A folder that an office's files are written into, by one run at a time; what somebody has changed since stays theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from worksheets.made import LIST, digest, listed, replace
from worksheets.office.said import Refused

LOCK = ".teichaku.lock"
ASIDE = re.compile(r"\.(?P<name>.+)\.[a-z0-9_]{8}")  # how made.replace names a file before it is whole
Ended = Literal["made", "same", "kept"]


class Folder:
    """The folder, while this run alone writes into it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.made = listed(path)
        self._list = open(path / LIST, "ab", buffering=0)  # noqa: SIM115 - closed with the folder

    def put(self, name: str, data: bytes, *, write: bool = True) -> Ended:
        """One file: made, or the same already, or kept because it isn't, or no longer, as we made it."""
        path, sha = self.path / name, digest(data)
        if path.is_symlink() or path.exists():
            there = digest(path.read_bytes()) if path.is_file() and not path.is_symlink() else ""
            if there == sha:
                return "same"
            if there not in self.made.get(name, ()):
                return "kept"
        if not write:
            return "made"
        if sha not in self.made.get(name, ()):
            # Written down first: killed in between, the file that stands there is still known as ours.
            self._list.write(f"{sha}  {name}\n".encode())
            self.made.setdefault(name, set()).add(sha)
        replace(path, data)
        return "made"

    def close(self) -> None:
        """Close the list."""
        self._list.close()


def _swept(path: Path) -> None:
    """Take away what a killed run left: files that never got their names."""
    made = listed(path)
    for left in path.glob(".*"):
        found = ASIDE.fullmatch(left.name)
        if found and (found["name"] in made or found["name"] == LIST) and left.is_file():
            left.unlink()


def _whole_list(path: Path) -> None:
    """A killed run may have left half a line, which the next would write on."""
    place = path / LIST
    if place.exists() and not (text := place.read_bytes()).endswith(b"\n") and text:
        replace(place, text[: text.rfind(b"\n") + 1])


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
        _whole_list(path)
        _swept(path)
        opened = Folder(path)
        try:
            yield opened
        finally:
            opened.close()
    finally:
        lock.release()


UNNAMEABLE = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]'
)
LONGEST = 30  # letters of one part of a file's name: three of them in UTF-8 are under the 255 bytes that systems take


def file_name(*parts: str, suffix: str = ".docx") -> str:
    """A file's name from its parts, without what is empty and what no system takes."""
    clean = (" ".join(UNNAMEABLE.sub(" ", part).split())[:LONGEST].strip(". ") for part in parts)
    return "_".join(part for part in clean if part) + suffix
