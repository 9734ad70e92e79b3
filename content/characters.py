"""Which characters a text may hold: whatever people read and write, nothing that hides, turns lines round or breaks a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

NAMED = {  # what is told by more than its name
    "\u00ad": "a soft hyphen, which shows only at some line ends",
    "\u200b": "an invisible space",
    "\u200e": "an invisible mark that turns the direction of writing",
    "\u200f": "an invisible mark that turns the direction of writing",
    "\u2060": "an invisible sign that joins words",
    "\ufeff": "an invisible byte order mark",
}
# Assigned, yet nothing to see: fillers and the like, and tags that hide text within text.
INVISIBLE = "\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0"
ALLOWED = "\n\t"
JOINER = "\u200d"  # between the parts of one emoji
SUSPECT = re.compile(
    r"[^\t\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u3000-\u3163\u3165-\ud7ff\uff01-\uff9f]"
)


def unwanted(text: str) -> Iterator[tuple[int, str]]:
    """Every character that must not stand in a text: its place, and what it is and how to find it, in words."""
    for found in SUSPECT.finditer(text):
        at = found.start()
        if what := _why(text, at):
            sides = text[:at].split("\n")[-1][-4:], text[at + 1 :].split("\n")[0][:4]
            around = [f"“{visible(side)}”" for side in sides if side]
            if len(around) == 2:
                yield at, f"{what}: delete what stands from {around[0]} to {around[1]} and type it anew"
            else:
                yield at, f"{what}: take it out" + "".join(f" beside {each}" for each in around)


def _why(text: str, at: int) -> str:
    letter = text[at]
    code, kind = ord(letter), unicodedata.category(letter)
    if kind == "Cn" or code & 0xFFFE == 0xFFFE:
        what = "no character at all"
    elif kind == "Cc" and letter not in ALLOWED:
        what = "a control character"
    elif kind == "Cs":
        what = "half a character"
    elif kind == "Co":
        what = "a character of private use, which other machines show otherwise"
    elif kind in ("Zl", "Zp"):
        what = "a line separator that most programs don't know"
    elif letter == JOINER:
        joins = at and text[at - 1 : at] > "\u2190" and text[at + 1 : at + 2] > "\u2190"
        what = "" if joins else "an invisible joiner"
    elif kind == "Cf" or letter in INVISIBLE:
        what = NAMED.get(letter) or f"invisible ({unicodedata.name(letter, 'without a name').lower()})"
    else:
        return ""
    return f"U+{code:04X} is {what}" if what else ""


def says_something(text: str) -> bool:
    """Is there a letter, a digit or one sign of its own (↑) in it, and no stand-in for words still to come?"""
    bare = re.sub(r"^[\W_]+|[\W_]+$", "", text)
    sign = len(text) == 1 and not text.isascii() and text != "…" and not _why(text, 0)
    return sign or (bool(bare) and bare.upper() not in {"TODO", "TBD", "FIXME", "XXX", "TBC"})


def visible(text: str, most: int = 60) -> str:
    """The text as a terminal may show it: shortened, and without anything that would act on it."""
    short = text if len(text) <= most else f"{text[: most - 1]}…"
    return "".join(
        f"\\u{ord(each):04x}" if _why(short, at) or each in "\n\t" else each for at, each in enumerate(short)
    )
