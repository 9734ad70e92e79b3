"""Folders of files that we make: what we made is known by a list of digests, and nothing else in them is ever replaced.

The list is a SHA256SUMS, which `sha256sum -c SHA256SUMS` checks as well.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from content.files import HOUSE
from worksheets.sums import Sums

LIST = "SHA256SUMS"
ROOMS = ("content", "docs", "macros", "publish", "ruby", "search", "tests", "theme", "worksheets")


class Touched(Exception):
    """Files stand in the way that are not, or no longer, as we made them; `paths` names them."""

    def __init__(self, paths: list[Path]) -> None:
        names = "\n".join(f"  {path}" for path in paths)
        super().__init__(
            f"not our own untouched output (filled in?):\n{names}\nMove it away, or keep a numbered copy with --force."
        )
        self.paths = paths


def among_sources(path: Path) -> bool:
    """Is this a place among the guide's own sources?"""
    return any(path.resolve().is_relative_to(HOUSE / room) for room in ROOMS)


def digest(data: bytes) -> str:
    """What the list tells one file's content by."""
    return hashlib.sha256(data).hexdigest()


def lines(folder: Path) -> Iterator[tuple[str, str]]:
    """(name below the folder, a digest that we gave it), line by line; nothing where nothing was ever made."""
    path = folder / LIST
    if path.exists():
        # A run that was killed, or found no room, may have left half a line, which may end within a letter.
        with open(path, encoding="utf-8", errors="replace", newline="\n") as file:
            for line in file:
                sha, _, name = line.rstrip("\r\n").partition("  ")
                yield name, sha


def listed(folder: Path) -> dict[str, set[str]]:
    """{name below the folder: digests that we gave it}; empty where nothing was ever made."""
    found: dict[str, set[str]] = {}
    for name, sha in lines(folder):
        found.setdefault(name, set()).add(sha)
    return found


def strangers(folder: Path) -> list[Path]:
    """Every file and link of a folder that isn't, or is no longer, as we made it."""
    made = listed(folder)
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_dir() or path == folder / LIST):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink() or not path.is_file() or digest(path.read_bytes()) not in made.get(name, ()):
                found.append(path)
    return found


def write_list(folder: Path) -> None:
    """Write down all that is in a folder which we alone have filled."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    text = "".join(f"{digest(path.read_bytes())}  {name}\n" for name, path in sorted(files.items()) if name != LIST)
    replace(folder / LIST, text.encode())


def replace(path: Path, data: bytes) -> None:
    """Write a file aside, under a name of its own, and rename it: it is whole, or as it was."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)  # before the rename, or a power cut could leave an empty file under the name
        os.chmod(aside, 0o644)
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


class Shelf:
    """A folder to write into that may hold a person's files too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._names, self._digests = Sums(), Sums()
        self._again = False  # does a name stand in the list more than once?
        for name, sha in lines(folder):
            self._note(name, sha)

    def _note(self, name: str, sha: str) -> None:
        self._again = self._again or name in self._names
        self._names.add(name)
        self._digests.add(f"{sha}  {name}")

    def named(self, name: str) -> bool:
        """Was a file of this name ever made here?"""
        return name in self._names

    def touched(self, names: list[str]) -> list[Path]:
        """Those of the files that are there already and not as we made them."""
        paths = [self.folder / name for name in names]
        return [path for path in paths if os.path.lexists(path) and not self._ours(path)]

    def _ours(self, path: Path) -> bool:
        return path.is_file() and not path.is_symlink() and f"{digest(path.read_bytes())}  {path.name}" in self._digests

    def make_room(self, names: list[str], force: bool, known: Callable[[Path], bool] = lambda path: False) -> None:
        """Let no file of a person's stand in the way: each gets a number if `force`d, else Touched names all.

        `known` tells what is ours from before there was a list.
        """
        touched = self.touched(names)
        theirs = [path for path in touched if not known(path)]
        if theirs and not force:
            raise Touched(theirs)
        for path in touched:
            if path in theirs:
                copies = (path.with_suffix(f".{number}{path.suffix}") for number in count(1))
                path.rename(next(copy for copy in copies if not copy.exists()))
            else:
                path.unlink()

    def write(self, name: str, data: bytes) -> None:
        """One file. Raises Touched where what stands there isn't ours."""
        if touched := self.touched([name]):
            raise Touched(touched)
        sha = digest(data)
        if f"{sha}  {name}" not in self._digests:
            # Written down first: killed in between, the file that stands there is still known as ours.
            with open(self.folder / LIST, "a", encoding="utf-8") as list:
                list.write(f"{sha}  {name}\n")
            self._note(name, sha)
        replace(self.folder / name, data)

    def tidy(self) -> None:
        """Leave one line a file in the list."""
        path = self.folder / LIST
        if (
            path.exists()
            and not self._again
            and all(os.path.isfile(f"{self.folder}/{name}") for name, _ in lines(self.folder))
        ):
            return
        left = []
        for name, known in sorted(listed(self.folder).items()):
            if (self.folder / name).is_file():
                now = {digest((self.folder / name).read_bytes())} if len(known) > 1 else known
                left += [f"{sha}  {name}\n" for sha in sorted(now & known or known)]
        self._again = len(left) > len({line.partition("  ")[2] for line in left})
        replace(path, "".join(left).encode())
