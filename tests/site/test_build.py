"""`make site` swaps a whole site in, or leaves the last good one alone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, SITE
from content.load import load
from worksheets.catalogue import catalogue, file_name, languages

ROOMS = ("content", "docs", "macros", "publish", "search", "theme", "worksheets")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the house with a last good site in it."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room)
    for file in ("Makefile", "requirements.lock", "build_worksheets.py", "mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy2(ROOT / file, tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site")
    return tmp_path


def make_site(checkout: Path) -> subprocess.CompletedProcess[str]:
    # -o: the environment is the real one, whatever its age beside the copied lock
    return subprocess.run(["make", "-o", ".venv/ok", "site"], cwd=checkout, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "content/data/network.yml",
            "centre: {ja: 本人, en: The person}",
            "centre: {ja: 本人}",
            "network.yml:5: centre.en: is missing",
        ),
        ("worksheets/resource-map.yml", "kind: date, ", "kind: dato, ", "resource-map.yml:"),
        ("docs/en/scheme.md", "/duties.md)", "/dutys.md)", "dutys.md"),
        ("docs/ja/scheme.md", 'timeline("standard")', 'timeline("standart")', 'Did you mean "standard"'),
        ("docs/en/scheme.md", "/applying.md)", "/applying.md#nowhere)", "nowhere"),
    ],
    ids=["text missing", "wrong sheet", "dead link", "unknown id", "dead anchor"],
)
def test_a_slip_stops_the_build_and_leaves_the_last_good_site(checkout, file, old, new, says):
    path = checkout / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    done = make_site(checkout)
    assert done.returncode != 0
    assert says in done.stdout + done.stderr
    assert (checkout / "site/index.html").read_text() == "the last good site"


def test_one_build_holds_both_languages_and_all_sheets():
    assert (SITE / "index.html").exists()
    assert (SITE / "en/index.html").exists()
    expected = {file_name(sheet, langs) for sheet in catalogue(load()).values() for langs in languages(sheet)}
    assert {path.name for path in (SITE / "sheets").glob("*.docx")} == expected
    assert not list(SITE.rglob("*.map"))
