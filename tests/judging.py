"""How answers of the search are judged: sets of queries with the pages that answer them, ranks, shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import yaml

from asking import node
from conftest import FOLDER, ROOT, SITE

SETS = ROOT / "tests/search"
LISTS = {"terms.html"}  # where the entry itself must show: anything may stand on the page
SHOWN = 3  # sections of a page that show at once (theme/js/search-answer.js: OPEN)
Found = Sequence[Sequence[str]]  # locations, page by page, as they show


@dataclass(frozen=True)
class Query:
    """What somebody types, and every answer that would do: "page.html" or "page.html#section"."""

    q: str
    lang: str
    kind: str
    want: tuple[str, ...]


def queries(name: str) -> list[Query]:
    """One set, by the name of its file."""
    rows = yaml.safe_load((SETS / f"{name}.yml").read_text("utf-8"))
    return [Query(str(row["q"]), row["lang"], row["kind"], tuple(row["want"])) for row in rows]


def answers(query: Query, page: Sequence[str]) -> bool:
    """Does this page of the results answer?"""
    name = page[0].partition("#")[0]
    if name in LISTS and name not in query.want:
        return bool(set(query.want) & set(page[: 1 + SHOWN]))
    return any(want.partition("#")[0] == name for want in query.want)


def rank(query: Query, found: Found) -> int:
    """Place of the first page that answers, from 1; 0: none does."""
    return next((place for place, page in enumerate(found, 1) if answers(query, page)), 0)


def figures(pairs: Sequence[tuple[Query, Found]], pages: int) -> dict[str, float]:
    """Shares of hits at 1 and 3, mean reciprocal rank, and shares of empty and of noisy answers."""
    ranks = [rank(query, found) for query, found in pairs]
    return {
        "n": len(pairs),
        "hit@1": mean(place == 1 for place in ranks),
        "hit@3": mean(0 < place <= 3 for place in ranks),
        "MRR": mean(1 / place if 0 < place <= 10 else 0 for place in ranks),
        "none": mean(not found for _, found in pairs),
        "noise": mean(len(found) > pages / 2 for _, found in pairs),
    }


def engine(scripts: Sequence[Path], index: Path | Mapping[str, Any], calls: Sequence[Sequence[Any]]) -> list[Any]:
    """What functions of the engine answer in plain Node, over an index or a file of one."""
    found = node(scripts, index=str(index) if isinstance(index, Path) else index, engine=calls)
    return list(found)


def searched(index: str | Mapping[str, Any], queries: Sequence[str]) -> list[dict[str, Any]]:
    """What the engine as shipped answers: {items, near} a query. `index`: a language, or an index itself."""
    built = FOLDER[index] / "search/index.js" if isinstance(index, str) else index
    return engine([SITE / "js/search-engine.js"], built, [["search", query] for query in queries])


def shown(items: Sequence[Sequence[Mapping[str, Any]]]) -> list[list[str]]:
    """The locations as the theme shows them: of each page the page itself first."""
    return [sorted((item["location"] for item in page), key=lambda at: "#" in at) for page in items]
