"""The engine's scripts (theme/js/search-*.js), joined into the files that a page asks for.

One request is sooner there than a dozen, and comments would be a quarter of what a slow line carries.
"""

from __future__ import annotations

from pathlib import Path

from content.lean import joined

SCRIPTS = Path(__file__).resolve().parent.parent / "theme/js"
FOLD = ("english", "fold")
# Each uses those before it.
PARTS = (
    *FOLD,
    "kana",
    "places",
    "groups",
    "words",
    "packed",
    "library",
    "guess",
    "phrases",
    "query",
    "rank",
    "draw",
    "answer",
    "help",
)


def path(part: str) -> Path:
    """Where a part stands."""
    return SCRIPTS / f"search-{part}.js"


def scripts() -> dict[str, str]:
    """What is served in place of the parts: the engine, and the folding of words alone, by name."""
    return {"search-engine": joined(map(path, PARTS)), "search-fold": joined(map(path, FOLD))}
