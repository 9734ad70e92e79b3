"""The one door for days, on both sides: what people type and programs write, and all that the guide itself shows."""

import json
from datetime import date, timedelta

import pytest
import yaml

from conftest import ROOT
from content.days import day as in_words
from content.load import load
from content.typed_days import Reader, Unread
from macros.dates import date_words

GUIDE = load()
TYPED = yaml.safe_load((ROOT / "tests/dates.yml").read_text("utf-8"))["typed"]
READER = Reader(GUIDE.typed_days, GUIDE.eras)
SCRIPTS = ["dates", "dates-read"]
EPOCH = date(1970, 1, 1)
FIRST, LAST = date(2016, 1, 1), date(2049, 12, 31)  # what first days from 2018 through 2045 lead to, too


@pytest.mark.parametrize(("text", "expected"), TYPED, ids=[ascii(text) for text, _ in TYPED])
def test_python_reads_every_form_or_says_why_not(text, expected):
    found = READER.read(text)
    assert (found.why if isinstance(found, Unread) else found) == expected


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_browser_reads_every_form_or_says_why_not_in_whole_words(lang, ask):
    spoken = date_words(GUIDE, lang)
    answers = ask([*SCRIPTS, "date-field"], [["dateFields.entered", text, spoken] for text, _ in TYPED])
    for (text, expected), answer in zip(TYPED, answers, strict=True):
        if isinstance(expected, date):
            assert answer == {"day": (expected - EPOCH).days, "message": ""}, text
        elif expected == "empty":
            assert answer == {"message": ""}, text
        else:
            assert answer.get("wrong") == expected, text
            assert answer["message"] and "{" not in answer["message"] and "undefined" not in answer["message"], text


def test_both_sides_know_the_same_messages():
    told = {each.why for each in GUIDE.typed_days.refused}
    assert told <= set(GUIDE.ui.group("dates", "spoken", "ja"))


# Every pattern by which the guide shows a day: tables, copied text, timelines, CSV, sheets, both parts of a period.
SHOWN = """
  const { day, iso, show, showDays, read } = Teichaku.dates;
  const found = [];
  for (let when = FROM; when <= TO; when += STEP) {
    for (const words of WORDS) {
      const texts = [show(when, words), show(when, words, words.plain), show(when, words, words.shown_before), iso(when)];
      const through = showDays([when, when + 1], words).split(show(when, words));
      texts.push(show(when, words) + through[1].replace(show(when + 1, words), ""), texts[0] + through[0]);
      for (const text of texts) for (const other of WORDS) {
        const got = read(text, other);
        if (got.day !== when) found.push([text, got]);
      }
    }
  }
  return found;
"""


def shown(run, step: int) -> list:
    """What the browser shows and does not read as the same day, in either language."""
    words = json.dumps([date_words(GUIDE, lang) for lang in ("ja", "en")])
    first, last = ((each - EPOCH).days for each in (FIRST, LAST))
    body = SHOWN.replace("WORDS", "all").replace("FROM", str(first)).replace("TO", str(last)).replace("STEP", str(step))
    return run(SCRIPTS, f"const all = {words};{body}")


def test_what_the_guide_shows_reads_back_as_the_same_day(run):
    assert shown(run, 37) == []


@pytest.mark.matrix
def test_what_the_guide_shows_reads_back_as_the_same_day_on_every_day(run):
    assert shown(run, 1) == []


def written(day: date):
    """A day as pages, sheets and files write it."""
    for lang in ("ja", "en"):
        yield in_words(day, lang)
    yield day.isoformat()
    yield f"{day:%Y%m%d}"


def misread(step: int) -> list[str]:
    days = (FIRST + timedelta(days=n) for n in range(0, (LAST - FIRST).days + 1, step))
    return [text for day in days for text in written(day) if READER.read(text) != day]


def test_what_pages_and_files_say_reads_back_in_python():
    assert misread(11) == []


@pytest.mark.matrix
def test_what_pages_and_files_say_reads_back_in_python_on_every_day():
    assert misread(1) == []
