"""The next sheet begun in the browser: the same as on the command line, for every sheet with rules and every form of a month."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from content.load import load
from content.typed_days import Reader
from macros.dates import date_words
from worksheets.catalogue import catalogue
from worksheets.office.carry import label_of
from worksheets.office.forms import fields
from worksheets.office.next import carried, carry, following, month_of

GUIDE = load()
SCRIPTS = ["dates", "dates-read", "sheet-form-next"]
MONTHS = [
    "2026年11月",
    "令和８年12月",
    "R8.12",
    "2026-09",
    "2026/12",
    "December 2026",
    "Nov 2026",
    "2026年11月分",
    "先月",
    "",
    "2026年13月",
]


def rule(id):
    return {**asdict(following(GUIDE, id)), "months": carry().months.model_dump()}


def values(id):
    """A value of its own for every field."""
    return {
        tag: True if field.kind in ("checkbox", "choice") else f"{tag}\n2"
        for field in fields(GUIDE, id)
        for tag in field.tags
    }


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("id", [id for id in catalogue(GUIDE) if following(GUIDE, id)])
def test_both_sides_carry_the_same(ask, id, lang):
    own = following(GUIDE, id)
    pattern = GUIDE.ui["sheet_form"]["next_month"][lang]
    each = [values(id) | ({own.month: month} if own.month else {}) for month in (MONTHS if own.month else [""])]
    calls = [["sheetNext.carried", rule(id), one, date_words(GUIDE, lang), pattern] for one in each]
    assert ask(SCRIPTS, calls) == [carried(GUIDE, own, one, lang, None)[0] for one in each]


def test_both_sides_read_the_same_months(ask):
    words, months = date_words(GUIDE, "ja"), carry().months.model_dump()
    found = ask(SCRIPTS, [["sheetNext.month", month, months, words] for month in MONTHS])
    reader = Reader(GUIDE.typed_days, GUIDE.eras)
    assert found == [f"{day:%Y-%m}" if (day := month_of(month, reader)) else "" for month in MONTHS]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("支援レポート_2026-11_A.docx", "A"),
        ("x_A_B.docx", "A_B"),
        ("支援レポート_2026-11.docx", ""),
        ("support-report.ja.docx", ""),
    ],
)
def test_a_files_name_tells_whose_it_is(run, name, label):
    body = f"return Teichaku.sheetOpen.label({json.dumps(name)})"
    assert run(["sheet-form-open"], body) == label
    assert label_of(Path(name)) == (label or Path(name).stem)
