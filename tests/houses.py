"""A copy of the house, for tests that build, break or kill one."""

from __future__ import annotations

import shutil
from pathlib import Path

from publish import pages

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
