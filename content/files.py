"""One YAML file, parsed once: its values as strings, where each of them stands, and what is wrong with the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HOUSE = Path(__file__).parent.parent
# The base loaders keep all values as strings: no `no` → False, no 12:30 → 750; pydantic converts.
# libyaml's reads six times as fast as Python's own.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class ContentError(Exception):
    """Slips in what editors write: one line each, with file, line, key, what is wrong and how to mend it."""


def shown(path: Path) -> str:
    """A path as editors know it: from the project's folder on, where it lies inside."""
    try:
        return path.resolve().relative_to(HOUSE).as_posix()
    except ValueError:
        return str(path)


@dataclass(frozen=True)
class File:
    """A parsed file; `value` is made of maps, lists and strings."""

    path: Path
    value: Any
    root: yaml.Node | None

    def slip(self, keys: Sequence[Any], says: str, node: yaml.Node | None = None) -> str:
        """What is wrong with the value at `keys`, as "file:line: name: says"; the line of `node`, if it is another.

        An entry of a list is named by its id, or by its first Japanese words, before its number.
        """
        line, name = self._place(keys)
        return ": ".join(each for each in (f"{shown(self.path)}:{_line(node) if node else line}", name, says) if each)

    def _place(self, keys: Sequence[Any]) -> tuple[int, str]:
        """The line of the value at `keys`, or of the nearest thing above it, and its name.

        Keys that are not in the file (which type of a union was tried) are passed over; the last one may be missing.
        """
        node, line, name = self.root, 1, ""
        for place, key in enumerate(keys):
            if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                line = _line(node)
                name += f"[{_name(node) or key + 1}]"
                continue
            found = _under(node, key)
            if found:
                line, node = _line(found[0]), found[1]
            if found or place == len(keys) - 1:
                name += f".{key}" if name else str(key)
        return line, name

    def slips(self) -> Iterator[str]:
        """Keys that stand twice in one map (YAML would keep the last), ids that stand twice in one list."""
        yield from self._twice(self.root, [])

    def _twice(self, node: yaml.Node | None, keys: list[Any]) -> Iterator[str]:
        if isinstance(node, yaml.MappingNode):
            first: dict[str, int] = {}
            for key, value in node.value:
                if key.value in first:
                    says = f"stands twice in one entry, the first time in line {first[key.value]}: keep one"
                    yield self.slip([*keys, key.value], says, key)
                first.setdefault(key.value, _line(key))
                yield from self._twice(value, [*keys, key.value])
        elif isinstance(node, yaml.SequenceNode):
            places: dict[str, int] = {}
            for number, value in enumerate(node.value):
                id = _id(value)
                if id in places:
                    says = f'"{id}" stands twice, the first time in line {places[id]}: give each its own'
                    yield self.slip([*keys, number, "id"], says)
                if id:
                    places.setdefault(id, _line(value))
                yield from self._twice(value, [*keys, number])


def read(path: Path) -> File:
    """The file at `path`. Raises ContentError where it isn't UTF-8 or isn't YAML."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(
            f"{shown(path)}:1: is not UTF-8 ({error.reason} at byte {error.start}): save it as UTF-8"
        ) from None
    try:
        root = yaml.compose(text, LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(
            f"{shown(path)}:{line}: is not YAML: {error.problem} (a text with “: ” or “#” needs quotes)"
        ) from None
    return File(path, _value(root), root)


def _value(node: yaml.Node | None) -> Any:
    match node:
        case yaml.MappingNode():
            return {key.value: _value(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_value(value) for value in node.value]
        case None:
            return None
    return node.value


def _under(node: yaml.Node | None, key: Any) -> tuple[yaml.Node, yaml.Node] | None:
    """The key and the value of a map."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next(((name, value) for name, value in node.value if name.value == str(key)), None)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _id(node: yaml.Node) -> str:
    found = _under(node, "id")
    return str(found[1].value) if found and isinstance(found[1], yaml.ScalarNode) else ""


def _name(node: yaml.Node) -> str:
    """What an editor knows an entry by."""
    if id := _id(node):
        return id
    words = _under(node, "ja")
    first = words[1] if words else None
    while isinstance(first, yaml.SequenceNode) and first.value:
        first = first.value[0]
    return str(first.value) if isinstance(first, yaml.ScalarNode) else ""
