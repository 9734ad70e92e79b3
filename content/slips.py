"""What the checking library found, in an editor's words: what is wrong, and what is expected."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from content.base import HIRAGANA, KANJI, READING, nearest
from content.characters import visible

# What a value must look like, by the pattern that says so to a machine.
LIKE = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small letters and digits, with hyphens between words",
    r"^(\*|[a-z0-9]+)(-[a-z0-9]+)*$": "small letters and digits, with hyphens between words, or * at the beginning",
    r"^[a-z0-9]+([-_][a-z0-9]+)*$": "small letters and digits, with _ between words",
    r"^\S(.*\S)?$": "words on one line, without a space at either end",
    r"^https://[^\s/]+\.[^\s/]+(/\S*)?$": "an address that begins with https://",
    r"^https?://[^\s/]+\.[^\s/]+(/\S*)?$": "an address that begins with https:// or http://",
    r"^#?\d[\d-]*\d$": "a telephone number of digits and hyphens, such as 0120-279-338 or #9110",
    r"^[1-4]\.[1-5]\.[1-9]\d?$": "the number of a criterion such as 1.4.3",
    r"^\d+\.\d+\.\d+$": "a version such as 1.0.0",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "a year, a month or a day, such as 2026, 2026-04 or 2026-04-01",
    r"^[0-9a-f]{4,5}(-[0-9a-f]{4,5})?$": "a code point such as 30fc, or a range such as 2010-2015",
    "^[0-9xcm]$": "a digit, x for ten, c for a hundred or m for a thousand",
    KANJI: "a word with kanji",
    f"^{HIRAGANA}+$": "hiragana",
    READING: "hiragana (・ between two words, （） round what stands in brackets)",
}
KINDS = {
    "string_type": "words are expected",
    "tuple_type": "a list is expected",
    "dict_type": "keys with values are expected",
    "model_type": "keys with values are expected",
    "model_attributes_type": "keys with values are expected",
    "int_parsing": "a whole number is expected, such as 3",
    "int_type": "a whole number is expected, such as 3",
    "bool_parsing": "true or false is expected",
    "bool_type": "true or false is expected",
}


def says(slip: ErrorDetails) -> str:
    """One finding in words, without its place."""
    kind, given = slip["type"], slip.get("ctx", {})
    found = _found(slip["input"])
    if kind == "tuple_type" and isinstance(slip["input"], str) and slip["input"]:
        return f"{found}: a list is expected: put square brackets round it, as in [{visible(slip['input'])}]"
    if kind in KINDS:
        return f"{found}: {KINDS[kind]}"
    if kind.startswith("date"):
        return f"{found}: a day of the calendar is expected, such as 2026-04-01"
    match kind:
        case "extra_forbidden":
            return "is not a key we know here: correct or remove it"
        case "value_error":
            return slip["msg"].removeprefix("Value error, ")
        case "literal_error" | "union_tag_invalid":
            wanted = str(given.get("expected") or given["expected_tags"]).replace(" or ", ", ").replace("'", "")
            return nearest(str(given.get("tag", slip["input"])), wanted.split(", "), "such word")
        case "union_tag_not_found":
            return f"has no {str(given['discriminator']).strip(chr(39))}: add it"
        case "string_pattern_mismatch":
            return f"{found}: {LIKE[given['pattern']]} expected"
        case "string_too_short" | "too_short":
            return "is empty: fill it in, or leave the key out"
        case "string_too_long" | "too_long":
            return f"is too long: {given['max_length']} at most"
        case "greater_than_equal" | "less_than_equal":
            bound = "at least " + str(given["ge"]) if "ge" in given else "at most " + str(given["le"])
            return f"{found}: {bound} expected"
    return f"{found}: is not what is expected here"


def _found(value: Any) -> str:
    match value:
        case "" | None:
            return "is empty"
        case str():
            return f"“{visible(value)}”"
        case dict():
            return "is a map (keys with values)"
        case list() | tuple():
            return "is a list"
    return f"“{visible(str(value))}”"
