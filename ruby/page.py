"""The readings of a page: found in its text, packed for the browser, or written into its HTML."""

from __future__ import annotations

import re
import struct
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from lxml import html

from content.base import KANJI
from ruby.counters import Piece

Read = Callable[[str], list[Piece]]
Node = tuple[Any, bool]  # an element, and whether it is the text after it that is meant
HAS_KANJI = re.compile(KANJI).search
INLINE = {"a", "abbr", "b", "cite", "dfn", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "u"}
UNREAD = {"script", "style", "template", "code", "pre", "textarea", "select", "svg", "ruby"}  # also furigana.js


def blocks(root: Any) -> list[list[Node]]:
    """The text of a page, block by block: words that stand in one line are read together."""
    found: list[list[Node]] = [[]]

    def walk(node: Any) -> None:
        if isinstance(node.tag, str) and node.tag not in UNREAD and node.get("lang", "ja") == "ja":
            block = node.tag not in INLINE
            if block:
                found.append([])
            if node.text:
                found[-1].append((node, False))
            for child in node:
                walk(child)
            if block:
                found.append([])
        else:
            found.append([])
        if node is not root and node.tail:
            found[-1].append((node, True))

    walk(root)
    return [block for block in found if HAS_KANJI("".join(map(text, block)))]


def text(node: Node) -> str:
    """What a node says."""
    element, after = node
    return (element.tail if after else element.text) or ""


def placed(block: list[Node], read: Read) -> Iterator[tuple[Node, list[Piece]]]:
    """Each node of a block with the readings of its kanji, counted from its beginning."""
    whole = deque(read("".join(map(text, block))))
    begins = 0
    for node in block:
        said = text(node)
        ends = begins + len(said)
        own, cut = list[Piece](), False
        while whole and whole[0][0] < ends:
            start, end, kana = whole[0]
            if begins <= start and end <= ends:
                own.append((start - begins, end - begins, kana))
            else:
                cut = True
            if end > ends:
                break
            whole.popleft()
        if cut:  # a word that goes over an edge of the text: there it is read by itself
            own += [piece for piece in read(said) if not any(piece[0] < b and a < piece[1] for a, b, _ in own)]
        if HAS_KANJI(said):
            yield node, sorted(own)
        begins = ends


def packed(root: Any, read: Read) -> str:
    """ "key gap.lengthreading…;key …": for each text its key and, one after the other, how many letters to pass over, how
    many to read, and how."""
    found = dict[str, str]()
    for block in blocks(root):
        for node, own in placed(block, read):
            said = text(node)
            margin = len(said) - len(said.lstrip())
            if own:
                found.setdefault(key(said.strip()), _packed(said, margin, own))
    return ";".join(f"{name} {each}" for name, each in found.items())


def _packed(said: str, at: int, own: list[Piece]) -> str:
    parts = []
    for start, end, kana in own:
        gap = _units(said[at:start])
        parts.append(f"{gap or ''}.{_units(said[start:end])}{kana}")
        at = end
    return "".join(parts)


def _units(text: str) -> int:
    """As a browser counts letters."""
    return len(text.encode("utf-16-le")) // 2


def key(text: str) -> str:
    """A short name for a text (FNV-1a over UTF-16), the same as in furigana.js."""
    number = 0x811C9DC5
    for (unit,) in struct.iter_unpack("<H", text.encode("utf-16-le")):
        number = ((number ^ unit) * 0x01000193) & 0xFFFFFFFF
    return f"{number:x}"


def written(page: str, read: Read) -> str:
    """The HTML of a page with its readings in it."""
    root = html.fragment_fromstring(page, create_parent="div")
    for block in blocks(root):
        for node, own in [*placed(block, read)]:
            if own:
                _wrap(node, own)
    return "".join(html.tostring(each, encoding="unicode") for each in root)


def _wrap(node: Node, own: list[Piece]) -> None:
    """Put a node's text into an element of its own, with a ruby for each reading."""
    element, after = node
    said, at = text(node), 0
    wrapper = html.Element("ruby-text")
    last: Any = None
    for start, end, kana in own:
        if last is None:
            wrapper.text = said[at:start]
        else:
            last.tail = said[at:start]
        last = html.Element("ruby")
        last.text = said[start:end]
        last.append(html.Element("rt", {"data-reading": kana, "aria-hidden": "true"}))
        wrapper.append(last)
        at = end
    last.tail = said[at:]
    if after:
        element.tail = None
        element.addnext(wrapper)
    else:
        element.text = None
        element.insert(0, wrapper)
