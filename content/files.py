"""One YAML file, parsed once: its values as strings, where each of them stands, and what is wrong with the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from content.characters import unwanted, visible
from content.syntax import unreadable

HOUSE = Path(__file__).parent.parent
# Events alone are taken from the reader, and all values stay strings: no `no` → False, no 12:30 → 750; pydantic converts.
# libyaml's reads six times as fast as Python's own.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Far above what the guide needs, far below what would fill a machine: a slip or a trick is said instead of tried.
MOST_BYTES = 4_000_000
MOST_DEPTH = 20
MOST_VALUES = 500_000


class ContentError(Exception):
    """Slips in what editors write: one line each, with file, line, key, what is wrong and how to mend it."""


def shown(path: Path) -> str:
    """A path as editors know it: from the project's folder on, where it lies inside."""
    try:
        return path.resolve().relative_to(HOUSE).as_posix()
    except (ValueError, OSError, RuntimeError):
        return str(path)


def not_utf8(raw: bytes) -> tuple[int, str]:
    """The first line of a file that isn't UTF-8, and what to do: a sign alone came by pasting, else all of it was saved so."""
    text = raw.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    lines = raw.split(b"\n")
    line = next(at for at, each in enumerate(lines, 1) if each.decode("utf-8", "ignore").encode() != each)
    if wrong < sum(not each.isascii() for each in text) - wrong:
        before = lines[line - 1].decode("utf-8", "replace").partition("\ufffd")[0][-12:]
        return (
            line,
            f"after “{before}” stands a sign that is not UTF-8: delete it, type it anew, and save the file as UTF-8",
        )
    try:
        raw.decode("cp932")
        was = "Shift_JIS"
    except UnicodeDecodeError:
        was = "Windows-1252 or UTF-16"
    return line, (
        f"is not UTF-8, it may be {was}: open it anew with the encoding in which it reads well, then save it as UTF-8"
    )


def text_of(path: Path) -> str:
    """What a file holds. Raises ContentError, in words, where it can't be read or must not."""
    line = 1
    try:
        if path.is_symlink():
            says = "is a link to another file: put the file itself here"
        elif path.is_dir():
            says = "is a folder: a file is expected"
        elif path.stat().st_size > MOST_BYTES:
            says = f"is larger than {MOST_BYTES // 1_000_000} MB: take out what is not needed, or ask who looks after the guide to divide it"
        else:
            return path.read_text("utf-8")
    except UnicodeDecodeError:
        line, says = not_utf8(path.read_bytes())
    except PermissionError:
        says = "must not be read by this user: change its permissions"
    except OSError as error:
        says = f"can't be read ({error.strerror}): look whether it is there and whole"
    raise ContentError(f"{path if path.is_symlink() else shown(path)}:{line}: {says}")


@dataclass
class Node:
    """A value of a file and its line: a string, a list of nodes, or a map as pairs of nodes."""

    line: int
    value: str | list[Node] | list[tuple[Node, Node]]
    is_map: bool = False
    size: int = 1  # how many values it holds, itself included

    @property
    def pairs(self) -> list[tuple[Node, Node]]:
        """The keys and values of a map; nothing of anything else."""
        return self.value if self.is_map else []  # type: ignore[return-value]

    @property
    def items(self) -> list[Node]:
        """The values of a list; nothing of anything else."""
        return self.value if isinstance(self.value, list) and not self.is_map else []  # type: ignore[return-value]

    def under(self, key: Any) -> tuple[Node, Node] | None:
        """The key and the value of a map's entry."""
        return next((pair for pair in self.pairs if pair[0].value == str(key)), None)

    def plain(self) -> Any:
        """The same as maps, lists and strings."""
        if self.is_map:
            return {key.value: value.plain() for key, value in self.pairs}
        return [each.plain() for each in self.items] if isinstance(self.value, list) else self.value

    @property
    def id(self) -> str:
        """Its `id`, if it is an entry with one."""
        found = self.under("id")
        return found[1].value if found and isinstance(found[1].value, str) else ""

    @property
    def name(self) -> str:
        """What an editor knows an entry by: its id, or its first Japanese words."""
        found = self.under("ja")
        words = found[1] if found else None
        while words and words.items:
            words = words.items[0]
        return self.id or (visible(words.value) if words and isinstance(words.value, str) else "")


@dataclass(frozen=True)
class File:
    """A parsed file; `value` is made of maps, lists and strings. An empty file has no `root`."""

    path: Path
    root: Node | None
    value: Any = field(default=None)

    def slip(self, keys: Sequence[Any], says: str, line: int = 0) -> str:
        """What is wrong with the value at `keys`, as "file:line: name: says".

        An entry of a list is named by its id, or by its first Japanese words, before its number.
        """
        own, name = self._place(keys)
        return ": ".join(each for each in (f"{shown(self.path)}:{line or own}", name, says) if each)

    def _place(self, keys: Sequence[Any]) -> tuple[int, str]:
        """The line of the value at `keys`, or of the nearest thing above it, and its name.

        Keys that are not in the file (which type of a union was tried) are passed over; the last one may be missing.
        """
        node, line, name = self.root, 1, ""
        for place, key in enumerate(keys):
            if node and isinstance(key, int) and key < len(node.items):
                node = node.items[key]
                line = node.line
                name += f"[{node.name or key + 1}]"
                continue
            found = node.under(key) if node else None
            if found:
                line, node = found[0].line, found[1]
            if found or place == len(keys) - 1:
                name += f".{key}" if name else str(key)
        return line, name

    def lacking(self, keys: Sequence[Any]) -> str:
        """What to write for the last of `keys`, and where the file shows such a line."""
        key, line = keys[-1], self._place(keys)[0]
        like = min(_alike(self.root, keys), key=lambda each: (*each[:2], abs(each[2] - line)), default=None)
        shows = f", as line {like[2]} has it" if like else ""
        return f"is missing: add “{key}: …” to what begins in line {line}{shows}"

    def slips(self) -> Iterator[str]:
        """Keys that stand twice in one map, ids that stand twice in one list, characters that must not be there."""
        yield from self._slips(self.root, []) if self.root else ()

    def _slips(self, node: Node, keys: list[Any]) -> Iterator[str]:
        first: dict[str, int] = {}
        for key, value in node.pairs:
            word = str(key.value)
            if word in first:
                yield self.slip(
                    [*keys, word],
                    f"stands twice in one entry, the first time in line {first[word]}: keep one",
                    key.line,
                )
            first.setdefault(word, key.line)
            yield from self._slips(value, [*keys, word])
        places: dict[str, int] = {}
        for number, value in enumerate(node.items):
            if value.id in places:
                says = f'"{value.id}" stands twice, the first time in line {places[value.id]}: give each its own'
                yield self.slip([*keys, number, "id"], says)
            if value.id:
                places.setdefault(value.id, value.line)
            yield from self._slips(value, [*keys, number])
        if isinstance(node.value, str):
            for _, why in unwanted(node.value):
                yield self.slip(keys, why, node.line)


def _alike(root: Node | None, keys: Sequence[Any]) -> Iterator[tuple[bool, bool, int]]:
    """The lines where the last of `keys` stands; before each, whether it is not as deep, not below the same key."""
    below = [("", 0, root)] if root else []
    last = next((key for key in reversed(keys[:-1]) if isinstance(key, str)), "")
    while below:
        name, depth, node = below.pop()
        if pair := node.under(keys[-1]):
            yield depth != len(keys) - 1, name != last, pair[0].line
        below += [(str(key.value), depth + 1, value) for key, value in node.pairs]
        below += [(name, depth + 1, value) for value in node.items]


def read(path: Path) -> File:
    """The file at `path`. Raises ContentError where it can't be read, isn't YAML or is beyond all measure."""
    text = text_of(path)
    for at, why in unwanted(text):
        raise ContentError(f"{shown(path)}:{text.count(chr(10), 0, at) + 1}: {why}")
    try:
        root = _composed(path, yaml.parse(text, LOADER))
    except yaml.YAMLError as error:
        raise ContentError(unreadable(error, shown(path), text)) from None
    return File(path, root, root.plain() if root else None)


def _composed(path: Path, events: Iterator[yaml.Event]) -> Node | None:
    """The tree of a file's events. No recursion: what is nested too deeply is refused, not tried."""
    anchors: dict[str, Node] = {}
    open_nodes: list[tuple[Node, list[Node]]] = []  # what is being filled, with all that came so far
    roots: list[Node] = []

    def refuse(event: yaml.Event, says: str) -> ContentError:
        return ContentError(f"{shown(path)}:{_line(event)}: {says}")

    def put(node: Node) -> None:
        (open_nodes[-1][1] if open_nodes else roots).append(node)

    for event in events:
        line = _line(event)
        match event:
            case yaml.ScalarEvent():
                node = Node(line, event.value)
                put(node)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                if len(open_nodes) >= MOST_DEPTH:
                    raise refuse(
                        event, f"is nested more than {MOST_DEPTH} deep: look for a bracket or an indent too many"
                    )
                node = Node(line, [], isinstance(event, yaml.MappingStartEvent))
                open_nodes.append((node, []))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                node, filled = open_nodes.pop()
                node.size += sum(each.size for each in filled)
                node.value = list(zip(filled[::2], filled[1::2], strict=True)) if node.is_map else filled
                if any(not isinstance(key.value, str) for key, _ in node.pairs):
                    raise refuse(event, "a key is a list or a map: a word is expected before the colon")
                if node.size > MOST_VALUES:
                    raise refuse(
                        event,
                        f"grows to more than {MOST_VALUES:,} values: write repeated parts out, or divide the file",
                    )
                put(node)
            case yaml.AliasEvent():
                if event.anchor not in anchors or any(anchors[event.anchor] is each for each, _ in open_nodes):
                    raise refuse(
                        event, f"*{event.anchor} stands for nothing that is whole by then: write the words out"
                    )
                put(anchors[event.anchor])
            case yaml.DocumentStartEvent() if roots:
                raise refuse(event, "begins a second document (---): one file holds one")
        if isinstance(event, yaml.NodeEvent) and event.anchor and not isinstance(event, yaml.AliasEvent):
            anchors[event.anchor] = node
    return roots[0] if roots else None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
