"""A build swaps a whole site in, or leaves the last good one as it was; a person's files are never in danger."""

import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest
from houses import copied

from conftest import ROOT
from content.files import ContentError
from publish import site
from worksheets.made import LIST, strangers


@pytest.fixture
def small(tmp_path, monkeypatch):
    """The builder in a house of its own, with a site of two files that is made in no time."""
    monkeypatch.setattr(site, "HOUSE", tmp_path)
    monkeypatch.setattr(site, "SITE", tmp_path / "site")
    monkeypatch.setattr(site, "BUILD", tmp_path / "build")
    monkeypatch.setattr(site, "make", lambda folder: made(folder, "new"))
    return tmp_path / "site"


def made(folder: Path, words: str) -> int:
    (folder / "sheets").mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(f"/teichaku-guide/ {words}", "utf-8")
    (folder / "sheets/consent.ja.js").write_text(words, "utf-8")
    return 1


def test_a_first_build_and_a_second_one_end_in_a_whole_site_with_its_list(small):
    for _ in range(2):
        assert "Made 1 pages" in site.build()
        assert strangers(small) == []
        assert sorted(path.name for path in small.iterdir()) == [LIST, "index.html", "sheets"]


@pytest.mark.parametrize(
    ("name", "words"), [("my-notes.txt", "mine"), ("sheets/consent.ja.js", "filled in"), ("en/plan.html", "mine")]
)
def test_a_file_of_a_persons_stops_the_build_by_name_and_stays(small, name, words):
    site.build()
    (small / name).parent.mkdir(exist_ok=True)
    (small / name).write_text(words, "utf-8")
    with pytest.raises(ContentError, match=f"added or changed by somebody.*\n.*{Path(name).name}"):
        site.build()
    assert (small / name).read_text("utf-8") == words


def test_a_site_from_before_there_was_a_list_is_known_by_what_it_is_made_of(small):
    made(small, "old")
    (small / "en/assets").mkdir(parents=True)
    (small / "en/assets/bundle.js").write_text("old", "utf-8")
    site.build()
    assert "new" in (small / "index.html").read_text("utf-8")


def test_a_folder_that_only_looks_like_a_site_is_let_be(small):
    small.mkdir()
    (small / "index.html").write_text("my own page", "utf-8")
    with pytest.raises(ContentError, match=r"index\.html"):
        site.build()
    assert (small / "index.html").read_text("utf-8") == "my own page"


def test_a_site_that_is_a_link_is_let_be(small, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    small.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ContentError, match="is a link"):
        site.build()
    assert small.is_symlink()


def test_a_file_that_is_called_site_is_let_be(small):
    small.write_text("mine", "utf-8")
    with pytest.raises(ContentError, match="is a file, not a folder of our making"):
        site.build()
    assert small.read_text("utf-8") == "mine"


def test_a_slip_leaves_the_last_good_site(small, monkeypatch):
    site.build()

    def broken(folder: Path) -> int:
        made(folder, "broken")
        raise ContentError("a slip")

    monkeypatch.setattr(site, "make", broken)
    with pytest.raises(ContentError, match="a slip"):
        site.build()
    assert "new" in (small / "index.html").read_text("utf-8")
    assert strangers(small) == []


def test_where_the_system_cannot_exchange_folders_they_are_renamed(small, monkeypatch):
    site.build()
    monkeypatch.setattr(site, "_exchanged", lambda one, other: False)
    site.build()
    assert strangers(small) == []


def test_where_the_new_one_cannot_take_the_place_the_old_one_is_put_back(small, monkeypatch):
    site.build()
    before, rename = (small / LIST).read_bytes(), os.rename

    def refused(old: Path, new: Path) -> None:
        if (old, new) == (site.BUILD / "site", small):
            raise PermissionError(13, "open in another program", str(new))
        rename(old, new)

    monkeypatch.setattr(site, "_exchanged", lambda one, other: False)
    monkeypatch.setattr(site.os, "rename", refused)
    with pytest.raises(PermissionError):
        site.build()
    assert (small / LIST).read_bytes() == before and strangers(small) == []


def test_a_build_that_was_stopped_between_two_renames_is_taken_up(small, monkeypatch):
    site.build()
    os.rename(small, site.BUILD / "old-site")
    monkeypatch.setattr(site, "make", lambda folder: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        site.build()
    assert strangers(small) == []


def test_a_second_build_at_once_is_told_to_wait(small, monkeypatch):
    def again(folder: Path) -> int:
        with pytest.raises(ContentError, match="Another build is under way"):
            site.build()
        return made(folder, "new")

    monkeypatch.setattr(site, "make", again)
    site.build()
    assert strangers(small) == []


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the whole house."""
    copied(tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    return tmp_path


MAKE = ["make", "-o", ".venv/ok", "site"]  # -o: the environment is the real one, whatever its age beside the lock


@pytest.mark.slow
def test_all_slips_of_data_and_then_of_pages_are_said_in_one_go(checkout):
    def slip(name: str, old: str, new: str) -> None:
        path = checkout / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def said() -> str:
        done = subprocess.run(MAKE, cwd=checkout, capture_output=True, text=True, check=False)
        assert done.returncode != 0
        assert not (checkout / "site").exists()
        assert "Traceback" not in done.stderr
        return done.stderr

    slip("docs/en/scheme.md", "/duties.md)", "/dutys.md)")
    slip("docs/ja/scheme.md", 'timeline("standard")', 'timeline("standart")')
    slip("docs/en/scheme.md", "/applying.md)", "/applying.md#nowhere)")
    pages = said()
    assert re.search(r"docs/en/scheme\.md:\d+: a link leads to “/dutys\.md”: there is no such page", pages)
    assert "a link leads to “/applying.md#nowhere”: there is no “#nowhere”" in pages, "as it is written"
    assert (
        'docs/ja/scheme.md:20: timeline("standart"): there is no timeline "standart". Did you mean "standard"?' in pages
    )
    assert "docs/ja/scheme.md has no link to /dutys.md, which stands here" not in pages, "one slip is said once"
    slip("content/data/network.yml", "centre: {ja: 本人, en: The person}", "centre: {ja: 本人}")
    slip("content/data/pages.yml", "audience: [everyone]", "audience: [everione]")
    data = said()
    assert "network.yml:5: centre.en: is missing" in data
    assert 'Did you mean "everyone"?' in data


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_the_last_good_site_and_no_lock(checkout):
    subprocess.run(MAKE, cwd=checkout, capture_output=True, check=True)
    before = (checkout / "site" / LIST).read_bytes()
    running = subprocess.Popen(
        MAKE, cwd=checkout, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(2)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert (checkout / "site" / LIST).read_bytes() == before
    assert strangers(checkout / "site") == []
    subprocess.run(MAKE, cwd=checkout, capture_output=True, check=True)
    assert (checkout / "site" / LIST).read_bytes() == before
