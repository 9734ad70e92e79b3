"""An office's own folder: refused in words where it is wrong, shown with the office's mark where it is right."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from conftest import ROOT
from content.office import VARIABLE
from publish.overlay import STARTER

pytestmark = pytest.mark.slow


def run(place: Path, *command: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, VARIABLE: str(place), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env=settings, capture_output=True, text=True, check=False
    )


@pytest.fixture
def place(tmp_path) -> Path:
    """A folder as the starter begins it."""
    return Path(shutil.copytree(STARTER, tmp_path / "みほん office"))


def test_the_starter_is_in_order(place):
    done = run(place, "publish.overlay")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 desks, 1 resources, 1 notes, 1 sheets" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("abuse-prevention-center", "abuse-prevention-centre", 'Did you mean "abuse-prevention-center"?'),
        ("page: applying", "page: aplying", 'Did you mean "applying"?'),
        ('phone: "03-0000-0001"', "phone: ask us", "a telephone number of digits and hyphens"),
        ("checked: 2026-11-28", "checked: 2026-11-31", "a day of the calendar is expected"),
        ("name: {ja: みほん就労支援センター,", "name: {", "name.ja: is missing"),
        ("# logo: logo.svg", "logo: logo.svg", 'there is no "logo.svg"'),
        ("notes:", "note:", "note"),
    ],
)
def test_a_slip_is_named_with_its_place(place, old, new, says):
    file = place / "office.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    done = run(place, "publish.overlay")
    assert done.returncode == 1
    assert says in done.stderr and "office.yml:" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_own_sheet_is_called_as_one(place):
    (place / "sheets/office-visit-memo.yml").rename(place / "sheets/support-plan-memo.yml")
    done = run(place, "publish.overlay")
    assert "let its name begin with office-" in done.stderr


def test_a_folder_that_is_not_there_is_said(tmp_path):
    done = run(tmp_path / "nowhere", "publish.overlay")
    assert (done.returncode, "correct the path" in done.stderr) == (1, True)


def test_pages_show_what_the_office_adds_with_its_name(place, tmp_path):
    (place / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    file = place / "office.yml"
    file.write_text(file.read_text("utf-8").replace("# logo: logo.svg        #", "logo: logo.svg #"), "utf-8")
    site = tmp_path / "site"
    done = run(place, "mkdocs", "build", "-q", "--strict", "-f", "mkdocs.yml", "-d", str(site))
    assert done.returncode == 0, done.stderr

    def page(name: str) -> html.HtmlElement:
        return html.fromstring((site / name).read_bytes())

    assert "障害福祉課（市役所2階）" in page("applying.html").xpath("string(//aside[@class='office'])")
    assert "みほんカフェ" in page("resource-map.html").xpath("string(//aside[@class='office'])")
    assert "03-0000-0000" in page("about.html").xpath("string(//footer[contains(@class, 'md-footer')])")
    assert page("about.html").xpath("//img[@src='img/office-logo.svg']")
    assert (site / "img/office-logo.svg").is_file()
    assert (site / "sheet-office-visit-memo.html").is_file()
    (desk,) = page("harassment.html").xpath("(//ul[@class='desks'][contains(., '03-0000-0001')])[1]")
    assert "［みほん就労支援センターが追加］" in desk.text_content()
    assert page("about.html").xpath("//aside[@class='office']") == []
