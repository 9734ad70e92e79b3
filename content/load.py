"""The door: reads content/data, checks it whole, and says every slip at once.

content/data/accommodations.yml:21: placed.develpmental: there is no disabilities "develpmental". Did you mean …
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from content.models import Guide, nearest

DATA = Path(__file__).parent / "data"

T = TypeVar("T")
Ids = dict[str, list[str]]


class ContentError(Exception):
    """Slips in data: one line each, with file, line, key, what is wrong and how to mend it."""


def find(things: Sequence[Any], id: str, kind: str) -> Any:
    """The thing with this id. Raises ContentError that names the nearest id."""
    for thing in things:
        if thing.id == id:
            return thing
    raise ContentError(nearest(id, [thing.id for thing in things], kind))


def validate_file(path: Path, adapter: TypeAdapter[T], ids: Ids, also: Mapping[str, Any] | None = None) -> T:
    """The checked value of one YAML file outside content/data (a worksheet).

    `also` is merged into the top-level map before checking (an id that comes from the file's name).
    Raises ContentError with all slips of the file.
    """
    text = _read(path)
    slips = list(_doubled(path, text))
    value = _parse(path, text)
    if also and isinstance(value, dict):
        value = {**also, **value}
    try:
        checked = adapter.validate_python(value, context=ids)
    except ValidationError as error:
        slips += _slips(path, text, error)
    if slips:
        raise ContentError("\n".join(slips))
    return checked


@cache
def load(folder: Path = DATA) -> Guide:
    """All data of `folder`, checked in one pass. Raises ContentError with every slip of every file."""
    texts = {path.stem: _read(path) for path in sorted(folder.glob("*.yml"))}
    raw: dict[str, Any] = {}
    slips: list[str] = []
    for name, text in texts.items():
        path = folder / f"{name}.yml"
        try:
            raw[name] = _parse(path, text)
        except ContentError as error:
            slips.append(str(error))
            continue
        slips += _doubled(path, text)
    ids = known_ids(raw)
    checked: dict[str, Any] = {}
    for field, info in Guide.model_fields.items():
        name = info.alias or field
        path = folder / f"{name}.yml"
        if name not in texts:
            slips.append(f"{_shown(path)}:1: the file is missing: add it, even if empty ([])")
        elif name in raw:
            try:
                kind: TypeAdapter[Any] = TypeAdapter(info.annotation)  # type: ignore[arg-type]
                checked[name] = kind.validate_python(raw[name], context=ids)
            except ValidationError as error:
                slips += _slips(path, texts[name], error)
    expected = {info.alias or field for field, info in Guide.model_fields.items()}
    slips += [
        f"{_shown(folder / f'{name}.yml')}:1: nothing reads this file: rename or remove it"
        for name in texts.keys() - expected
    ]
    slips += [slip for name in raw for slip in _twice(folder / f"{name}.yml", texts[name], raw[name])]
    if slips:
        raise ContentError("\n".join(slips))
    return Guide.model_construct(**{field: checked[info.alias or field] for field, info in Guide.model_fields.items()})


def known_ids(raw: Mapping[str, Any]) -> Ids:
    """Every id that other files may name: one list a file, one a vocabulary."""
    ids = {
        name: [entry["id"] for entry in rows if isinstance(entry, dict) and "id" in entry]
        for name, rows in raw.items()
        if isinstance(rows, list)
    }
    vocabularies = raw.get("vocabularies", {})
    if isinstance(vocabularies, dict):
        for name, rows in vocabularies.items():
            ids[name] = [row["id"] for row in rows if isinstance(row, dict) and "id" in row]
    return ids


def ids_of(guide: Guide) -> Ids:
    """The same lists from a checked guide, for files read later (worksheets)."""
    ids = {
        info.alias or field: [thing.id for thing in value if hasattr(thing, "id")]
        for field, info in Guide.model_fields.items()
        if isinstance(value := getattr(guide, field), tuple)
    }
    return ids | {name: [choice.id for choice in choices] for name, choices in guide.vocabularies.items()}


def where(name: str, *keys: str | int) -> str:
    """Where a value stands, for a slip that only shows later: "content/data/<name>.yml:<line>: <keys>"."""
    path = DATA / f"{name}.yml"
    return f"{_shown(path)}:{_line(yaml.compose(_read(path), yaml.BaseLoader), keys)}: {'.'.join(map(str, keys))}"


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(
            f"{_shown(path)}:1: is not UTF-8 ({error.reason} at byte {error.start}): save it as UTF-8"
        ) from None


def _parse(path: Path, text: str) -> Any:
    # BaseLoader keeps all values as strings: no `no` → False, no 12:30 → 750; pydantic converts.
    try:
        return yaml.load(text, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(
            f"{_shown(path)}:{line}: is not YAML: {error.problem} (a text with “: ” or “#” needs quotes)"
        ) from None


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(DATA.parent.parent))
    except ValueError:
        return str(path)


def _slips(path: Path, text: str, error: ValidationError) -> Iterator[str]:
    root = yaml.compose(text, yaml.BaseLoader)
    found_at = [slip["loc"] for slip in error.errors()]
    for slip in error.errors():
        if slip["type"] == "too_short" and any(
            len(loc) > len(slip["loc"]) and loc[: len(slip["loc"])] == slip["loc"] for loc in found_at
        ):
            continue  # only because an entry within is wrong, which is said anyway
        keys = [key for key in slip["loc"] if key != "[key]"]
        found = slip["input"]
        match slip["type"]:
            case "missing":
                says = "is missing: add it"
            case "extra_forbidden":
                says = "is not a key we know here: correct or remove it"
            case "value_error":
                says = slip["msg"].removeprefix("Value error, ")
            case _:
                says = f"{slip['msg']}, found {found!r}" if isinstance(found, str) else slip["msg"]
        yield f"{_shown(path)}:{_line(root, keys)}: {'.'.join(map(str, keys))}: {says}"


def _line(node: yaml.Node | None, keys: Sequence[Any]) -> int:
    """Line of the value at `keys`, or of the nearest thing above it."""
    line = node.start_mark.line if node else 0
    for key in keys:
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line
        elif isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value == str(key):
                    node, line = value, name.start_mark.line
                    break
    return line + 1


def _doubled(path: Path, text: str) -> Iterator[str]:
    """Keys that stand twice in one map: YAML would silently keep the last."""

    def walk(node: yaml.Node | None) -> Iterator[str]:
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if key.value in seen:
                    yield f"{_shown(path)}:{key.start_mark.line + 1}: {key.value}: stands twice in one entry: keep one"
                seen.add(key.value)
                yield from walk(value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                yield from walk(value)

    try:
        yield from walk(yaml.compose(text, yaml.BaseLoader))
    except yaml.MarkedYAMLError:
        return  # _parse has said it


def _twice(path: Path, text: str, rows: Any) -> Iterator[str]:
    """Ids that stand twice in one list of a file, nested lists included."""
    root = yaml.compose(text, yaml.BaseLoader)

    def walk(value: Any, keys: list[Any]) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from walk(inner, [*keys, key])
        elif isinstance(value, list):
            seen: set[str] = set()
            for index, inner in enumerate(value):
                id = inner.get("id") if isinstance(inner, dict) else None
                if isinstance(id, str):
                    if id in seen:
                        yield f'{_shown(path)}:{_line(root, [*keys, index, "id"])}: id: "{id}" stands twice: give each its own'
                    seen.add(id)
                yield from walk(inner, [*keys, index])

    yield from walk(rows, [])
