"""The browser's scripts and styles: small, named after what they are for, without words, loaded only where needed."""

import gzip
import json
import re

import pytest

from conftest import ROOT, features, served, weight
from search.engine import PARTS, path
from theme.hooks.assets import FRAME, SHARED, grouped, parts
from theme.hooks.assets import WISHED as TOGETHER

SCRIPTS = sorted((ROOT / "theme/js").glob("*.js"))
ENGINE = {path(part).stem for part in PARTS}  # fetched with the index, when somebody searches
MACROS = {path.name.partition(".")[0].replace("_", "-") for path in (ROOT / "macros").iterdir() if path.is_file()}
# Scripts of several features, or of every page.
COMMON = {
    "device",
    "fill",
    "take-along",
    "carry",
    "unfold",
    "work",
    *(part for group in FRAME.values() for part in group),
}
# Fetched by another script when the reader wishes what they do.
WISHED = {
    *("aids-aloud", "aids-furigana", "calculator-along", "fill", "take-along"),
    *("sheet-form-package", "sheet-form-read"),
    *(part for group in TOGETHER.values() for part in group),
}
FRAMED = 6_800  # bytes of what every page carries, gzipped
# Styles of what is no macro: words on the front page, the search.
PLACES = {"front", "search"}
# Classes that aren't named after the macro they stand in.
OTHERWISE = {
    "collect": "accommodations",
    "desk": "desks",
    "collected": "accommodations",
    "door": "front",
    "doors": "front",
    "emergency": "emergency-cards",
    "entry": "explorer",
    "finding": "inquiry",
    "journey": "front",
    "radar": "sheet-form",
    "term": "terms",
}
LINES, COLUMNS = 300, 120
HEAVIEST = 4_000  # bytes of one script, gzipped
LIMITS = {  # bytes of all scripts that a markup calls for, gzipped
    "data-aids=": 3_700,
    "data-scripted inert": 2_000,
    "data-work": 1_500,
    "data-date-field=": 7_200,
    "data-timeline=": 4_000,
    "data-calculator": 8_500,
    "data-inquiry=": 3_000,
    "data-reckoner=": 12_500,
    "data-sheet-form=": 7_500,
    "data-sheet-open=": 18_700,
    "data-sheet-then=": 3_000,
    "data-explorer": 14_000,
    "data-emergency=": 4_000,
    "data-collected=": 2_000,
    "data-answers": 2_000,
    "data-rules-due=": 2_000,
    "data-unfold": 2_000,
}


def feature_of(name: str) -> str | None:
    """The feature that a name belongs to: the longest that it begins with."""
    features = {**OTHERWISE, **{macro: macro for macro in MACROS | PLACES}}
    begun = [each for each in features if name == each or name.startswith(f"{each}-")]
    return features[max(begun, key=len)] if begun else None


def selectors(css: str) -> list[str]:
    """Every selector of a style sheet."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    lists = re.findall(r"([^{};]+)\{", bare)
    return [part.strip() for each in lists if "@" not in each for part in re.split(r",(?![^(]*\))", each)]


def classes(selector: str) -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)", selector))


def test_every_feature_has_its_scripts_and_every_script_its_place():
    framed = {part for group in FRAME.values() for part in group}
    called = {name for scripts in features().values() for name in scripts} | framed | ENGINE | WISHED
    assert called == {path.stem for path in SCRIPTS}


def test_what_every_page_carries_stays_small():
    assert sum(len(gzip.compress(content.encode(), 9)) for content in grouped().values()) <= FRAMED


YOUNG = r"\?\.(?!\d)|\?\?|(?:\|\||&&)="  # syntax that came after 2019


def test_the_frame_is_read_by_browsers_that_cannot_read_the_rest():
    """So that it can say so (guard.js)."""
    for name, content in grouped().items():
        assert re.findall(YOUNG, content) == [], name


# What came after the browsers that README names (Chrome 102, Firefox 115, Safari 15.5). The compiler refuses what is younger
# than ES2021 (tsconfig.json); this is what it doesn't know the age of. After "?." it may be missing.
NEWER = (
    r"\(\?<[=!]",  # looking behind
    r"/[dgimsuy]*v[dgimsuy]*[;,.)\s]*$",
    r"(?<!\?)\.(?:checkVisibility|showPopover|hidePopover|togglePopover|startViewTransition|requestClose|setHTML|yield)\b(?!\?\.)",
    r"\b(?:CSS\.highlights|URL\.canParse|AbortSignal\.(?:any|timeout)|Intl\.(?:Segmenter|DurationFormat)|navigation\.)",
    r"\.(?:findLast|findLastIndex|at|toSorted|toReversed|toSpliced|hasOwn|groupBy|fromAsync|isWellFormed)\(",
    r"querySelector(?:All)?\([^)]*:has\(",
    r"\bonscrollend\b|[\"']scrollend[\"']",
)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_asks_for_nothing_newer_than_the_browsers_that_readme_names(script):
    text = script.read_text("utf-8")
    assert [found for pattern in NEWER for found in re.findall(pattern, text, re.MULTILINE)] == []


@pytest.mark.parametrize(
    "young", ["/(?<!a)b/", "all.findLast(x)", "all.at(-1)", "x.showPopover()", 'querySelector("a:has(b)")', "/a/v;"]
)
def test_what_is_newer_is_seen(young):
    assert any(re.search(pattern, young, re.MULTILINE) for pattern in NEWER)


def test_the_compiler_knows_no_newer_language_than_readme_says():
    config = json.loads((ROOT / "theme/js/tsconfig.json").read_text("utf-8"))["compilerOptions"]
    year = re.search(r"ES(\d{4})", (ROOT / "README.md").read_text("utf-8"))
    assert year and {config["target"], config["lib"][0]} == {f"es{year[1]}"}


def test_what_a_feature_loads_stays_small():
    assert LIMITS.keys() == features().keys(), "tests/house/test_scripts.py: give each markup its limit in LIMITS"
    assert {holds: weight(*served(scripts)) <= LIMITS[holds] for holds, scripts in features().items()} == dict.fromkeys(
        LIMITS, True
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_stays_light(script):
    assert weight(script) <= HEAVIEST


@pytest.mark.parametrize("file", [*SCRIPTS, *parts()], ids=lambda path: path.name)
def test_a_script_or_style_sheet_is_read_at_one_sitting(file):
    """The length of functions is the linter's to watch (theme/biome.jsonc)."""
    lines = file.read_text("utf-8").splitlines()
    assert len(lines) <= LINES
    assert [number for number, line in enumerate(lines, 1) if len(line) > COLUMNS] == []


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


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_types_are_never_waved_through(script):
    assert not re.search(r"@ts-(ignore|nocheck|expect-error)|\{any\}|\bany\b[\[}>]", script.read_text("utf-8"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_is_named_after_the_macro_it_serves(script):
    assert script.stem in COMMON or feature_of(script.stem), f"{script.name}: no macro begins its name"


@pytest.mark.parametrize("sheet", parts(), ids=lambda path: path.stem)
def test_a_style_sheet_is_named_after_the_macro_it_dresses(sheet):
    assert sheet.stem in SHARED or sheet.stem in PLACES or sheet.stem in MACROS


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in parts() if sheet.stem not in SHARED], ids=lambda sheet: sheet.stem
)
def test_a_features_classes_stand_in_its_own_style_sheet(sheet):
    """So that its name lists the feature. What several features share stands in the shared style sheets."""
    for selector in selectors(sheet.read_text("utf-8")):
        owners = {feature_of(name) for name in classes(selector)} - {None}
        assert not owners or sheet.stem in owners, f"{sheet.name}: {selector}"


def test_every_class_that_is_dressed_is_worn():
    worn = "\n".join(
        path.read_text("utf-8")
        for pattern in ("macros/*.j2", "macros/*.py", "docs/ja/*.md", "theme/**/*.html", "theme/js/*.js", "search/*.py")
        for path in sorted(ROOT.glob(pattern))
    )
    dressed = {name for path in parts() for each in selectors(path.read_text("utf-8")) for name in classes(each)}
    built = tuple(re.findall(r"([a-z][\w-]*-)\{\{", worn))  # sheet-form-{{ box.kind }}
    bare = {name for name in dressed if not name.startswith(("md-", *built))}
    assert {name for name in bare if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", worn)} == set()


@pytest.mark.parametrize("sheet", parts(), ids=lambda sheet: sheet.stem)
def test_colours_are_named_once_by_their_role(sheet):
    bare = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    literal = re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:black|white)\b", bare)
    assert sheet.stem == "roles" or literal == []
