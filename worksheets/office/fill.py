"""One prefilled sheet a person of a roster."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from content.base import Lang
from content.models import Guide
from worksheets.boxes import copies
from worksheets.models import Sheet
from worksheets.office.keep import Done, kept
from worksheets.office.roster import Person
from worksheets.office.segments import Template
from worksheets.writer.document import document_bytes


def template(guide: Guide, sheet: Sheet, lang: Lang) -> Template:
    """The sheet, ready to fill in; its heads and copies say what its fields say."""
    return Template(document_bytes(guide, (lang,), sheet), copies(guide, sheet))


def file_name(sheet: Sheet, lang: Lang, month: str, person: str) -> str:
    """支援レポート_2026-11_A.docx: `month` (YYYY-MM) may be empty."""
    title = re.sub(r'[\\/:*?"<>|\s]+', "-", sheet.title[lang])
    return "_".join(part for part in (title, month, person) if part) + ".docx"


def fill(made: Template, persons: Iterable[tuple[str, Person]], out: Path) -> dict[Done, list[str]]:
    """Write the sheets of (file's name, person) into `out`: which files are written, there already, edited by somebody."""
    done: dict[Done, list[str]] = {"written": [], "there": [], "edited": []}
    with kept(out) as folder:
        for name, person in persons:
            done[folder.one(name, made.filled(person.values))].append(name)
    return done
