"""The search engine in plain Node, over the built indexes: what words mean, how results are ranked, nothing run as HTML."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
import yaml
from judging import engine, searched

from conftest import FOLDER, ROOT, SITE
from content.load import load
from search.packed import read

pytestmark = pytest.mark.built

LANGS = ("ja", "en")
ENGINE = SITE / "js/search-engine.js"  # as shipped
RANKED = yaml.safe_load((ROOT / "tests/search/ranked.yml").read_text("utf-8"))


def index(lang: str) -> dict[str, Any]:
    """The built index of a language."""
    return read((FOLDER[lang] / "search/index.js").read_text("utf-8"))


def rows(lang: str) -> list[dict[str, str]]:
    """Its entries, each with its whole address."""
    columns = index(lang)["entries"]
    page, found = "", []
    for values in zip(*columns.values(), strict=True):
        row = dict(zip(columns, values, strict=True))
        page = page if row["at"].startswith("#") else row["at"].partition("#")[0]
        found.append({**row, "at": page + row["at"] if row["at"].startswith("#") else row["at"]})
    return found


def found(lang: str, queries: list[str], change: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """What each query finds in one language's index; `change` replaces parts of the index."""
    return searched({**index(lang), **change} if change else lang, queries)


def pages(answer: dict[str, Any]) -> list[str]:
    return [group[0]["location"].partition("#")[0] for group in answer["items"]]


@pytest.mark.parametrize(
    ("lang", "query", "page"),
    [
        ("ja", "コーチ", "job-coaches.html"),
        ("ja", "ﾅｶﾎﾟﾂ", "centers.html"),
        ("ja", "ナカポツ", "centers.html"),
        ("ja", "ひきつぎ", "handing-over.html"),
        ("ja", "しゅうろうていちゃくしえん", "what-it-is.html"),
        ("ja", "上司が変わってからうつ", "asking-accommodation.html"),
        ("ja", "会社辞めたくなった", "job-changes.html"),
        ("ja", "親が亡くなったあと", "resource-map.html"),
        ("ja", "つかれ", "disability-limb-or-trunk.html"),
        ("ja", "面談は電話でもいいの", "meetings.html"),
        ("ja", "仕事を辞めたい", "job-changes.html"),
        ("ja", "うつ", "disability-mental.html"),
        ("ja", "フォークリフトに乗せてもいいか", "driving.html"),  # a particle after katakana
        (
            "ja",
            "苗字かわった 受給者証",
            "life-changes.html",
        ),  # words that a phrase parts by a space, with others between
        ("ja", "受給者証 苗字", "life-changes.html"),  # and in another order
        ("ja", "在宅勤務にかえてほしいと言ったら断られた", "asking-accommodation.html"),
        ("ja", "tenkan", "disability-epilepsy.html"),
        ("ja", "job coach", "job-coaches.html"),
        ("en", "nakapotsu", "centers.html"),
        ("en", "epilpesy", "disability-epilepsy.html"),
        ("en", "got fired", "dismissal.html"),
        ("en", "てんかん", "disability-epilepsy.html"),
    ],
)
def test_what_people_type_finds_what_they_mean(lang, query, page):
    (answer,) = found(lang, [query])
    assert page in pages(answer)[:3]


@pytest.mark.parametrize("lang", LANGS)
def test_ranked_lists(lang):
    """The first three results in order, each with its reason in ranked.yml."""
    rows = [row for row in RANKED if row["lang"] == lang]
    assert len(rows) == 25
    answers = found(lang, [row["q"] for row in rows])
    expected = {row["q"]: [result["at"] for result in row["first"]] for row in rows}
    assert {
        row["q"]: [group[0]["location"] for group in answer["items"][:3]]
        for row, answer in zip(rows, answers, strict=True)
    } == expected


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_of_a_query_or_a_page_is_run_as_html(lang):
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"&'<b>"
    change = {
        "entries": {
            "at": ["x.html"],
            "title": [f"Title {hostile}"],
            "text": [f"coach {hostile} コーチ"],
            "kind": [""],
            "words": [""],
        },
        "groups": f"{hostile}|coach",
    }
    for answer in found(lang, ["coach", "コーチ", hostile, f"coach {hostile}"], change):
        for group in answer["items"]:
            for item in group:
                for text in (item["title"], item["text"]):
                    assert set(re.findall(r"<[^>]*>?", text)) <= {
                        "<mark>",
                        "</mark>",
                        "<p>",
                        "</p>",
                        '<small class="search-kind">',
                        "</small>",
                    }


def test_no_query_breaks_it():
    """Random letters of every kind, ends of words, and long nonsense."""
    dice = random.Random(7)
    letters = "支援のはーッｶﾞ゛ヶ月6 　\n<>&\"'\\$^*+?()[]{}|.aé’ＡØ👩‍💼𠮷\u0000\u200b一〇"
    queries = ["".join(dice.choices(letters, k=dice.randrange(1, 40))) for _ in range(500)] + [
        "支" * 3000,
        "a " * 2000,
    ]
    for lang in LANGS:
        for answer in found(lang, queries):
            assert isinstance(answer["items"], list)


@pytest.mark.parametrize("lang", LANGS)
def test_every_group_of_words_leads_somewhere(ask, lang):
    """A group that leads to no page and none of whose words stands in the guide finds nothing."""
    groups = load().search_words.groups
    words = [word for group in groups for word in group[lang]]
    folded = dict(zip(words, ask(["search-english", "search-fold"], [["fold", word] for word in words]), strict=True))
    assert [word for word in words if not folded[word]] == []  # nothing is left to look for
    loose = [group for group in groups if not group.at]
    asked = [["known", folded[word]] for group in loose for word in group[lang]]
    stands = iter(engine([ENGINE], FOLDER[lang] / "search/index.js", asked))
    assert [group[lang] for group in loose if not any([next(stands) for _ in group[lang]])] == []


@pytest.mark.parametrize("lang", LANGS)
def test_terms_sheets_accommodations_and_milestones_say_what_they_are(lang):
    kinds = {row["kind"] for row in rows(lang)}
    assert kinds == {"", "about", "answer", "elsewhere", "term", "sheet", "accommodation", "milestone"}
    words = load().ui.group("search", "kinds", lang)
    (answer,) = found(lang, ["てんかん" if lang == "ja" else "epilepsy"])
    titles = "".join(item["title"] for group in answer["items"] for item in group)
    labels = set(re.findall(r'<small class="search-kind">([^<]*)</small>', titles))
    assert {words["term"], words["accommodation"]} <= labels


@pytest.mark.parametrize(
    ("lang", "query", "shown"),
    [
        ("ja", "てんかん 治療 医師に聞く", "disability-epilepsy.html#accommodation-one-treatment-and-another"),
        ("ja", "肢体不自由 治療 医師に聞く", "disability-limb-or-trunk.html#accommodation-one-treatment-and-another"),
        (
            "en",
            "epilepsy one treatment and another",
            "disability-epilepsy.html#accommodation-one-treatment-and-another",
        ),
    ],
)
def test_an_accommodation_of_several_disabilities_is_shown_on_the_page_that_was_asked_for(lang, query, shown):
    (answer,) = found(lang, [query])
    assert shown in [item["location"] for group in answer["items"] for item in group]


@pytest.mark.parametrize(
    ("lang", "query", "near"),
    [
        ("ja", "リソーズマッブ", "リソースマップ"),
        ("en", "natrul soportz", "natural supports"),
        ("ja", "ぴょんぴょん丸", None),
        ("en", "qqqq", None),
    ],
)
def test_where_nothing_is_found_near_terms_are_offered(lang, query, near):
    (answer,) = found(lang, [query])
    assert answer["items"] == []
    assert near in answer["near"] if near else answer["near"] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_result_leads_to_something_that_is_there(lang):
    for row in rows(lang):
        pages, _, anchor = row["at"].partition("#")
        for page in pages.split():
            text = (FOLDER[lang] / page).read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in text, row["at"]


@pytest.mark.parametrize("query", ["العربية", "עברית", "𠮷野家", "𞤀𞤣𞤤𞤢𞤥"])
def test_words_of_any_script_are_found(query):
    entries = index("ja")["entries"]
    text = [f"{entries['text'][0]} العربية עברית 𠮷野家 𞤀𞤣𞤤𞤢𞤥", *entries["text"][1:]]
    (answer,) = found("ja", [query], {"entries": {**entries, "text": text}})
    assert pages(answer)[:1] == [entries["at"][0].partition("#")[0]]
