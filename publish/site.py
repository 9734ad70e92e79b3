"""Builds the whole site aside and swaps it in when it is whole: `python -m publish.site`.

Exit codes: 0 done, 1 something is not as it should be; the last good site then stays.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from content.console import utf8
from content.files import HOUSE, ContentError
from content.models import LANGUAGES
from publish.pages import pages
from worksheets.printed import PICTURES

SITE = HOUSE / "site"
ASIDE = HOUSE / "build/site"
FOLDERS = {"ja": "", "en": "en"}


def make(folder: Path) -> int:
    """Both languages, the sheets and their pictures, into `folder`; how many pages. Raises ContentError."""
    count = 0
    for lang in LANGUAGES:  # the Japanese first: a build empties its folder
        count += pages(lang, folder / FOLDERS[lang])
    sheets = folder / "sheets"
    command = [sys.executable, str(HOUSE / "build_worksheets.py"), "--zip", "--scripts", "--out", str(sheets)]
    if subprocess.run(command, check=False).returncode:
        raise ContentError("the worksheets could not be written: see above")
    for picture in sorted(PICTURES.glob("*.png")):
        shutil.copy(picture, sheets)
    return count


def readable(folder: Path) -> None:
    """Let a web server read all of it, however strictly the builder's own files are kept."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def swap(new: Path, place: Path) -> None:
    """Put `new` in its place, and what stood there away."""
    old = new.with_name("old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        os.rename(place, old)
    os.rename(new, place)
    shutil.rmtree(old, ignore_errors=True)


def main() -> int:
    """Build, swap, and say what was made and how to open it."""
    utf8()
    shutil.rmtree(ASIDE, ignore_errors=True)
    ASIDE.mkdir(parents=True)
    try:
        count = make(ASIDE)
    except ContentError as error:
        print(f"{error}\nNothing was changed in {SITE}.", file=sys.stderr)
        return 1
    readable(ASIDE)
    swap(ASIDE, SITE)
    files = [path for path in SITE.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    sheets = len(list((SITE / "sheets").glob("*.docx")))
    print(f"Made {count} pages and {sheets} worksheets, {len(files)} files, {size:.0f} MB, in {SITE}")
    print(f"Open {SITE / 'index.html'} in a browser, or copy that folder onto any web server.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
