"""What was written on filled sheets, back by tag, whoever saved them; and as CSV, JSON or XLSX."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from openpyxl import Workbook

from content.base import Lang
from content.models import Guide
from content.typed_days import Reader, Unread
from worksheets.blocks import Box
from worksheets.boxes import boxes, copies
from worksheets.catalogue import catalogue
from worksheets.models import Sheet
from worksheets.office.roster import titled
from worksheets.office.strangers import Refused, package, xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DOCUMENT, CUSTOM, CORE = "word/document.xml", "docProps/custom.xml", "docProps/core.xml"
TICKED, BLANK = "☑☒✓✔", " \u3000\u00a0\u2003\t\r\n"
LISTS = ("csv", "json", "xlsx")
Cell = str | bool


@dataclass
class Read:
    """One filled sheet: what was written by tag, and what to look at."""

    sheet: Sheet
    version: str
    lang: Lang
    values: dict[str, Cell] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read(guide: Guide, data: bytes) -> Read:
    """A filled sheet. Raises Refused for what is none of ours, or cannot be trusted."""
    parts = package(data, DOCUMENT)
    root = xml(parts[DOCUMENT])
    said = dict(_properties(parts))
    form = said.get("FormId", "")
    sheets = catalogue(guide)
    if form not in sheets:
        raise Refused(f'the guide has no sheet "{form[:60]}"' if form else "it is not a sheet of this guide")
    sheet = sheets[form]
    lang: Lang = "en" if b">en" in parts.get(CORE, b"") else "ja"
    found = Read(sheet, said.get("FormVersion", ""), lang)
    if found.version != sheet.version:
        found.notes.append(f"it is of version {found.version or 'unknown'}, the guide has {sheet.version}")
    every = {box.tag: box for section in sheet.sections for each in section.fields for box in boxes(guide, each)}
    held = dict(_controls(root, found.notes))
    if missing := [tag for tag in every if tag not in held]:
        held |= {tag: value for tag, value in _bookmarked(root, every) if tag in missing}
    reader = Reader(guide.typed_days, guide.eras)
    for tag, box in every.items():
        if tag not in held:
            found.notes.append(f"{tag}: the field is not there any more")
        elif (value := _value(reader, box, held[tag], found.notes)) not in ("", False):
            found.values[tag] = value
    others = sorted(set(held) - set(every) - set(copies(guide, sheet)))
    found.notes += [f"{tag[:60]}: the guide's sheet has no such field" for tag in others]
    return found


def _properties(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    if CUSTOM in parts:
        for each in xml(parts[CUSTOM]):
            yield each.get("name", ""), "".join(each.itertext()).strip()


def _controls(root: etree._Element, notes: list[str]) -> Iterator[tuple[str, Cell]]:
    """{tag: words, or ticked or not} of all controls; a second one of the same name says nothing."""
    seen: set[str] = set()
    for control in root.iter(f"{W}sdt"):
        named = control.find(f"{W}sdtPr/{W}tag")
        content = control.find(f"{W}sdtContent")
        tag = "" if named is None else named.get(f"{W}val", "")
        if not tag or content is None:
            continue
        if tag in seen:
            notes.append(f"{tag[:60]}: the field is there twice, the first counts")
            continue
        seen.add(tag)
        box = control.find(f"{W}sdtPr/{W14}checkbox")
        if box is not None:
            checked = box.find(f"{W14}checked")
            yield tag, checked is not None and checked.get(f"{W14}val") in ("1", "true", "on")
        elif control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            yield tag, ""
        else:
            yield tag, _words(content)


def _bookmarked(root: etree._Element, every: dict[str, Box]) -> Iterator[tuple[str, Cell]]:
    """What stands between the ends of our bookmarks: LibreOffice 7.4 keeps no tags."""
    names = {f"b_{tag.replace('-', '_')}": tag for tag in every}
    for start in root.iter(f"{W}bookmarkStart"):
        tag = names.get(start.get(f"{W}name", ""))
        if tag is None:
            continue
        words, parent = "", start.getparent()
        for after in start.itersiblings():
            if after.tag == f"{W}bookmarkEnd" and after.get(f"{W}id") == start.get(f"{W}id"):
                break
            words += _words(after)
        else:  # it ends in a later paragraph
            if parent is not None:
                for later in parent.itersiblings():
                    words += "\n" + _words(later)
                    ends = (end.get(f"{W}id") for end in later.iter(f"{W}bookmarkEnd"))
                    if later.find(f".//{W}bookmarkStart") is not None or start.get(f"{W}id") in ends:
                        break
        yield tag, words


def _words(content: etree._Element) -> str:
    """The words of a run of XML, as they are seen: breaks and paragraphs are new lines."""
    found: list[str] = []
    for each in content.iter(f"{W}t", f"{W}br", f"{W}cr", f"{W}tab", f"{W}p"):
        if each.tag == f"{W}t":
            found.append(each.text or "")
        elif each.tag == f"{W}tab":
            found.append("\t")
        elif each.tag != f"{W}p" or any(found):
            found.append("\n")
    return "".join(found)


def _value(reader: Reader, box: Box, held: Cell, notes: list[str]) -> Cell:
    if box.kind in ("checkbox", "radio"):
        return held if isinstance(held, bool) else any(letter in held for letter in TICKED)
    text = str(held).strip(BLANK) if not isinstance(held, bool) else ""
    if box.kind == "date" and text:
        got = reader.read(text)
        if isinstance(got, Unread):
            notes.append(f'{box.tag}: "{text[:40]}" is not read as a day')
            return text
        return got.isoformat()
    if box.kind == "dropdown":
        known = {name: grade.id for grade in box.choices for name in (grade.code, grade.name.ja, grade.name.en)}
        return known.get(text, text)
    return text


def listed(guide: Guide, kind: str, found: Iterable[tuple[str, Read]], lang: Lang) -> bytes:
    """(file's name, what it says) as `csv` (UTF-8 that Excel knows), `json` or `xlsx`."""
    found = list(found)
    if kind == "json":
        made = [
            {"file": name, "form": each.sheet.id, "version": each.version, "values": each.values, "notes": each.notes}
            for name, each in found
        ]
        return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
    every: dict[str, str] = {}
    for sheet in {each.sheet.id: each.sheet for _, each in found}.values():
        for section in sheet.sections:
            for asked in section.fields:
                for box in boxes(guide, asked):
                    every.setdefault(box.tag, titled(box, lang))
    several = {title for title in every.values() if list(every.values()).count(title) > 1}
    heads = ["file", "form", "version", *(tag if title in several else title for tag, title in every.items())]
    rows: list[list[Any]] = [
        [name, each.sheet.id, each.version, *(_cell(each.values.get(tag, "")) for tag in every)] for name, each in found
    ]
    return _xlsx(heads, rows) if kind == "xlsx" else _csv(heads, rows)


def _cell(value: Cell) -> str:
    return ("1" if value else "") if isinstance(value, bool) else value


def _csv(heads: list[str], rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    # Excel would reckon what begins like this: a mark before it makes it words.
    safe = ([f"'{cell}" if re.match(r"[=+@\-\t\r]", cell) else cell for cell in row] for row in rows)
    csv.writer(out).writerows([heads, *safe])
    return out.getvalue().encode("utf-8-sig")


def _xlsx(heads: list[str], rows: list[list[str]]) -> bytes:
    book = Workbook(write_only=False)
    table = book.active
    assert table is not None
    for number, row in enumerate([heads, *rows], 1):
        for place, words in enumerate(row, 1):
            cell = table.cell(number, place)
            cell.value = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", words)[:32_767] or None
            if words:
                cell.data_type = "s"  # never a formula
    table.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
