"""Next month's sheets, from last month's."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from content.base import Lang
from content.models import Guide
from worksheets.boxes import copies
from worksheets.catalogue import catalogue
from worksheets.office.folder import file_name
from worksheets.office.next import carried, following
from worksheets.office.output import ReadFile
from worksheets.office.said import Refused
from worksheets.office.segments import Template
from worksheets.writer.document import document_bytes


class Carrier:
    """Makes next month's sheets; what is dear is made once for all."""

    def __init__(self, guide: Guide, month: date | None) -> None:
        self.guide, self.month = guide, month
        self._templates: dict[tuple[str, tuple[Lang, ...]], Template] = {}

    def next(self, last: ReadFile) -> tuple[str, bytes]:
        """Name and bytes of the sheet that follows, in the languages of the last. Raises Refused where none does."""
        if last.found is None:
            raise last.why or Refused("no-package")
        id, langs = last.found.sheet, last.found.langs
        sheet = catalogue(self.guide)[id]
        rule = following(self.guide, id)
        if rule is None:
            raise Refused("no-rules", title=sheet.title)
        values, month = carried(self.guide, rule, last.found.values, langs[0], self.month)
        if rule.month and month is None:
            raise Refused("no-month")
        if (id, langs) not in self._templates:
            blank = document_bytes(self.guide, langs, sheet)
            self._templates[id, langs] = Template(blank, rule.tags, copies(self.guide, sheet))
        when = f"{month:%Y-%m}" if month else ""
        name = file_name(sheet.title[langs[0]], when, label_of(last.path))
        return name, self._templates[id, langs].filled(values)


def label_of(path: Path) -> str:
    """Whose a file is, from its name ("支援レポート_2026-11_A.docx" is A's); all of the name where it is another."""
    _, between, rest = path.stem.partition("_")
    label = re.sub(r"^\d{4}-\d\d(_|$)", "", rest)
    return label if between and label else path.stem
