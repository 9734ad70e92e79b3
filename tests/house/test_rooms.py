"""The rooms: who may import whom, and one name for one feature."""

import ast
import re
from pathlib import Path

import pytest

from conftest import ROOT

OURS = {"content", "macros", "worksheets", "search", "ruby", "theme", "publish"}
MAY = {
    "content": {"content"},
    "macros": {
        "content",
        "macros",
        "worksheets.blocks",
        "worksheets.boxes",
        "worksheets.catalogue",
        "worksheets.models",
        "worksheets.office.forms",
        "worksheets.office.next",
        "worksheets.office.said",
        "worksheets.printed",
        "worksheets.radar",
    },
    "worksheets": {"content", "worksheets"},
    "search": {"content", "search"},
    "ruby": {"content", "ruby", "search.readings"},
    "publish": {"content", "publish", "ruby", "worksheets"},
    "theme": {
        "content.base",
        "content.files",
        "content.lean",
        "content.load",
        "content.office",
        "ruby",
        "macros.explorer",
        "search.engine",
        "search.index",
        "search.packed",
        "worksheets.catalogue",
        "worksheets.models",
    },
}
ONLY_IN = {
    "docx": ("worksheets/writer",),
    "jinja2": ("macros",),
    "mkdocs": ("macros/__init__.py", "theme/hooks/", "publish/pages.py"),
}
TEXTS = {".py", ".j2", ".html", ".js", ".ts", ".css", ".md", ".yml", ".sh", ".mjs"}
FILES = [path.relative_to(ROOT) for room in sorted(OURS) for path in sorted((ROOT / room).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_room_imports_only_what_it_may(path):
    for name in imported(path):
        if name.partition(".")[0] in OURS:
            assert any(name == may or name.startswith(f"{may}.") for may in MAY[path.parts[0]]), (
                f"{path} imports {name}"
            )


@pytest.mark.parametrize("path", FILES, ids=str)
def test_word_and_the_sites_generator_stay_in_their_rooms(path):
    for name in imported(path):
        if (where := ONLY_IN.get(name.partition(".")[0])) is not None:
            assert str(path).startswith(where), f"{path} imports {name}"


def test_the_command_line_never_reaches_into_the_pages():
    assert not any(name.startswith(("macros", "theme")) for name in imported(Path("build_worksheets.py")))


@pytest.mark.parametrize("template", sorted((ROOT / "macros").glob("*.html.j2")), ids=lambda path: path.name)
def test_a_template_stands_beside_its_macro(template):
    assert (template.parent / f"{template.name.removesuffix('.html.j2')}.py").exists()


def test_no_macro_is_named_like_a_key_of_the_front_matter():
    from macros import BLOCKS, INLINE

    assert not {macro.__name__ for macro in (*BLOCKS, *INLINE)} & {"title", "description", "hide"}


def test_nothing_is_left_of_a_merge_in_any_file():
    rooms = (*OURS, "docs", "tests")
    texts = [path for room in rooms for path in (ROOT / room).rglob("*") if path.suffix in TEXTS]
    assert len(texts) > 500
    assert [path for path in texts if re.search(r"^(<{7}|>{7}) ", path.read_text("utf-8"), re.MULTILINE)] == []
