"""The guide as open data: whole, in the shape its schema tells, safe to open in a spreadsheet."""

import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator

from content.load import load
from content.spreadsheet import table
from publish.data import flat, items, kinds, rows, schema, write

GUIDE = load()


@pytest.mark.parametrize("kind", kinds(GUIDE))
def test_every_item_is_as_its_schema_tells(kind):
    checker = Draft202012Validator(schema(kind))
    assert items(GUIDE, kind)
    assert [error.message for item in items(GUIDE, kind) for error in checker.iter_errors(item)] == []


@pytest.mark.parametrize("kind", kinds(GUIDE))
def test_the_table_holds_every_item_once(kind):
    read = list(csv.DictReader(io.StringIO(table(rows(map(flat, items(GUIDE, kind)))).decode("utf-8-sig"))))
    assert [row["id"] for row in read] == [item["id"] for item in items(GUIDE, kind)]


def test_an_answer_says_its_topic_and_its_words_in_both_languages():
    answer = next(item for item in items(GUIDE, "answers") if item["topic"] == "danger")
    line = flat(answer)
    assert line["question.ja"] and line["question.en"] and " | " in line["asked_as.ja"]


@pytest.mark.parametrize("cell", ["=1+1", "+81", "-1", "@SUM(A1)"])
def test_a_spreadsheet_reckons_with_nothing(cell):
    assert f"'{cell}" in table([[cell]]).decode()


def test_files_say_version_licence_and_whose_words_they_rest_on(tmp_path):
    write(GUIDE, tmp_path, "1.2.3")
    whole = json.loads((tmp_path / "data/terms.json").read_text("utf-8"))
    assert (whole["version"], whole["licence"]) == ("1.2.3", "CC-BY-4.0")
    assert "山口研究室" in whole["credit"]["ja"]
    assert (tmp_path / "data" / whole["schema"]).is_file()
