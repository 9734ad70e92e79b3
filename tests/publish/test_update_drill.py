"""An administrator changes from one version to the next, and back: what the office added is kept, what changed is told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from houses import copied, printed
from lxml import html

from content.office import VARIABLE
from content.releases import version
from publish.overlay import STARTER
from worksheets.made import LIST, digest, strangers

NEXT = "99.1.0"
RELEASE = f"""\
- version: {NEXT}
  date: 2098-04-01
  summary: {{ja: 試しの版です。, en: A version to try.}}
  pages:
    - page: plan
      what: {{ja: 試しに一文を加えました, en: One sentence was added to try this}}
"""


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    found = re.sub(old, new, text, count=1, flags=re.MULTILINE)
    assert found != text
    path.write_text(found, "utf-8")


def next_version(house: Path) -> None:
    """A page, a sheet and the list of versions change, as with a release."""
    changed(house / "pyproject.toml", rf'^version = "{re.escape(version())}"', f'version = "{NEXT}"')
    changed(house / "content/data/releases.yml", r"^- version: ", f"{RELEASE}- version: ")
    changed(house / "worksheets/resource-map.yml", r"^date: .*", "date: 2098-04-01")
    changed(
        house / "worksheets/resource-map.yml",
        r"^changed: .*",
        "changed: {ja: 試しに変えました。, en: Changed to try it.}",
    )
    for lang, words in (("ja", "試しの一文です。"), ("en", "A sentence to try.")):
        changed(house / f"docs/{lang}/plan.md", r"^(\{\{ opening\(.*)$", rf"\1\n\n{words}")


def made(house: Path, office: Path, to: Path) -> Path:
    """The kit of a house with an office's additions, unpacked into `to`; its folder."""
    settings = {**os.environ, VARIABLE: str(office), "NO_MKDOCS_2_WARNING": "1"}
    ours = [sys.executable, "build_worksheets.py", "--out", str(to / "sheets")]
    for command in (ours, [sys.executable, "-m", "publish.site"], [sys.executable, "-m", "publish.kit"]):
        subprocess.run(command, cwd=house, env=settings, check=True, capture_output=True)
        if command is ours:
            printed(to / "sheets", house / "dist/pdf")
    kit = max((house / "dist").glob("*.zip"), key=lambda path: path.stat().st_mtime)
    with zipfile.ZipFile(kit) as archive:
        archive.extractall(to)
    return to / kit.stem


def all_of(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}


def told(site: Path, page: str, what: str = "//article") -> str:
    return str(html.fromstring((site / page).read_bytes()).xpath(f"string({what})"))


def shows_the_office(site: Path) -> None:
    assert "障害福祉課（市役所2階）" in told(site, "applying.html", "//aside[@class='office']")
    assert "Disability Welfare Division" in told(site, "en/applying.html", "//aside[@class='office']")
    assert "03-0000-0001" in told(site, "harassment.html")
    assert (site / "sheet-office-visit-memo.html").is_file()
    assert (site / "sheets/office-visit-memo.ja.docx").is_file()


@pytest.mark.matrix  # three kits
def test_from_one_version_to_the_next_and_back(tmp_path):
    office = Path(shutil.copytree(STARTER, tmp_path / "みほん office"))
    added = all_of(office)
    house = copied(tmp_path / "house")
    share = tmp_path / "共有 フォルダ"
    share.mkdir()

    old = made(house, office, tmp_path / "old kit")
    assert strangers(old) == []
    shutil.copytree(old / "site", share / "site")
    before = all_of(share / "site")
    shows_the_office(share / "site")

    next_version(house)
    new = made(house, office, tmp_path / "new kit")
    assert strangers(new) == []
    assert all_of(office) == added
    (share / "site").rename(share / "site-before")
    shutil.copytree(new / "site", share / "site")

    shows_the_office(share / "site")
    for lang, words in (("", "試しに一文を加えました"), ("en/", "One sentence was added to try this")):
        newest = told(share / "site", f"{lang}updates.html")
        assert NEXT in newest and words in newest
        assert words not in told(old / "site", f"{lang}updates.html")
    assert "Changed to try it." in told(share / "site", "en/updates.html")
    assert "試しの一文です。" in told(share / "site", "plan.html")
    assert set(before) - set(all_of(share / "site")) == set()

    (share / "site").rename(share / "site-after")
    (share / "site-before").rename(share / "site")
    assert all_of(share / "site") == before
    shows_the_office(share / "site")
    assert LIST not in before
