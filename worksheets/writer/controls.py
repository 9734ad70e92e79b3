"""Open XML content controls (`w:sdt`), which python-docx has no words for.

What is written here was tried in LibreOffice 7.4 and 25.2: text controls are rich text, because 7.4
multiplies what stands in a `w:text` at every save; the bookmark around a control is what is left to
find it by after 7.4 has dropped the tag; the blank of ideographic spaces prints as nothing and can be clicked.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from zlib import crc32

from docx.oxml.ns import qn

from content.days import day
from worksheets.writer.elements import Element, child, element, run

VAL = qn("w:val")
BLANK = "\u3000" * 8


def stable_id(tag: str) -> str:
    """A positive 31-bit number that stays as long as the tag does."""
    return str(crc32(tag.encode()) & 0x7FFFFFFF or 1)


def bookmarked(tag: str, sdt: Element) -> list[Element]:
    """The control between the two ends of its bookmark."""
    number = stable_id(f"bookmark {tag}")
    name = f"b_{tag.replace('-', '_')}"
    return [element("w:bookmarkStart", id=number, name=name), sdt, element("w:bookmarkEnd", id=number)]


def inline_control(
    tag: str, title: str, kind: Element | None, shown: str, *, placeholder: bool = True, locked: bool = True
) -> Element:
    """A `w:sdt` within a line, `locked` against deletion. Without `kind` it takes text."""
    sdt = deepcopy(_control(placeholder, locked))
    properties, content = sdt
    for named, value in zip(properties, (title[:64], tag, stable_id(tag)), strict=False):
        named.set(VAL, value)
    if kind is not None:
        properties.append(kind)
    run(content, shown, style="PlaceholderText" if placeholder else None)
    return sdt


@cache
def _control(placeholder: bool, locked: bool) -> Element:
    """A control to copy, which has no name and holds nothing yet."""
    sdt = element("w:sdt")
    properties = child(sdt, "w:sdtPr")
    for name in ("w:alias", "w:tag", "w:id"):  # the schema fixes the order of these and what follows
        child(properties, name)
    if locked:
        child(properties, "w:lock", val="sdtLocked")
    if placeholder:
        child(properties, "w:showingPlcHdr")
    child(sdt, "w:sdtContent")
    return sdt


def _filled(tag: str, title: str, kind: Element | None, value: str | None, locked: bool) -> list[Element]:
    shown = inline_control(tag, title, kind, value or BLANK, placeholder=value is None, locked=locked)
    return bookmarked(tag, shown)


def text(tag: str, title: str, value: str | None = None, *, locked: bool = True) -> list[Element]:
    """A control that takes words."""
    return _filled(tag, title, None, value, locked)


def date(tag: str, title: str, locale: str, value: str | None = None, *, locked: bool = True) -> list[Element]:
    """A control to pick a day; `locale` is a language tag such as ja-JP, `value` a day in words or as YYYY-MM-DD."""
    kind = deepcopy(_day(locale))
    if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        kind.set(qn("w:fullDate"), f"{value}T00:00:00Z")
        value = day(value, "ja") if locale == "ja-JP" else value
    return _filled(tag, title, kind, value, locked)


@cache
def _day(locale: str) -> Element:
    kind = element("w:date")
    child(kind, "w:dateFormat", val="yyyy年M月d日" if locale == "ja-JP" else "yyyy-MM-dd")
    child(kind, "w:lid", val=locale)
    child(kind, "w:storeMappedDataAs", val="date")
    child(kind, "w:calendar", val="gregorian")
    return kind


def dropdown(tag: str, title: str, choices: dict[str, str], value: str | None = None) -> list[Element]:
    """A control to pick one of `choices` (value → words shown), or none of them again; blank on paper until then."""
    options = element("w:dropDownList")
    child(options, "w:listItem", displayText=BLANK[0], value="")  # Word shows the blank again
    for each, words in choices.items():
        child(options, "w:listItem", displayText=words, value=each)
    return _filled(tag, title, options, value, locked=True)


def checkbox(tag: str, title: str, ticked: bool = False, *, locked: bool = True) -> list[Element]:
    """A box to tick."""
    kind, large = deepcopy(_box(ticked))
    sdt = inline_control(tag, title, kind, "☑" if ticked else "☐", placeholder=False, locked=locked)
    sdt[-1][0].insert(0, large)
    return bookmarked(tag, sdt)


@cache
def _box(ticked: bool) -> tuple[Element, Element]:
    """What makes a control a box, and the properties of the run that draws it."""
    kind = element("w14:checkbox")
    child(kind, "w14:checked", val="1" if ticked else "0")
    child(kind, "w14:checkedState", val="2611", font="MS Gothic")
    child(kind, "w14:uncheckedState", val="2610", font="MS Gothic")
    large = element("w:rPr")
    child(large, "w:rFonts", ascii="MS Gothic", eastAsia="MS Gothic", hAnsi="MS Gothic", hint="eastAsia")
    child(large, "w:sz", val="32")
    return kind, large
