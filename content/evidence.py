"""What a statement rests on, held against its source: "official" is claimed only where the text can be looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from content.base import Cited, Rests
from content.models import Source

LOOKED_UP = ("law", "notice", "official-page")
BY_ARTICLE = ("law", "notice")
BINDING = ("duty", "best-efforts", "condition", "fixed")  # marks, and the certainty of a day

Keys = list[Any]
Slip = tuple[Keys, str]


def slips(value: Any, sources: Mapping[str, Source]) -> Iterator[Slip]:
    """Everything in a checked value that claims more than its source gives, with the keys that lead to it."""
    for keys, cited in _cited(value, []):
        for key, says in _claims_too_much(cited, sources[cited.source]):
            yield [*keys, key], says
    for keys, alone in _alone(value, []):
        yield [*keys, "second"], f'is missing: two sources say it, and only "{alone.source}" is named'


def _cited(value: Any, keys: Keys) -> Iterator[tuple[Keys, Cited]]:
    if isinstance(value, Cited):
        yield keys, value
    for key, each in _within(value):
        yield from _cited(each, [*keys, key])


def _alone(value: Any, keys: Keys) -> Iterator[tuple[Keys, Cited]]:
    """Whatever two sources say and one is named for, itself or beside it in the same list."""
    if isinstance(value, Cited) and value.how == "two-sources" and not value.second:
        yield keys, value
    beside = isinstance(value, tuple) and len({each.source for each in value if isinstance(each, Cited)}) > 1
    for key, each in _within(value):
        if not (beside and isinstance(each, Rests)):
            yield from _alone(each, [*keys, key])


def _within(value: Any) -> Iterator[tuple[Any, Any]]:
    """What a value is made of, each with the key that an editor writes."""
    if isinstance(value, BaseModel):
        for field, info in type(value).model_fields.items():
            yield info.alias or field, getattr(value, field)
    elif isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from enumerate(value)


def _claims_too_much(cited: Cited, source: Source) -> Iterator[tuple[str, str]]:
    if (source.kind == "ours") != (cited.how == "ours"):
        yield "how", 'the source "ours" and how: ours go together: nobody else said it'
    bound = [each for each in (*getattr(cited, "marks", ()), getattr(cited, "certainty", "")) if each in BINDING]
    if cited.how == "ours" and bound:
        yield "how", f"{' and '.join(bound)}: rests on an instrument, not on our own advice; name it, or say less"
    if cited.how != "official":
        return
    if source.kind not in LOOKED_UP:
        yield (
            "how",
            f'"{source.id}" is a {source.kind}: official are {", ".join(LOOKED_UP)}; say how it was read instead',
        )
    elif not source.url:
        yield "how", f'"{source.id}" has no address, so nobody can look it up: add its url, or say one-source'
    elif source.kind in BY_ARTICLE and not cited.article:
        yield "article", f'is missing: "{source.id}" is a {source.kind}, say where in it this stands'
