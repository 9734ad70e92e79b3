"""The engine's scripts (theme/js/search-*.js), joined into the files that a page asks for.

One request is sooner there than a dozen, and comments would be a quarter of what a slow line carries.
"""

from __future__ import annotations

import re
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent.parent / "theme/js"
FOLD = ("english", "fold")
# Each uses those before it.
PARTS = (
    *FOLD,
    "kana",
    "places",
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
# What stands for itself (texts, patterns), then what a browser does not need: comments, and spaces at the ends of lines.
TOKEN = re.compile(
    r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`
    |(?<=[(,=:\[!&|?{};>\n])[ ]*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)
    |(?:\s*//[^\n]*|\s*/\*(?:(?!\*/).)*\*/)+\s*
    |[ \t]*\n\s*""",
    re.DOTALL | re.VERBOSE,
)


def path(part: str) -> Path:
    """Where a part stands."""
    return SCRIPTS / f"search-{part}.js"


def lean(script: str) -> str:
    """A script of ours as a browser needs it: without comments and indentation."""

    def kept(token: re.Match[str]) -> str:
        if token[1]:
            return token[1]
        return "\n" if "\n" in token[0] else " "

    return TOKEN.sub(kept, script).lstrip("\n ")


def joined(parts: tuple[str, ...]) -> str:
    """Parts as one script, lean."""
    return "".join(lean(path(part).read_text("utf-8")) for part in parts)


def scripts() -> dict[str, str]:
    """What is served in place of the parts: the engine, and the folding of words alone, by name."""
    return {"search-engine": joined(PARTS), "search-fold": joined(FOLD)}
