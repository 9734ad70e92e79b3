"""What was read back, as CSV, XLSX or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from content.models import Guide
from content.spreadsheet import table
from worksheets.catalogue import catalogue
from worksheets.office.collect import Collected, Problem, problems
from worksheets.office.forms import Field, added, fields
from worksheets.office.said import Refused, Say
from worksheets.office.tables import xlsx_bytes

KINDS = (".csv", ".xlsx", ".json")


@dataclass(frozen=True)
class ReadFile:
    """A file, and what it holds, or why it isn't read."""

    path: Path
    found: Collected | None
    why: Refused | None = None


def said_problems(guide: Guide, each: ReadFile, say: Say) -> list[tuple[str, str, str]]:
    """What couldn't be read of a file: field, what stands there, why."""
    if each.found is None:
        return [("", "", say.why(each.why))] if each.why else []
    return [
        (field.name(say.lang) if field else problem.field, problem.value, say.why(problem.why))
        for problem, field in problems(guide, each.found)
    ]


def written(guide: Guide, read: Sequence[ReadFile], kind: str, say: Say) -> bytes:
    """All of it as a file of a `kind` of KINDS."""
    if kind == ".json":
        return _json(guide, read, say)
    found = [each for each in read if each.found]
    if kind == ".csv":
        return table(_rows(guide, found, say))
    sheets: dict[str, Sequence[Sequence[str]]] = {}
    for id in dict.fromkeys(each.found.sheet for each in found if each.found):
        sheets[id] = _rows(guide, [each for each in found if each.found and each.found.sheet == id], say)
    unread = [[str(each.path), *problem] for each in read for problem in said_problems(guide, each, say)]
    if unread or not sheets:
        heads = [say("head-file"), say("head-field"), say("head-value"), say("head-why")]
        sheets[say("unread")] = [heads, *unread]
    return xlsx_bytes(sheets)


def _rows(guide: Guide, found: Sequence[ReadFile], say: Say) -> list[list[str]]:
    """A head and a row a file; what several kinds of sheets have in common shares a column."""
    columns: dict[str, Field] = {}
    for each in found:
        if each.found:
            columns |= {field.id: field for field in _had(guide, each.found) if field.id not in columns}
    names = [field.name(say.lang) for field in columns.values()]
    heads = [name if names.count(name) == 1 else f"{name} [{id}]" for id, name in zip(columns, names, strict=True)]
    rows = [[say("head-file"), say("head-sheet"), say("head-version"), *heads]]
    for each in found:
        if each.found is None:
            continue
        own = {field.id: field for field in _had(guide, each.found)}
        title = catalogue(guide)[each.found.sheet].title[say.lang]
        cells = [own[id].shown(each.found.values, say.lang) if id in own else "" for id in columns]
        rows.append([str(each.path), title, each.found.version, *cells])
    return rows


def _had(guide: Guide, found: Collected) -> list[Field]:
    """The fields of a file: its sheet's, and those of added rows that hold something."""
    more = (each for each in added(guide, found.sheet) if any(tag in found.values for tag in each.tags))
    return [*fields(guide, found.sheet), *more]


def _json(guide: Guide, read: Sequence[ReadFile], say: Say) -> bytes:
    entries = []
    for each in read:
        entry: dict[str, object] = {"file": str(each.path)}
        if each.found:
            entry |= {"sheet": each.found.sheet, "version": each.found.version, "values": each.found.values}
        unsaid = [Problem("", "", each.why)] if each.why else each.found.problems if each.found else []
        unread = [{"field": one.field, "value": one.value, "why": say.why(one.why)} for one in unsaid]
        entries.append(entry | {"unread": unread})
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode()
