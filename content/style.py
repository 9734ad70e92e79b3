"""The style list (style.yml) held against every page, every data text and every sheet: `python -m content.style`.

Words that the field doesn't write, spellings that differ from page to page: what a machine can see of STYLE.md.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, TypeAdapter

from content.base import LANGUAGES, Id, Lang, Line, Model
from content.console import utf8
from content.docs import written
from content.files import HOUSE, ContentError, File, read
from content.load import validated

LIST = HOUSE / "content/style.yml"
# Words that people bring or wrote themselves: they are looked for or quoted, not ours to say.
BROUGHT = ("words", "asked_as", "also", "passed")
# What others called their own: the titles of sources are what they are.
TITLED = {"sources": ("title", "author", "number")}
OTHERS = ("quotations", "search-words", "readings", "style")


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"“{text}” is not a regular expression: {error}") from None
    return text


class Rule(Model):
    """One thing not to write (a regular expression), what to write, and where it may stand all the same.

    `but` names pages (`sources`), files of content/data or worksheets, and keys of entries.
    """

    id: Id
    lang: Lang
    never: Annotated[str, Field(min_length=1), AfterValidator(_pattern)]
    say: Line
    but: tuple[Line, ...] = ()


def rules(path: Path = LIST) -> tuple[Rule, ...]:
    """The list. Raises ContentError with every slip of it."""
    return validated(read(path), TypeAdapter(tuple[Rule, ...]), {})


def slips(house: Path = HOUSE) -> Iterator[str]:
    """Every place that says what the list says is never written, with what to write."""
    listed: dict[Lang, list[Rule]] = {lang: [rule for rule in rules() if rule.lang == lang] for lang in LANGUAGES}
    for lang in LANGUAGES:
        for doc in (each for each in written(lang, house) if each.readable):  # else content.docs says so
            for number, line in enumerate(doc.lines, 1):
                for says in _found(line, listed[lang], {doc.name}):
                    yield doc.slip(number, says)
    for folder in ("content/data", "worksheets"):
        for path in sorted((house / folder).rglob("*.yml")):
            if path.stem not in OTHERS and (file := _read(path)):
                yield from _in_data(file, listed)


def _read(path: Path) -> File | None:
    """A file of data; nothing where it can't be read, which the door says."""
    try:
        return read(path)
    except ContentError:
        return None


def _in_data(file: File, listed: Mapping[Lang, list[Rule]]) -> Iterator[str]:
    theirs = {*BROUGHT, *TITLED.get(file.path.stem, ()), *TITLED.get(file.path.parent.name, ())}
    for keys, text in _texts(file.value, []):
        langs = [key for key in keys if key in LANGUAGES]
        if langs and not theirs.intersection(map(str, keys)):
            places = {file.path.stem, *(str(key) for key in keys), *_ids(file.value, keys)}
            for says in _found(text, listed[langs[-1]], places):
                yield file.slip(keys, says)


def _texts(value: Any, keys: list[str | int]) -> Iterator[tuple[list[str | int], str]]:
    """Every text of a value with its keys."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in entries:
        if isinstance(each, str):
            yield [*keys, key], each
        else:
            yield from _texts(each, [*keys, key])


def _ids(value: Any, keys: list[str | int]) -> Iterator[str]:
    """The ids of the entries that `keys` lead through."""
    for key in keys:
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            yield value["id"]
        value = value[key] if isinstance(value, dict | list) else None  # type: ignore[index]


def _found(text: str, listed: list[Rule], places: set[str]) -> Iterator[str]:
    for rule in listed:
        if not places.intersection(rule.but) and (found := re.search(rule.never, text)):
            around = text[max(found.start() - 8, 0) : found.end() + 8]
            yield f"“{found[0]}” (in “…{around}…”) is not written here; write: {rule.say} (content/style.yml: {rule.id})"


def main() -> int:
    """Exit codes: 0 all in order, 1 not."""
    utf8()
    found = list(slips())
    print("\n".join(found) or "the words keep to the style list", file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
