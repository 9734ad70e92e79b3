"""What the guide is made of, as open data: JSON, CSV and a schema of each kind, into the site's `data/`.

The JSON of a kind is {"title", "version", "licence", "credit", "items"}; its schema describes the items. A CSV has one
line an item: a column for each key ("title.ja"), lists of words parted by " | ", what is deeper as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter

from content.models import Guide
from content.spreadsheet import table

NAMED = "kind_"  # how the words for a kind begin: what has words is published, in their order
FOLDER = "data"
APART = " | "


def kinds(guide: Guide) -> list[str]:
    """Those that the page on the data names."""
    return [name.removeprefix(NAMED) for name in guide.ui["open_data"] if name.startswith(NAMED)]


def items(guide: Guide, kind: str) -> list[dict[str, Any]]:
    """The entries of a kind as plain values; of a kind in several files, with the file's name as `topic`."""
    value = TypeAdapter(_type(kind)).dump_python(getattr(guide, kind), mode="json", by_alias=True, exclude_none=True)
    if isinstance(value, dict):
        return [{"topic": topic, **each} for topic, some in value.items() for each in some]
    return list(value)


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind's items."""
    annotation = _type(kind)
    one = get_args(get_args(annotation)[1] if get_origin(annotation) is dict else annotation)[0]
    found = TypeAdapter(one).json_schema(by_alias=True)
    if get_origin(annotation) is dict:
        found["properties"] = {"topic": {"type": "string"}, **found["properties"]}
    return found


def _type(kind: str) -> Any:
    return Guide.model_fields[kind].annotation


def flat(item: Mapping[str, Any], before: str = "") -> dict[str, str]:
    """One line of a CSV: keys of keys with dots between them."""
    line: dict[str, str] = {}
    for key, value in item.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            line |= flat(value, f"{name}.")
        elif isinstance(value, list) and value and all(_bilingual(each) for each in value):
            line |= {f"{name}.{lang}": APART.join(each[lang] for each in value) for lang in ("ja", "en")}
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            line[name] = APART.join(value)
        else:
            line[name] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return line


def _bilingual(value: object) -> bool:
    return isinstance(value, dict) and set(value) == {"ja", "en"}


def rows(lines: Iterable[Mapping[str, str]]) -> list[list[str]]:
    """The head of a table, a column for each key in the order of their coming, and its lines."""
    every = list(lines)
    heads = list(dict.fromkeys(key for line in every for key in line))
    return [heads, *([line.get(head, "") for head in heads] for line in every)]


def write(guide: Guide, site: Path, version: str) -> None:
    """Put all kinds into `site`/data."""
    folder = site / FOLDER
    folder.mkdir(parents=True)
    words = guide.ui["site"]
    for kind in kinds(guide):
        found = items(guide, kind)
        whole = {
            "title": kind,
            "version": version,
            "licence": "CC-BY-4.0",
            "credit": {lang: words["credit"][lang] for lang in ("ja", "en")},
            "schema": f"{kind}.schema.json",
            "items": found,
        }
        for name, value in ((kind, whole), (f"{kind}.schema", schema(kind))):
            text = json.dumps(value, ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(f"{text}\n", "utf-8")
        (folder / f"{kind}.csv").write_bytes(table(rows(map(flat, found))))
