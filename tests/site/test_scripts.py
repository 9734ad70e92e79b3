"""What a page loads: the scripts and styles that it needs, once, and nothing of what is for editors."""

import re

import pytest

from conftest import FOLDER, SITE, parsed
from publish.hosting import PATH
from publish.scripts import joined
from publish.styles import OURS, PRINT
from theme.hooks.assets import FRAME

AIDS = {"device", "aids"}  # the row above every page's title
UP = {"ja": "", "en": "../"}  # to what both languages load


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("about", set()),
        ("independence", {"timeline"}),
        ("scheme", {"carry", "dates", "dates-read", "date-field", "timeline", "unfold"}),
        (
            "calculator",
            {
                *("carry", "dates", "dates-read", "date-field", "timeline"),
                *("calculator", "calculator-take", "calculator-form"),
            },
        ),
        (
            "explore",
            {
                *("carry", "work", "dates", "dates-read", "date-field"),
                *("sheet-form", "sheet-form-values", "sheet-form-means"),
                *("explorer", "explorer-list", "explorer-narrow", "my-sheet", "search-fold"),
            },
        ),
        (
            "emergency-cards",
            {
                *("carry", "work", "dates", "dates-read", "date-field", "emergency-cards"),
                *("sheet-form", "sheet-form-values", "sheet-form-means"),
            },
        ),
        ("disability-visual", {"accommodations"}),
        ("claim-check", {"carry", "inquiry"}),
    ],
)
def test_a_page_loads_only_the_scripts_it_needs_in_two_files(name, expected, lang):
    loaded = parsed(FOLDER[lang] / f"{name}.html").xpath(f"//script/@src[starts-with(., '{UP[lang]}js/')]")
    own = [joined(expected - AIDS)] if expected else []
    assert [src.removeprefix(f"{UP[lang]}js/").removesuffix(".js") for src in loaded] == [*FRAME, joined(AIDS), *own]


def test_a_page_asks_for_one_style_sheet_one_for_print_and_a_tool_for_its_own(built, lang):
    asked = parsed(FOLDER[lang] / f"{built}.html").xpath("//link[@rel='stylesheet']")
    first, *own, last = [(link.get("href"), link.get("media")) for link in asked]
    assert (first, last) == ((f"{UP[lang]}{OURS}", None), (f"{UP[lang]}{PRINT}", "print"))
    assert len(own) == (built in ("calculator", "emergency-cards", "explore") or built.startswith("fill-"))


def test_a_page_for_what_is_missing_loads_what_is_there(lang):
    page = parsed(FOLDER[lang] / "404.html")
    loaded = [str(link) for link in page.xpath("//link[@rel='stylesheet']/@href | //script/@src")]
    assert loaded
    assert [link for link in loaded if not (SITE / link.removeprefix(PATH)).is_file()] == []


def test_what_is_for_editors_is_not_served(lang):
    served = [path.name for path in FOLDER[lang].glob("js/*") if path.suffix != ".js"]
    served += [
        path.name for path in FOLDER[lang].glob("css/*") if not re.fullmatch(r"(site|print|page-\w{6})\.css", path.name)
    ]
    assert served + [path.name for path in FOLDER[lang].glob("*.json*")] == []


def test_what_both_languages_load_is_there_once():
    assert [path.name for path in FOLDER["en"].iterdir() if path.name in ("assets", "css", "img", "js")] == []


def test_nothing_of_the_themes_own_search_is_carried():
    assert [
        path.name for path in (SITE / "assets").rglob("*") if path.name in ("lunr", "workers") or path.suffix == ".map"
    ] == []
