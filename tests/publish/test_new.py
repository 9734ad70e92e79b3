"""An editor begins a page, a sheet, an answer by one command: all checks pass, and nothing of it is published by mistake."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from houses import copied

from content.files import ContentError
from content.load import load
from publish import new

pytestmark = pytest.mark.slow

BEGUN = [
    ["page", "night-work", "夜の仕事", "Night work", "--after", "money"],
    ["worksheet", "night-memo", "夜の仕事のメモ", 'Memo of "night" work', "--page", "plan"],
    ["answer", "paid-at-night", "夜の手当は出ますか。", "Is night work paid more?", "--topic", "money"],
]

ASKED = next(answer.question.en for answer in load().answers["money"] if answer.id == "what-will-i-pay")


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=house,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A copy of the house in which one of each was begun."""
    copy = copied(tmp_path_factory.mktemp("house"))
    for words in BEGUN:
        done = run(copy, "publish.new", *words)
        assert (done.returncode, done.stderr) == (0, "")
        assert "It is a draft" in done.stdout
    return copy


def text(house: Path, name: str) -> str:
    return (house / name).read_text("utf-8")


def all_of(house: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in house.rglob("*") if path.is_file() and "build" not in path.parts}


def test_a_page_is_there_in_both_languages_with_its_entries_and_a_line_in_both_menus(house):
    assert "# 夜の仕事 {#night-work}" in text(house, "docs/ja/night-work.md")
    assert "# Night work {#night-work}" in text(house, "docs/en/night-work.md")
    for name in ("pages.yml", "short.yml"):
        assert (
            text(house, f"content/data/{name}").count("id: night-work\n" if name == "pages.yml" else "{id: night-work,")
            == 1
        )
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        assert "      - money.md\n      - night-work.md\n" in text(house, name)


def test_a_sheet_is_there_and_a_page_names_it(house):
    assert 'title: {ja: "夜の仕事のメモ", en: "Memo of \\"night\\" work"}' in text(house, "worksheets/night-memo.yml")
    assert re.search(r"^- id: plan\n(  .*\n)*  sheets: \[.*, night-memo\]", text(house, "content/data/pages.yml"), re.M)


def test_an_answer_is_the_last_of_its_topic(house):
    assert 'Is night work paid more?"}\n' in text(house, "content/data/answers/money.yml").split("\n- id: ")[-1]


@pytest.mark.parametrize(
    ("kind", "words", "says"),
    [
        ("page", {"id": "scheme"}, '"scheme" is there already'),
        ("page", {"id": "Night Work"}, "an id is small letters"),
        ("page", {"id": "a" * 39}, "38 at most"),
        ("page", {"id": "sheet-night"}, "choose another"),
        ("page", {"id": "con"}, "choose another"),
        ("page", {"after": "mony"}, 'Did you mean "money"?'),
        ("worksheet", {"id": "consent", "page": "plan"}, '"consent" is there already'),
        ("worksheet", {"page": "plan", "ja": "リソースマップ"}, "what another sheet is called"),
        ("worksheet", {"page": "plam"}, 'Did you mean "plan"?'),
        ("answer", {"id": "what-will-i-pay", "topic": "money"}, "is there already"),
        ("answer", {"topic": "mony"}, 'there is no topic "mony"'),
        ("answer", {"topic": "money", "en": ASKED}, "is asked already: [what-will-i-pay]"),
    ],
)
def test_what_is_there_or_cannot_be_is_refused_in_words(kind, words, says):
    with pytest.raises(ContentError, match=re.escape(says)):
        new.KINDS[kind](**{"id": "night", "ja": "夜", "en": "Night", **words})


@pytest.mark.parametrize(
    ("ja", "en", "says"),
    [
        ("", "Night", "JA='': write it as plain words"),
        ("Night", "Night", "holds no Japanese"),
        ("夜", "夜", "holds Japanese"),
        ("夜 {{ fact }}", "Night", "plain words"),
    ],
)
def test_a_title_is_words(ja, en, says):
    with pytest.raises(ContentError, match=re.escape(says)):
        new.worded(ja, en)


def test_what_the_check_would_refuse_is_said_and_nothing_changes(house):
    before = all_of(house)
    done = run(house, "publish.new", "page", "night", "夜", "A job center")
    assert done.returncode == 1
    assert "centre" in done.stderr and "Nothing was changed." in done.stderr and "Traceback" not in done.stderr
    assert all_of(house) == before


def test_a_disk_that_fills_up_half_way_leaves_every_file_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "menu.yml").write_text("nav", "utf-8")
    whole = os.replace

    def full(old: Path, to: Path) -> None:
        if to.name == "menu.yml":
            raise OSError(28, "No space left on device")
        whole(old, to)

    monkeypatch.setattr(new.os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        new.put([(tmp_path / "page.md", "words"), (tmp_path / "menu.yml", "nav and page")], lambda: None)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"menu.yml": "nav"}


@pytest.mark.slow
def test_the_check_is_green_and_names_the_drafts_and_no_site_is_made_until_they_are_none(house):
    places = ["content/data/pages.yml: [night-work]", "answers/money.yml: [paid-at-night]", "worksheets/night-memo.yml"]
    done = run(house, "publish.check")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(re.search(rf"^draft: .*{re.escape(place)}", done.stdout, re.M) for place in places)
    refused = run(house, "publish.site")
    assert refused.returncode == 1
    assert all(place in refused.stderr for place in places)
    assert not (house / "site").exists()
    for name in ("content/data/pages.yml", "content/data/answers/money.yml", "worksheets/night-memo.yml"):
        (house / name).write_text(re.sub(r"^ *draft: .*\n", "", text(house, name), flags=re.M), "utf-8")
    done = run(house, "publish.check")
    assert (done.returncode, done.stderr, "draft" in done.stdout) == (0, "", False)
