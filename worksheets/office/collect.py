"""Filled sheets read back: values by tag, by the bookmark where an office suite has dropped the tag, and what couldn't be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from lxml import etree

from content.base import Lang
from content.models import Guide
from content.typed_days import Reader, Unread
from worksheets.boxes import copies
from worksheets.catalogue import catalogue, languages
from worksheets.editions import single
from worksheets.models import Sheet
from worksheets.office.forms import SIGNS, Field, added, fields, no_day
from worksheets.office.safety import tree, unpacked
from worksheets.office.said import Refused
from worksheets.office.segments import Value
from worksheets.writer.say import Say

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a copy for older programs
DC = "{http://purl.org/dc/elements/1.1/}"
DOCUMENT, PROPERTIES, CORE = "word/document.xml", "docProps/custom.xml", "docProps/core.xml"
BLANKS = " \t\n\u3000\u00a0"
ON = ("1", "true", "on")


@dataclass(frozen=True)
class Problem:
    """What couldn't be read: the field, what stands there, and why not."""

    field: str
    value: str
    why: Refused


@dataclass
class Collected:
    """One filled sheet: which it is, of which version, in which languages, its values by tag, what couldn't be read."""

    sheet: str
    version: str
    langs: tuple[Lang, ...]
    values: dict[str, Value] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def identity(members: Mapping[str, bytes]) -> tuple[str, str]:
    """The sheet and its version, as the file says; empty where it doesn't."""
    if PROPERTIES not in members:
        return "", ""
    found = {each.get("name", ""): "".join(map(str, each.itertext())) for each in tree(members[PROPERTIES])}
    return found.get("FormId", ""), found.get("FormVersion", "")


def _languages(sheet: Sheet, members: Mapping[str, bytes]) -> tuple[Lang, ...]:
    """The languages of a file, by its title; the first of all where somebody has changed that."""
    title = next(tree(members[CORE]).iter(f"{DC}title"), None) if CORE in members else None
    said = title.text if title is not None else ""
    every = languages(sheet)
    return next((langs for langs in every if Say(langs)(sheet.title) == said), every[0])


def collected(guide: Guide, data: bytes) -> Collected:
    """What a file holds. Raises Refused where it is none of our sheets, or isn't safe to read."""
    members = unpacked(data)
    if DOCUMENT not in members:
        raise Refused("no-package")
    id, version = identity(members)
    every = catalogue(guide)
    if id not in every:
        raise Refused("unknown-sheet", name=id[:60]) if id else Refused("not-ours")
    sheet = every[id]
    found = Collected(id, version, _languages(sheet, members))
    by_tag, by_mark = _controls(tree(members[DOCUMENT]), found)
    reader = Reader(guide.typed_days, guide.eras)
    read = False
    for each in fields(guide, id):
        for tag in each.tags:
            control = by_tag.pop(tag, None)
            if control is None:
                control = by_mark.get(f"b_{tag.replace('-', '_')}")
            if control is None:
                if not _older(version, sheet):
                    found.problems.append(Problem(tag, "", Refused("field-gone")))
                continue
            read = True
            _take(found, each, tag, control, reader)
    for each in added(guide, id):
        for tag in each.tags:
            control = by_tag.pop(tag, None)
            if control is None:
                control = by_mark.get(f"b_{tag.replace('-', '_')}")
            if control is not None:
                _take(found, each, tag, control, reader)
    for tag in copies(guide, sheet):
        by_tag.pop(tag, None)  # says again what was read
    _replaced(found, sheet, by_tag)
    if not read:
        raise Refused("no-fields", name=id)
    if _number(version) > _number(sheet.version):
        found.problems.append(Problem("", version, Refused("newer", version=sheet.version)))
    return found


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _older(version: str, sheet: Sheet) -> bool:
    return _number(version) < _number(sheet.version)


def _controls(root: etree._Element, found: Collected) -> tuple[dict[str, etree._Element], dict[str, etree._Element]]:
    """The controls of a document by tag and by bookmark; one that stands twice counts once."""
    by_tag: dict[str, etree._Element] = {}
    by_mark: dict[str, etree._Element] = {}
    opened: dict[str, str] = {}  # bookmarks that no control has stood in yet: {number: name}
    for node in root.iter(f"{W}sdt", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        if next(node.iterancestors(FALLBACK), None) is not None:
            continue
        if node.tag == f"{W}bookmarkStart":
            name, number = node.get(f"{W}name", ""), node.get(f"{W}id", "")
            around = next(node.iterancestors(f"{W}sdt"), None)
            if name.startswith("b_"):
                if around is not None:
                    by_mark.setdefault(name, around)
                else:
                    opened[number] = name
        elif node.tag == f"{W}bookmarkEnd":
            opened.pop(node.get(f"{W}id", ""), None)
        else:
            for number in list(opened):
                by_mark.setdefault(opened.pop(number), node)
            named = node.find(f"{W}sdtPr/{W}tag")
            tag = named.get(f"{W}val", "") if named is not None else ""
            if not tag:
                continue
            if tag not in by_tag:
                by_tag[tag] = node
            elif by_tag[tag] not in node.iterancestors(f"{W}sdt"):  # else it is one control, written in another
                found.problems.append(Problem(tag, _words(node), Refused("twice-in-sheet")))
    return by_tag, by_mark


def _words(control: etree._Element) -> str:
    """What stands in a control, line by line; nothing where only its blank does."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if content is None or (properties is not None and properties.find(f"{W}showingPlcHdr") is not None):
        return ""
    parts: list[str] = []
    for node in content.iter(f"{W}t", f"{W}br", f"{W}cr", f"{W}tab", f"{W}p"):
        match str(node.tag).rpartition("}")[2]:
            case "t":
                parts.append(node.text or "")
            case "tab":
                parts.append("\t")
            case "p":
                parts.append("\n" if any(parts) else "")
            case _:
                parts.append("\n")
    return "".join(parts).strip(BLANKS)


def _ticked(control: etree._Element) -> bool:
    checked = control.find(f".//{W14}checked")
    if checked is not None:
        return checked.get(f"{W14}val", "1") in ON
    return _words(control) in SIGNS


def _take(found: Collected, of: Field, tag: str, control: etree._Element, reader: Reader) -> None:
    """A control's value into what was found, or why it has none."""
    if of.kind in ("choice", "checkbox"):
        if _ticked(control):
            found.values[tag] = True
        return
    text = _words(control)
    if not text:
        return
    found.values[tag] = text
    if of.kind == "date":
        _dated(found, tag, text, control, reader)
    elif of.kind == "dropdown":
        try:
            found.values |= of.taken(text, reader)
        except Refused as why:
            found.problems.append(Problem(tag, text, why))


def _dated(found: Collected, tag: str, text: str, control: etree._Element, reader: Reader) -> None:
    """What is written counts: a control's own day may be from before somebody wrote over it."""
    day = reader.read(text)
    if not isinstance(day, Unread):
        found.values[tag] = day.isoformat()
        return
    own = control.find(f"{W}sdtPr/{W}date")
    full = own.get(f"{W}fullDate", "")[:10] if own is not None else ""
    found.problems.append(Problem(tag, text, Refused("day-own", day=full) if full else no_day(day)))


def _replaced(found: Collected, sheet: Sheet, left: Mapping[str, etree._Element]) -> None:
    """Fields that this version of the sheet no longer has: their words where they stand now, or said."""
    for tag, control in left.items():
        box = control.find(f".//{W14}checkbox") is not None
        words = ("☑" if _ticked(control) else "") if box else _words(control)
        if not words:
            continue
        rule = next((each for each in sheet.replaced if fnmatchcase(tag, each.id)), None)
        now = rule.now if rule else ()
        if len(now) == 1 and now[0] not in found.values and not box and _plain(sheet, now[0]):
            found.values[now[0]] = words
        else:
            found.problems.append(Problem(tag, words, Refused("old-field", words=", ".join(now) or "―")))


def _plain(sheet: Sheet, id: str) -> bool:
    """Is this a field for words?"""
    asked = (each for section in sheet.sections for field in section.fields for each in single(field))
    return any(getattr(each, "id", "") == id and getattr(each, "kind", "") in ("text", "confirm") for each in asked)


def problems(guide: Guide, found: Collected) -> Iterator[tuple[Problem, Field | None]]:
    """What couldn't be read, each with its field where the sheet has one."""
    every = (*fields(guide, found.sheet), *added(guide, found.sheet))
    named = {tag: each for each in every for tag in each.tags}
    for problem in found.problems:
        yield problem, named.get(problem.field)
