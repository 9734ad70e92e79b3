"""What is known of the printed sheets, as far as `make pictures` has looked at them: pages and bytes of a file, a picture."""

from __future__ import annotations

import json
from functools import cache
from typing import TypedDict

from content.base import Lang
from worksheets.catalogue import FOLDER

PICTURES = FOLDER / "pictures"


class Told(TypedDict):
    """One file: its pages as LibreOffice prints them, its size, and the digest that it had."""

    pages: int
    bytes: int
    digest: str


@cache
def told() -> dict[str, Told]:
    """All files that were looked at, by name; a sheet newer than that is not among them, and is built all the same."""
    path = PICTURES / "pictures.json"
    found: dict[str, Told] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def picture(definition: str, lang: Lang) -> str:
    """The name of a picture of a definition's first page; empty where there is none yet."""
    name = f"{definition}.{lang}.png"
    return name if (PICTURES / name).exists() else ""
