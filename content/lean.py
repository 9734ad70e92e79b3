"""Scripts as a browser needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

# What stands for itself (texts, patterns), then what a browser does not need: comments, and spaces at the ends of lines.
TOKEN = re.compile(
    r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`
    |(?<=[(,=:\[!&|?{};>\n])[ ]*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)
    |(?:\s*//[^\n]*|\s*/\*(?:(?!\*/).)*\*/)+\s*
    |[ \t]*\n\s*""",
    re.DOTALL | re.VERBOSE,
)


def lean(script: str) -> str:
    """A script of ours as a browser needs it: without comments and indentation."""

    def kept(token: re.Match[str]) -> str:
        if token[1]:
            return token[1]
        return "\n" if "\n" in token[0] else " "

    return TOKEN.sub(kept, script).lstrip("\n ")


def joined(parts: Iterable[Path]) -> str:
    """Scripts as one, lean."""
    return "".join(lean(part.read_text("utf-8")) for part in parts)
