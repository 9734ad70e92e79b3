"""The readings of the sheets are those of the guide, and a word without one is named."""

import pytest

from content.load import load
from publish import furigana
from worksheets.catalogue import catalogue

GUIDE = load()


@pytest.mark.slow  # make check reads them itself
def test_the_kept_readings_are_those_that_the_guide_gives_today():
    assert furigana.slips(GUIDE) == []


def test_a_word_without_a_reading_is_named_with_its_file_and_sheet(monkeypatch):
    sheet = catalogue(GUIDE)["daily-report-plain"]
    monkeypatch.setattr(furigana, "words", lambda _: [(sheet, "今日は龘を書く")])
    [slip] = furigana.slips(GUIDE)
    assert slip.startswith("worksheets/daily-report.yml: daily-report-plain: ")
    assert "“龘” has no reading" in slip and "content/data/furigana.yml" in slip


def test_words_that_changed_since_are_named(monkeypatch):
    sheet = catalogue(GUIDE)["consent-plain"]
    monkeypatch.setattr(furigana, "words", lambda _: [(sheet, "あしたの電話")])
    [slip] = furigana.slips(GUIDE)
    assert "“あしたの電話”" in slip and "make furigana" in slip
