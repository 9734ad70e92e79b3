"""The style list: what is never written, found wherever readers would see it."""

from pathlib import Path

import pytest

from content.base import LANGUAGES
from content.files import ContentError
from content.style import _found, rules, slips

RULES = rules()


def made(tmp_path: Path, **files: str) -> Path:
    """A small house: pages, data and sheets."""
    for name in ("docs/ja", "docs/en", "content/data", "worksheets"):
        (tmp_path / name).mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / name.replace("__", "/")).write_text(text, "utf-8")
    return tmp_path


def test_a_paraphrase_of_a_term_is_found_on_a_page_with_what_the_field_writes(tmp_path):
    house = made(tmp_path, **{"docs__ja__a.md": "---\ntitle: あ\n---\n# あ {#a}\n\n自然な支えを増やします。\n"})
    (slip,) = slips(house)
    assert slip.startswith("docs/ja/a.md:6: ")
    assert "“自然な支え” (in “…自然な支えを増やします。…”) is not written here; write: ナチュラルサポート" in slip
    assert "content/style.yml: natural-supports" in slip


def test_a_contraction_is_found_in_data_and_named_by_its_entry(tmp_path):
    house = made(tmp_path, **{"content__data__terms.yml": "- id: term-a\n  name: {ja: あ, en: They can't come}\n"})
    (slip,) = slips(house)
    assert "terms.yml:2: [term-a].name.en" in slip
    assert "in full" in slip


def test_words_that_people_bring_are_theirs(tmp_path):
    house = made(
        tmp_path, **{"content__data__terms.yml": "- id: a\n  asked_as: {ja: [わからない], en: [I can't sleep]}\n"}
    )
    assert list(slips(house)) == []


def test_a_place_named_after_but_is_free(tmp_path):
    ward = next(rule for rule in RULES if rule.but)
    assert list(_found(ward.say, [ward], {ward.but[0]})) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_to_write_instead_is_not_itself_forbidden(rule):
    assert list(_found(rule.say, [rule], set())) == []


def test_a_broken_pattern_is_refused_in_words(tmp_path):
    path = tmp_path / "style.yml"
    path.write_text("- {id: a, lang: ja, never: '(', say: あ}\n", "utf-8")
    with pytest.raises(ContentError, match=r"\[a\].never: .*not a regular expression"):
        rules(path)


def test_both_languages_are_listed():
    assert {rule.lang for rule in RULES} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content__data__sources.yml", "- id: a\n  title: {ja: 障がいのある人, en: Health centers}\n"),
        ("content__data__a.yml", "- id: a\n  name: {ja: 900単位とされています（2つの資料）。, en: It is said}\n"),
    ],
)
def test_a_title_is_what_it_is_and_named_sources_say_who(tmp_path, name, text):
    assert list(slips(made(tmp_path, **{name: text}))) == []


def test_the_same_words_in_a_note_about_a_source_are_ours(tmp_path):
    text = "- id: a\n  note: {ja: 障がいのある人です。, en: They cannot}\n"
    (slip,) = slips(made(tmp_path, **{"content__data__sources.yml": text}))
    assert "shogai" in slip


def test_what_cannot_be_read_is_left_to_the_door(tmp_path):
    house = made(tmp_path, **{"content__data__a.yml": "a: [\n"})
    (house / "docs/ja/a.md").write_bytes("計画".encode("cp932"))
    assert list(slips(house)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docs__ja__a.md", "---\ntitle: あ\n---\n# 自然な支え {#a}\n"),  # a heading
        ("docs__ja__a.md", "---\ntitle: あ\n---\n# あ {#a}\n\n| 会うことに当たる方法 | 例 |\n"),  # a table's head
        ("worksheets__a.yml", "sections:\n  - fields:\n      - {id: a, label: {ja: 分け合うこと, en: To share}}\n"),
        (
            "content__data__timelines.yml",
            "- id: a\n  rows: [{id: b, cells: [{text: {ja: 自然に生まれる支え, en: A}}]}]\n",
        ),
        ("content__data__checklists.yml", "- id: a\n  groups: [{items: [{text: {ja: 道具が使いやすい, en: A}}]}]\n"),
    ],
)
def test_a_known_paraphrase_stands_in_no_heading_label_or_figure(tmp_path, name, text):
    assert len(list(slips(made(tmp_path, **{name: text})))) == 1


@pytest.mark.slow  # make check asks it itself
def test_the_guide_itself_keeps_to_the_list():
    assert list(slips()) == []
