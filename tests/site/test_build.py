"""What `make site` made."""

import re

from conftest import SITE
from content.load import load
from worksheets.catalogue import catalogue, file_name, languages
from worksheets.made import LIST, strangers


def test_one_build_holds_both_languages_and_all_sheets():
    assert (SITE / "index.html").exists()
    assert (SITE / "en/index.html").exists()
    expected = {file_name(sheet, langs) for sheet in catalogue(load()).values() for langs in languages(sheet)}
    assert {path.name for path in (SITE / "sheets").glob("*.docx")} == expected
    assert not list(SITE.rglob("*.map"))


def test_the_list_of_what_was_made_holds_every_file_as_it_is():
    assert (SITE / LIST).exists()
    assert strangers(SITE) == []


def test_a_web_server_may_read_every_file():
    assert all(path.stat().st_mode & 0o004 for path in (SITE, *SITE.rglob("*")))


def test_the_sitemap_tells_the_day_of_the_version_whenever_it_was_built():
    days = set(re.findall(r"<lastmod>(.*?)</lastmod>", (SITE / "sitemap.xml").read_text("utf-8")))
    assert days == {max(release.date for release in load().releases).isoformat()}
