"""The door: reads content/data, checks it whole, and says every slip at once.

content/data/accommodations.yml:21: [quiet-lunch-place].placed.develpmental: there is no disability "develpmental". Did you mean …
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from content.base import nearest
from content.complete import lacks
from content.evidence import slips as unfounded
from content.files import ContentError, File, read, shown
from content.models import Guide
from content.slips import says

DATA = Path(__file__).parent / "data"
MOST_ENTRIES = 2_000  # of one kind: one page shows them all, and one index finds them

T = TypeVar("T")
Ids = dict[str, list[str]]


def find(things: Sequence[Any], id: str, kind: str) -> Any:
    """The thing with this id. Raises ContentError that names the nearest id."""
    for thing in things:
        if thing.id == id:
            return thing
    raise ContentError(nearest(id, [thing.id for thing in things], kind))


def validated(file: File, adapter: TypeAdapter[T], ids: Ids, also: Mapping[str, Any] | None = None) -> T:
    """The checked value of a file outside content/data (a worksheet).

    `also` is merged into the top-level map before checking (an id that comes from the file's name).
    Raises ContentError with all slips of the file.
    """
    slips = list(file.slips())
    value = {**file.value, **(also or {})} if isinstance(file.value, dict) else file.value
    try:
        checked = adapter.validate_python(value, context=ids)
    except ValidationError as error:
        slips += _slips(file, error)
    if slips:
        raise ContentError("\n".join(slips))
    return checked


@cache
def load(folder: Path = DATA) -> Guide:
    """All data of `folder`, checked in one pass. Raises ContentError with every slip of every file."""
    files: dict[str, File] = {}
    slips: list[str] = []
    fields = {info.alias or field: (field, info.annotation) for field, info in Guide.model_fields.items()}
    if not os.access(folder, os.R_OK | os.X_OK):
        raise ContentError(f"{shown(folder)}: this folder is not there, or must not be read: look at its permissions")
    # A kind is a file, or a folder of files where it is long: "sources", "sources/papers".
    found = {path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.yml"))}
    for name, path in found.items():
        try:
            files[name] = read(path)
        except ContentError as error:
            slips.append(str(error))
        else:
            slips += files[name].slips()
    if found_many := list(_too_many(files)):
        raise ContentError("\n".join([*slips, *found_many]))  # checked one by one, they would take minutes
    ids = known_ids({name: files[name].value if name in files else None for name in found})
    slips += _twice(files)
    checked: dict[str, Any] = {}
    valid: dict[str, Any] = {}
    for name, (field, annotation) in fields.items():
        parts = [part for part in found if part.partition("/")[0] == name]
        made = []
        for part in (part for part in parts if part in files):
            wanted = get_args(annotation)[1] if part != name and get_origin(annotation) is dict else annotation
            kind: TypeAdapter[Any] = TypeAdapter(wanted)  # type: ignore[arg-type]
            try:
                made.append(valid.setdefault(part, kind.validate_python(files[part].value, context=ids)))
            except ValidationError as error:
                slips += _slips(files[part], error)
            else:
                if not made[-1]:
                    slips.append(files[part].slip((), "is an empty list: whole pages would be empty"))
        if not parts:
            slips.append(
                f"{shown(folder / f'{name}.yml')}:1: the file is missing: put it back, or give it its name back"
            )
        elif parts == [name]:
            checked[field] = made[0] if made else None
        elif get_origin(annotation) is dict:
            checked[field] = dict(zip((part.partition("/")[2] for part in parts), made, strict=False))
        else:
            checked[field] = tuple(each for some in made for each in some)
    if all(part in valid for part in found if part.partition("/")[0] == "sources"):
        sources = {source.id: source for source in checked["sources"]}
        slips += [files[part].slip(*slip) for part, value in valid.items() for slip in unfounded(value, sources)]
    slips += [
        f"{shown(path)}:1: nothing reads this file: rename or remove it"
        for name, path in found.items()
        if name.partition("/")[0] not in fields
    ]
    if slips:
        raise ContentError("\n".join(slips))
    guide = Guide.model_construct(**checked)
    slips = [
        files[kind].slip(keys, says) if kind in files else f"{shown(folder / kind)}:1: {says}"
        for kind, keys, says in lacks(guide)
    ]
    if slips:
        raise ContentError("\n".join(slips))
    return guide


def known_ids(raw: Mapping[str, Any]) -> Ids:
    """Every id that other files may name: one list a file, one a vocabulary.

    A kind that couldn't be read whole, or is no list, has none: what names it is let be, the cause alone is said.
    """
    ids: Ids = {}
    for name, rows in raw.items():
        ids.setdefault(name.partition("/")[0], []).extend(_ids(rows))
    unread = {name.partition("/")[0] for name, rows in raw.items() if not isinstance(rows, list)}
    ids = {kind: found for kind, found in ids.items() if kind not in unread}
    vocabularies = raw.get("vocabularies")
    if isinstance(vocabularies, dict):
        ids |= {name: _ids(rows) for name, rows in vocabularies.items()}
    return ids


def _too_many(files: Mapping[str, File]) -> Iterator[str]:
    """Kinds with more entries than the guide can hold, over all their files."""
    counts: Counter[str] = Counter()
    last: dict[str, File] = {}
    for name, file in files.items():
        kind = name.partition("/")[0]
        counts[kind] += len(file.value) if isinstance(file.value, list) else 0
        last[kind] = file
    for kind, count in counts.items():
        if count > MOST_ENTRIES:
            says = f"there are {count:,} entries of “{kind}”: {MOST_ENTRIES:,} at most, or pages and search grow too heavy; take some out"
            yield last[kind].slip((), says)


def _twice(files: Mapping[str, File]) -> Iterator[str]:
    """Ids that stand in two files of one kind."""
    places: dict[tuple[str, str], str] = {}
    for name, file in files.items():
        kind = name.partition("/")[0]
        for number, id in enumerate(_ids(file.value)):
            if places.setdefault((kind, id), f"{name}.yml") != f"{name}.yml":
                says = f'"{id}" stands in {places[kind, id]} too: give each its own'
                yield file.slip([number, "id"], says)


def _ids(rows: Any) -> list[str]:
    """The ids of the entries of a list, of those that have one."""
    entries = rows if isinstance(rows, list) else []
    return [row["id"] for row in entries if isinstance(row, dict) and isinstance(row.get("id"), str)]


def ids_of(guide: Guide) -> Ids:
    """The same lists from a checked guide, for files read later (worksheets)."""
    ids = {
        info.alias or field: [thing.id for thing in value if hasattr(thing, "id")]
        for field, info in Guide.model_fields.items()
        if isinstance(value := getattr(guide, field), tuple)
    } | {"answers": [answer.id for answers in guide.answers.values() for answer in answers]}
    return ids | {name: [choice.id for choice in choices] for name, choices in guide.vocabularies.items()}


def where(name: str, keys: Sequence[str | int], says: str) -> str:
    """A slip that only shows later, at the place of content/data/<name>.yml where it stands."""
    return read(DATA / f"{name}.yml").slip(keys, says)


def _slips(file: File, error: ValidationError) -> Iterator[str]:
    errors = error.errors()
    found_at = [slip["loc"] for slip in errors]
    misspelt = _misspelt(errors)
    for slip in errors:
        if slip["type"] == "too_short" and any(
            len(loc) > len(slip["loc"]) and loc[: len(slip["loc"])] == slip["loc"] for loc in found_at
        ):
            continue  # only because an entry within is wrong, which is said anyway
        keys = _keys(slip["loc"])
        match slip["type"]:
            case "missing":
                if keys not in misspelt.values():
                    yield file.slip(keys, file.lacking(keys))
            case "extra_forbidden":
                meant = misspelt.get(slip["loc"])
                yield file.slip(keys, says(slip) + (f'. Did you mean "{meant[-1]}"?' if meant else ""))
            case _:
                yield file.slip(keys, says(slip))


def _keys(loc: tuple[int | str, ...]) -> list[int | str]:
    """A place without pydantic's own names for keys of a map and for types that were tried."""
    return [key for key in loc if not str(key).startswith(("[", "("))]


def _misspelt(errors: Sequence[ErrorDetails]) -> dict[tuple[int | str, ...], list[int | str]]:
    """Unknown keys that look like one that is missing in the same entry: their places, and the places meant."""
    found = {}
    missing = [each["loc"] for each in errors if each["type"] == "missing"]
    for loc in (each["loc"] for each in errors if each["type"] == "extra_forbidden"):
        beside = {str(each[-1]): each for each in missing if each[:-1] == loc[:-1]}
        for close in get_close_matches(str(loc[-1]), beside, n=1):
            found[loc] = _keys(beside[close])
    return found
