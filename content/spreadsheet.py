"""Tables for spreadsheets: opened as they are, in any letters, and with nothing in them that would be reckoned."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would reckon with


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """A CSV with a mark of UTF-8 and CRLF; a cell that looks like a formula begins with an apostrophe."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")
