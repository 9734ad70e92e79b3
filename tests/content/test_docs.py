"""Slips in pages, as whoever wrote them reads them."""

import re
import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from content.base import LANGUAGES
from content.docs import Doc, slips, unbuildable
from content.load import find, load
from macros import BLOCKS, INLINE

pytestmark = pytest.mark.slow

GUIDE = load()
PAGES = [page.id for page in GUIDE.pages]
NAMES = [[macro.__name__ for macro in macros] for macros in (BLOCKS, (*BLOCKS, *INLINE))]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    for config in ROOT.glob("mkdocs*.yml"):
        shutil.copy(config, tmp_path)
    return tmp_path


def change(house: Path, name: str, old: str, new: str) -> None:
    path = house / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def said(house: Path) -> str:
    return "\n".join([*unbuildable(NAMES[1], PAGES, house), *slips(PAGES, NAMES[0], house)])


def test_the_guides_own_pages_have_no_slip(house):
    assert said(house) == ""


def test_a_page_in_one_language_only(house):
    (house / "docs/en/quality.md").unlink()
    found = said(house)
    assert "docs/ja/quality.md:1: has no twin: write docs/en/quality.md too" in found
    assert [found] == list(unbuildable(NAMES[1], PAGES, house)), "said alone: what leads to the page would only follow"


def test_a_page_that_no_menu_lists(house):
    change(house, "mkdocs.en.yml", "      - plan.md\n", "")
    assert said(house).endswith(": nav: has no line for plan.md: add it where a reader would look for it")


def test_menus_in_another_order(house):
    text = (house / "mkdocs.en.yml").read_text("utf-8")
    one, other = re.search(r"^      - ([a-z-]+)\.md\n      - ([a-z-]+)\.md\n", text, re.MULTILINE).groups()
    pair = "      - {}.md\n      - {}.md\n"
    change(house, "mkdocs.en.yml", pair.format(one, other), pair.format(other, one))
    assert f"{other}.md stands where mkdocs.yml has {one}.md" in said(house)


def test_a_menu_that_names_a_page_wrongly(house):
    change(house, "mkdocs.yml", "      - plan.md\n", "      - plann.md\n")
    assert 'Did you mean "plan"?' in said(house)


def test_a_page_without_an_entry_in_pages_yml(house):
    for lang in ("ja", "en"):
        (house / f"docs/{lang}/new.md").write_text("---\ntitle: x\ndescription: y\n---\n# x {#new}\n", "utf-8")
    assert 'docs/ja/new.md:1: content/data/pages.yml has no entry "new"' in said(house)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("description: ", "beschreibung: ", "docs/en/plan.md:1: add “description: …”, each on a line of its own"),
        ("{#plan}", "{#plans}", "the first heading must be “# … {#plan}”"),
        (" {#who-and-when}", "", "has no id: end it as the same heading of the other language"),
        ("{#who-and-when}", "{#who}", "here stands “## {#who-and-when}”, but in docs/en/plan.md:"),
        ("## Read next {#next}", "## More {#more}\n\n## Read next {#next}", "“## {#next}”, but in docs/en/plan.md:"),
        (
            '{{ timeline("plan-and-report") }}',
            "",
            'docs/en/plan.md does not call timeline("plan-and-report"), which stands here',
        ),
        ('{{ timeline("', '- {{ timeline("', "timeline(…) makes a whole block: put it alone on its line"),
        (
            '{{ timeline("',
            '{{ timelin("',
            '{{ timelin … }} asks for what the guide does not have: there is no macro "timelin". Did you mean "timeline"?',
        ),
        ("/report.md", "/meetings.md", "docs/ja/plan.md has no link to /meetings.md, which stands here"),
        ("\n## ", "\nTODO: more\n\n## ", "“TODO” is left undone"),
        ("\n## ", "\n<script>alert(1)</script>\n\n## ", "“<script” is a program's or a style's"),
        ("\n## ", '\n<p onclick="x()">x</p>\n\n## ', '“onclick="” is a program'),
        ("\n## ", "\n<b style='color:red'>x</b>\n\n## ", "“style='” is a program's or a style's"),
        ("\n## ", "\n[x](javascript:alert(1))\n\n## ", "“javascript:” is a program's or a style's"),
        ("\n## ", "\nx\u202ey\n\n## ", "U+202E is invisible (right-to-left override)"),
        ("\n## ", "\n<<<<<<< HEAD\n\n## ", "“<<<<<<<” is what git leaves where two people changed a line"),
    ],
    ids=[
        *("front matter", "first heading", "no id", "another id", "one heading more"),
        *("macro", "block", "name", "link", "undone", "script", "handler", "style", "address", "bidi", "merge"),
    ],
)
def test_a_slip_in_a_page_says_where_it_stands_and_what_to_do(house, old, new, says):
    change(house, "docs/en/plan.md", old, new)
    assert says in said(house)


def test_a_misspelt_link_is_said_by_the_build_alone_and_not_as_one_that_the_other_language_lacks(house):
    change(house, "docs/en/plan.md", "/report.md", "/reprot.md")
    assert said(house) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('{{ timeline("plan-and-report") }}', '{{ timeline("plan-and-reprot") }}'),
        ("/compliance.md#answer-plan-missing-or-review-late", "/compliance.md#answer-plan-missing-or-review-latez"),
    ],
)
def test_what_looks_like_the_other_languages_is_said_once_with_both(house, old, new):
    """Before, the page that was right was said to lack it too."""
    change(house, "docs/en/plan.md", old, new)
    (found,) = said(house).split("\n")
    assert found.startswith("docs/en/plan.md:")
    assert "correct the wrong one" in found


def test_a_page_that_is_not_utf_8(house):
    (house / "docs/en/plan.md").write_bytes("# 計画".encode("cp932"))
    assert "docs/en/plan.md:1: is not UTF-8" in said(house)


def test_a_page_as_some_editors_save_it_is_the_same_page(house):
    path = house / "docs/en/plan.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert said(house) == ""


def test_an_empty_page(house):
    (house / "docs/en/plan.md").write_text("", "utf-8")
    assert "docs/en/plan.md:1: the first heading must be “# … {#plan}”" in said(house)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_viewpoints_of_natural_supports_have_one_name_in_table_and_check_sheet(lang):
    words = (ROOT / f"docs/{lang}/natural-supports.md").read_text("utf-8")
    for group in find(GUIDE.checklists, "natural-supports", "checklist").groups:
        assert group.name[lang] in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_steps_of_the_handover_stand_in_the_order_of_its_figure(lang):
    under = [id for id, _ in Doc(ROOT / f"docs/{lang}/handing-over.md", lang).headings() if id.startswith("### ")]
    stages = find(GUIDE.timelines, "handover", "timeline").stages
    assert under == [f"### {{#{stage.id}}}" for stage in stages[: len(under)]] and under
