"""A copy of the house, for tests that build, break or kill one."""

from __future__ import annotations

import shutil
from pathlib import Path

from publish import pages
from worksheets.writer.document import digest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = (*pages.ROOMS, "publish")
FILES = (
    "LICENSE",
    "Makefile",
    "build_worksheets.py",
    "mkdocs.en.yml",
    "mkdocs.yml",
    "pyproject.toml",
    "requirements.lock",
)


def copied(folder: Path) -> Path:
    """All that a build needs, put into `folder`."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy2(ROOT / name, folder)
    return folder


def printed(sheets: Path, to: Path) -> None:
    """A page that stands for the PDF of each sheet in a folder: no office suite is needed to make a kit."""
    to.mkdir(parents=True, exist_ok=True)
    for docx in sheets.glob("*.docx"):
        of = digest(docx.read_bytes())
        (to / docx.with_suffix(".pdf").name).write_bytes(f"%PDF-1.7 /SheetDigest ({of})".encode())
