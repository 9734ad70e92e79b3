"""What is known of the printed sheets: pages and bytes of a file and a picture from `make pictures`, a PDF from `make pdf`."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TypedDict

from content.base import Lang
from content.files import HOUSE
from worksheets.catalogue import FOLDER

PICTURES = FOLDER / "pictures"
PDFS = HOUSE / "dist/pdf"  # where `make pdf` leaves them
ASIDE = HOUSE / "build/sheets"  # the files of the sheets while a site is built: its pages name the PDFs among them
OF = re.compile(rb"/SheetDigest \(([0-9a-f]{64})\)")


class Told(TypedDict):
    """One file: its sheet's version, its pages as LibreOffice prints them, its size, and the digest that it had."""

    version: str
    pages: int
    bytes: int
    digest: str


@cache
def told() -> dict[str, Told]:
    """All files that were looked at, by name; a sheet newer than that is not among them, and is built all the same."""
    path = PICTURES / "pictures.json"
    found: dict[str, Told] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def same_version(before: dict[str, Told], now: dict[str, Told]) -> list[str]:
    """The files that have changed and say the version that they said before: who has printed one would not know."""
    return [
        name
        for name, each in now.items()
        if (old := before.get(name)) and old["version"] == each["version"] and old["digest"] != each["digest"]
    ]


def picture(definition: str, lang: Lang) -> str:
    """The name of a picture of a definition's first page; empty where there is none yet."""
    name = f"{definition}.{lang}.png"
    return name if (PICTURES / name).exists() else ""


def printed_from(pdf: Path) -> str:
    """The digest of the sheet that a PDF was printed from, as it says itself; empty where it isn't one of ours."""
    found = OF.search(pdf.read_bytes()) if pdf.is_file() else None
    return found[1].decode() if found else ""


def beside() -> dict[str, int]:
    """The PDFs that the site which is being built holds, by name: their size in bytes."""
    return {path.name: path.stat().st_size for path in sorted(ASIDE.glob("*.pdf"))}
