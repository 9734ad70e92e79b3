"""The index as a classic script, which also loads from a disk: `Teichaku.index(letters, packed)`.

In UTF-8 a Japanese letter takes three bytes. The packed JSON has two for each: the letters that are used stand once, the
most frequent first, and in the JSON a letter is the character U+00A0 plus its place among them. A tenth is won, gzipped.
Where little is won, as in English, no letters stand first and the JSON is left as it is: unpacking takes its time too.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

FIRST, LAST = 0xA0, 0x7FF  # characters of two bytes
WORTH = 0.9  # of its bytes: what packing must come below
HEAD, BETWEEN, TAIL = 'Teichaku.index("', '", String.raw`', "`);\n"


def script(made: Mapping[str, Any]) -> str:
    """The script of an index. Raises ValueError where it has more letters than there are characters of two bytes."""
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    letters = "".join(
        letter for letter, _ in Counter(each for each in text if FIRST <= ord(each) <= 0xFFFF).most_common()
    )
    if FIRST + len(letters) > LAST:
        raise ValueError(f"{len(letters)} different letters: {LAST - FIRST} can be packed")
    to = {ord(letter): FIRST + place for place, letter in enumerate(letters)}
    packed = text.translate(to)
    if len(packed.encode()) > WORTH * len(text.encode()):
        letters, packed = "", text
    quoted = packed.replace("`", "\\u0060").replace("${", "\\u0024{")
    return f"{HEAD}{letters}{BETWEEN}{quoted}{TAIL}"


def read(script: str) -> dict[str, Any]:
    """The index of a script."""
    letters, packed = script.removeprefix(HEAD).removesuffix(TAIL).split(BETWEEN, 1)
    return dict(json.loads(packed.translate({FIRST + place: letter for place, letter in enumerate(letters)})))
