"""Writes the readings of the sheets in plain words anew: `make furigana`; `make check` says what they lack.

A word that the dictionary reads wrongly, or not at all, gets an entry in content/data/furigana.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.base import KANJI
from content.console import utf8
from content.files import shown
from content.kept import FOLDER as KEPT
from content.load import load
from content.models import Guide
from ruby.readings import Reader
from worksheets.catalogue import FOLDER, catalogue
from worksheets.models import Sheet
from worksheets.writer.document import document_bytes
from worksheets.writer.furigana import READINGS, printed, readings, written

HAS_KANJI = re.compile(KANJI).search
WORD = re.compile(f"{KANJI}+")


def words(guide: Guide) -> Iterator[tuple[Sheet, str]]:
    """Every text with kanji that a sheet in plain words prints: the sheet, and the text once."""
    seen = set[str]()
    for sheet in catalogue(guide).values():
        for text in printed(document_bytes(guide, ("ja",), sheet, bare=True)) if sheet.plain else ():
            if text not in seen and HAS_KANJI(text):
                seen.add(text)
                yield sheet, text


def _reader(guide: Guide) -> Reader:
    """What it keeps stands apart: the pages' readings would be forgotten else."""
    return Reader(guide, KEPT / "sheets")


def slips(guide: Guide) -> list[str]:
    """Words without a reading, texts that have none yet, and those that are read otherwise by now."""
    read, known, found = _reader(guide), readings(), list[str]()
    for sheet, text in words(guide):
        place = f"{shown(FOLDER / sheet.of)}.yml: {sheet.id}: “{text}”"
        pieces = tuple(read(text))
        covered = {at for start, end, _ in pieces for at in range(start, end)}
        unread = [word[0] for word in WORD.finditer(text) if not covered.issuperset(range(*word.span()))]
        found += [
            f"{place}: “{word}” has no reading: say in content/data/furigana.yml how it is read" for word in unread
        ]
        if not unread and known.get(text) != pieces:
            found.append(
                f"{place}: its readings are not those of {shown(READINGS)}: run `make furigana` and look at them"
            )
    read.keep()
    return found


def main() -> None:
    """Write them."""
    guide = load()
    read = _reader(guide)
    lines = [written(text, tuple(read(text))) for _, text in words(guide)]
    READINGS.write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")
    read.keep()
    print(f"{shown(READINGS)}: {len(lines)} texts")


if __name__ == "__main__":
    utf8()
    main()
