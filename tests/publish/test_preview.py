"""An editor sees one page in a moment, as it will look, and what is wrong with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from houses import copied
from lxml import html

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    return copied(tmp_path_factory.mktemp("house"))


def preview(house: Path, *words: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "publish.preview", *words]
    return subprocess.run(command, cwd=house, env=settings, capture_output=True, text=True, check=False)


def test_a_page_stands_there_with_its_box_its_menu_and_its_foot(house):
    done = preview(house, "scheme", "en")
    assert (done.returncode, done.stderr) == (0, "")
    page = html.parse(str(house / "build/preview/en/scheme.html"))
    assert page.findtext(".//h1") == "How the scheme works"
    assert page.xpath("//*[@class='opening']") and page.xpath("//nav//a[contains(., 'Money')]")
    for link in page.xpath("//link[@rel='stylesheet']/@href | //script/@src"):
        assert (house / "build/preview/en" / link).is_file(), link
    assert not (house / "build/preview/en/money.html").exists()


def test_what_is_wrong_with_it_is_said_with_its_line_and_the_rest_is_shown(house):
    path = house / "docs/ja/scheme.md"
    path.write_text(path.read_text("utf-8").replace('timeline("standard")', 'timeline("standart")'), "utf-8")
    done = preview(house, "scheme")
    assert done.returncode == 1
    assert 'Did you mean "standard"?' in done.stderr and "docs/ja/scheme.md:" in done.stderr
    assert (house / "build/preview/scheme.html").is_file()


@pytest.mark.parametrize(("words", "says"), [(["schem"], 'Did you mean "scheme"?'), ([], "One page in a moment")])
def test_a_page_that_is_not_there_is_said(house, words, says):
    done = preview(house, *words)
    assert (done.returncode, says in done.stderr, "Traceback" in done.stderr) == (1, True, False)
