"""Builds the whole site aside and swaps it in when it is whole: `python -m publish.site`.

Exit codes: 0 done, 1 something is not as it should be; the last good site then stays as it was.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from content.console import told, utf8
from content.files import HOUSE, ContentError
from content.load import load
from content.releases import version
from publish import data
from publish.drafts import drafts
from publish.pages import both
from worksheets.made import LIST, listed, strangers, write_list
from worksheets.printed import ASIDE, PDFS, PICTURES, printed_from
from worksheets.writer.document import digest, untouched

SITE = HOUSE / "site"
BUILD = HOUSE / "build"
# Sites that were built before they held a list are known by what they are made of.
BEFORE_LISTS = re.compile(
    r"(en/)?((assets|css|data|js|img|search)/.*|[a-z0-9-]+\.html|sitemap\.xml(\.gz)?)|sheets/[a-z0-9.-]+\.(docx|js|pdf|png|zip)"
)
EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2


def make(folder: Path) -> int:
    """Both languages, the sheets and their pictures, and all as open data, into `folder`; how many pages. Raises ContentError."""
    if found := list(drafts(load())):
        raise ContentError("\n".join(["What is a draft is not published:", *found]))
    shutil.rmtree(ASIDE, ignore_errors=True)
    sheets = ASIDE
    command = [sys.executable, str(HOUSE / "build_worksheets.py"), "--zip", "--scripts", "--out", str(sheets)]
    if subprocess.run(command, check=False).returncode:
        raise ContentError("The worksheets could not be written: see above.")
    (sheets / LIST).unlink()  # the site has one for all its files
    for picture in sorted(PICTURES.glob("*.png")):
        shutil.copy(picture, sheets)
    for docx in sorted(sheets.glob("*.docx")):
        printed = PDFS / docx.with_suffix(".pdf").name
        if printed_from(printed) == digest(docx.read_bytes()):
            shutil.copy(printed, sheets)
    count = both(folder)  # after the sheets: their pages name the PDFs that are there
    shutil.move(sheets, folder / "sheets")
    data.write(load(), folder, version())
    return count


def not_ours(site: Path) -> list[Path]:
    """What stands in the site that we did not make, or that somebody has changed since."""
    found = strangers(site)
    return found if listed(site) else [path for path in found if not _of_an_older_build(site, path)]


def _of_an_older_build(site: Path, path: Path) -> bool:
    if path.is_symlink() or not BEFORE_LISTS.fullmatch(path.relative_to(site).as_posix()):
        return False
    if path.suffix == ".html":
        return b"/teichaku-guide/" in path.read_bytes()  # the storage key of the theme
    return path.suffix != ".docx" or untouched(path)


def readable(folder: Path) -> None:
    """Let a web server read all of it, however strictly the builder's own files are kept."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def alone() -> Iterator[None]:
    """One build at a time: the lock goes with the process that holds it. Raises ContentError where another builds."""
    BUILD.mkdir(exist_ok=True)
    lock = FileLock(BUILD / "lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise ContentError(f"Another build is under way in {HOUSE}: wait for its end, then try again.") from None
    try:
        yield
    finally:
        lock.release()


def swap(new: Path, place: Path) -> None:
    """Put `new` in its place, in one step where the system knows how, and what stood there away."""
    old = BUILD / f"old-{place.name}"
    shutil.rmtree(old, ignore_errors=True)
    if not place.exists():
        os.rename(new, place)
    elif _exchanged(new, place):
        shutil.rmtree(new, ignore_errors=True)  # by now the new one stands: what is left here goes with the next build
    else:
        os.rename(place, old)
        try:
            os.rename(new, place)
        except OSError:
            os.rename(old, place)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    here = -100  # AT_FDCWD: both paths are whole
    return rename is not None and rename(here, bytes(one), here, bytes(other), EXCHANGE) == 0


def build() -> str:
    """Build and swap; what was made, in words. Raises ContentError, and the last good site stays."""
    with alone():
        aside, old = BUILD / "site", BUILD / f"old-{SITE.name}"
        if old.exists() and not SITE.exists():
            os.rename(old, SITE)  # a build was stopped between two renames
        if SITE.is_symlink():
            raise ContentError(f"{SITE} is a link: remove it, or build elsewhere and copy")
        if SITE.exists() and not SITE.is_dir():
            raise ContentError(f"{SITE} is a file, not a folder of our making: move it away, then build again")
        if SITE.exists() and (found := not_ours(SITE)):
            names = "\n".join(f"  {path}" for path in found[:20]) + ("\n  …" if len(found) > 20 else "")
            raise ContentError(
                f"These files in {SITE} were added or changed by somebody and would be lost: move them to another folder, "
                f"then build again:\n{names}"
            )
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        count = make(aside)
        readable(aside)
        write_list(aside)
        swap(aside, SITE)
    files = [path for path in SITE.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    sheets = len(list((SITE / "sheets").glob("*.docx")))
    printed = len(list((SITE / "sheets").glob("*.pdf")))
    return f"Made {count} pages, {sheets} worksheets and {printed} PDFs of them, {len(files)} files, {size:.0f} MB, in {SITE}"


def main() -> int:
    """Build, swap, and say what was made and how to open it."""
    utf8()
    try:
        made = build()
    except (ContentError, OSError) as error:
        print(told(error), f"Nothing was changed in {SITE}.", sep="\n", file=sys.stderr)
        return 1
    print(made)
    print(f"Open {SITE / 'index.html'} in a browser, or copy that folder onto any web server.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
