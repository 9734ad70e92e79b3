"""The patterns of spelling and of Japanese grammar: each finds the one phrase in its comment and not the other."""

import re

from search.engine import path

SCRIPTS = ["search-english", "search-fold", "search-kana"]
NAMED = re.compile(r"^    (\w+): (?:new RegExp\(|/)", re.MULTILINE)
PAIRED = re.compile(r"^    // [^\n]*「([^」]+)」, not 「([^」]+)」\n    (\w+): (?:new RegExp\(|/)", re.MULTILINE)
SOURCES = {"spelling": path("fold").read_text("utf-8"), "grammar": path("kana").read_text("utf-8")}
PATTERNS = {f"{room}.{name}": (yes, no) for room, text in SOURCES.items() for yes, no, name in PAIRED.findall(text)}


def test_every_pattern_has_its_two_phrases():
    named = [f"{room}.{name}" for room, source in SOURCES.items() for name in NAMED.findall(source)]
    assert len(named) > 15
    assert list(PATTERNS) == named


def test_a_pattern_finds_what_its_comment_says_and_no_more(ask):
    calls = [[f"search.{name}.exec", phrase] for name, phrases in PATTERNS.items() for phrase in phrases]
    found = [bool(match and match[0]) for match in ask(SCRIPTS, calls)]  # an ending may be none
    assert dict(zip(PATTERNS, zip(found[::2], found[1::2], strict=True), strict=True)) == dict.fromkeys(
        PATTERNS, (True, False)
    )
