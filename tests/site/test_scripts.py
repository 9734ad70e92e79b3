"""What a page loads: the scripts and styles that it needs, once, and nothing of what is for editors."""

import pytest

from conftest import FOLDER, parsed
from theme.hooks.assets import FRAME, SERVED


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("about", set()),
        ("independence", {"timeline"}),
        ("scheme", {"carry", "dates", "date-field", "timeline"}),
        (
            "calculator",
            {
                *("carry", "dates", "date-field", "timeline", "device", "fill", "take-along"),
                *("calculator", "calculator-days", "calculator-rows", "calculator-take"),
            },
        ),
        (
            "explore",
            {
                *("carry", "work", "dates", "date-field", "device", "fill"),
                *("sheet-form", "sheet-form-values", "sheet-form-means"),
                *("explorer", "explorer-list", "explorer-narrow", "my-sheet", "search-fold"),
            },
        ),
        (
            "emergency-cards",
            {
                *("carry", "work", "dates", "date-field", "device", "emergency-cards", "fill"),
                *("sheet-form", "sheet-form-values", "sheet-form-means"),
            },
        ),
        ("disability-visual", {"accommodations"}),
        ("claim-check", {"carry", "inquiry"}),
    ],
)
def test_a_page_loads_only_the_scripts_it_needs_and_each_once(name, expected, lang):
    loaded = parsed(FOLDER[lang] / f"{name}.html").xpath("//script/@src[starts-with(., 'js/')]")
    assert len(loaded) == len(set(loaded))
    assert {src.removeprefix("js/").removesuffix(".js") for src in loaded} == expected | set(FRAME)


def test_a_page_asks_for_one_style_sheet_of_ours(built, lang):
    asked = parsed(FOLDER[lang] / f"{built}.html").xpath("//link[@rel='stylesheet']/@href")
    assert [href for href in asked if not href.startswith("assets/")] == [SERVED]


def test_what_is_for_editors_is_not_served(lang):
    served = [path.name for path in FOLDER[lang].glob("js/*") if path.suffix != ".js"]
    served += [path.name for path in FOLDER[lang].glob("css/*") if path.name != "site.css"]
    assert served + [path.name for path in FOLDER[lang].glob("*.json*")] == []
