"""The browser's scripts: small, without words, loaded only where they are needed."""

import gzip
import re

import pytest

from conftest import FOLDER, ROOT, parsed

SCRIPTS = sorted((ROOT / "theme/js").glob("*.js"))
LIMITS = {  # bytes, gzipped
    ("timeline",): 3_000,
    ("dates", "date-field", "device", "fill", "take-along", "calculator"): 20_000,
    ("explore", "my-sheet", "collect"): 20_000,
}


@pytest.mark.parametrize(("names", "limit"), LIMITS.items(), ids=str)
def test_a_feature_stays_small(names, limit):
    assert sum(len(gzip.compress((ROOT / f"theme/js/{name}.js").read_bytes(), 9)) for name in names) <= limit


GRAMMAR = {"search-fold", "search-kana"}  # spelling and grammar, as letters: they are looked for and never shown


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_holds_no_words_for_readers(script):
    text = script.read_text("utf-8")
    if script.stem in GRAMMAR:
        assert "document" not in text
        assert "\\u30" not in text  # nobody reads grammar in numbers
    else:
        assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_is_classic_and_asks_nothing_of_anybody(script):
    text = script.read_text("utf-8")
    assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE)
    for word in ("fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "eval(", "innerHTML"):
        assert word not in text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("about", set()),
        ("independence", {"timeline"}),
        ("scheme", {"dates", "date-field", "timeline"}),
        ("calculator", {"dates", "date-field", "timeline", "device", "fill", "take-along", "calculator"}),
        ("explore", {"dates", "date-field", "device", "explore", "fill", "my-sheet", "search-fold", "sheet-form"}),
        ("emergency-cards", {"dates", "date-field", "device", "emergency-cards", "fill", "sheet-form"}),
        ("disability-visual", {"collect"}),
        ("claim-check", {"inquiry"}),
    ],
)
def test_a_page_loads_only_the_scripts_it_needs(name, expected, lang):
    loaded = {
        src.removeprefix("js/").removesuffix(".js")
        for src in parsed(FOLDER[lang] / f"{name}.html").xpath("//script/@src[starts-with(., 'js/')]")
    }
    assert loaded - {"search", "keyboard"} == expected
