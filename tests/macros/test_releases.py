"""What changed since a version: pages to read again, sheets to print again."""

from datetime import date

from markupsafe import escape

from content.base import Text
from content.load import load
from content.releases import Release, version
from macros.releases import printed, releases


def release(number: str, day: str) -> Release:
    return Release(version=number, date=date.fromisoformat(day), summary=Text(ja="言葉", en="words"))


def test_the_newest_release_is_this_version():
    assert load().releases[0].version == version()
    days = [each.date for each in load().releases]
    assert days == sorted(days, reverse=True)


def test_a_sheet_stands_with_the_version_that_brought_it_and_a_later_one_with_the_newest():
    guide = load().model_copy(update={"releases": (release("2.0.0", "1999-01-01"), release("1.0.0", "1998-01-01"))})
    every = {sheet.of for sheet in printed(load())[version()]} | {
        sheet.of for found in printed(load()).values() for sheet in found
    }
    assert {sheet.of for sheet in printed(guide)["2.0.0"]} == every
    assert printed(guide)["1.0.0"] == []


def test_the_page_says_what_changed_in_a_sheet(lang):
    html = releases(load(), lang)
    for sheet in printed(load())[version()]:
        assert escape(sheet.changed[lang]) in html
