"""Wrong data stops at the door; the message says where, what, and how to mend it."""

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from content.base import LANGUAGES, Text
from content.characters import says_something
from content.files import ContentError, File, read
from content.load import DATA, ids_of, known_ids, load
from content.models import Guide
from content.slips import LIKE
from worksheets.models import Definition, Example

pytestmark = pytest.mark.slow


@cache
def parsed(name: str, text: bytes) -> File:
    """A file's text, parsed once: a test changes one of many."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(text)
        return read(path)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def quickly(path: Path) -> File:
        return replace(parsed(path.name, path.read_bytes()), path=path)

    monkeypatch.setattr("content.load.read", quickly)
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def slips(data: Path) -> list[str]:
    with pytest.raises(ContentError) as error:
        load(data)
    return str(error.value).splitlines()


def change(data: Path, name: str, old: str, new: str) -> int:
    """Replace the first `old` in a file; the number of the changed line."""
    path = data / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def only(found: list[str], *parts: str) -> None:
    assert len(found) == 1, found
    for part in parts:
        assert part in found[0]


def test_the_guides_own_data_has_no_slip():
    assert load().terms


def test_a_text_missing_in_one_language(data):
    line = change(data, "network.yml", "centre: {ja: 本人, en: The person}", "centre: {ja: 本人}")
    only(slips(data), f"network.yml:{line}: centre.en: is missing")


def test_a_word_of_the_interface_missing_in_one_language(data):
    line = change(data, "ui.yml", "menu: {ja: メニュー, en: Menu}", "menu: {ja: メニュー}")
    only(slips(data), f"ui.yml:{line}: site.menu.en: is missing")


def test_a_word_for_a_script_missing_in_one_language(data):
    line = change(data, "ui.yml", "tomorrow: {ja: 明日, en: tomorrow}", "tomorrow: {ja: 明日}")
    only(slips(data), f"ui.yml:{line}: calculator.spoken.tomorrow.en: is missing")


def test_a_word_of_the_interface_that_is_no_pair_of_languages(data):
    line = change(data, "ui.yml", "menu: {ja: メニュー, en: Menu}", "menu: Menu")
    only(slips(data), f"ui.yml:{line}: site.menu: “Menu”: keys with values are expected")


def test_an_unknown_id_names_the_nearest(data):
    line = change(data, "pages.yml", "sources: [manual, ours]", "sources: [manuel, ours]")
    only(slips(data), f"pages.yml:{line}: [start].sources[1]: there is no source", 'Did you mean "manual"?')


def test_a_doubled_id(data):
    change(data, "pages.yml", "- id: start\n", "- id: index\n")
    assert any('[index].id: "index" stands twice, the first time in line' in slip for slip in slips(data))


def test_a_doubled_key(data):
    line = change(data, "network.yml", "section: 22\n", "section: 22\nsection: 23\n")
    only(slips(data), f"network.yml:{line + 1}: section: stands twice", f"the first time in line {line}")


def test_an_unknown_key(data):
    change(data, "network.yml", "section: 22\n", "section: 22\nsektion: 23\n")
    only(slips(data), "sektion: is not a key we know here")


def test_a_wrong_type(data):
    line = change(data, "network.yml", "section: 22\n", "section: twenty-two\n")
    only(slips(data), f"network.yml:{line}: section: “twenty-two”: a whole number is expected")


def test_markup_in_plain_text(data):
    change(data, "network.yml", "en: The person}", 'en: "<b>The person</b>"}')
    only(slips(data), "centre.en: holds markup", "plain text")


def test_the_sources_guess_brackets(data):
    change(data, "network.yml", "centre: {ja: 本人", "centre: {ja: 〔本〕人")
    only(slips(data), "centre.ja: 〔…〕 marks a guess")


def test_japanese_in_an_english_text(data):
    change(data, "network.yml", "en: The person}", "en: The 本人}")
    only(slips(data), "centre.en: the English text holds Japanese")


def test_a_file_that_is_not_yaml(data):
    (data / "network.yml").write_text("title: {ja: [\n", "utf-8")
    assert any("network.yml:" in slip and "cannot be read as YAML" in slip for slip in slips(data))


def test_an_entry_is_named_by_its_id_not_by_its_number(data):
    change(data, "accommodations.yml", "stages: [", "stadges: [")
    entry = load().accommodations[0].id
    only(slips(data), f"[{entry}].stadges: is not a key we know here: correct or remove it. Did you mean", "stages")


def test_a_way_of_counting_is_named_without_the_word_for_its_type(data):
    change(data, "routes.yml", "months: 6}", "months: six}")
    [slip] = slips(data)
    assert ".counts.months:" in slip or ".counts.of." in slip


def test_all_slips_are_said_at_once(data):
    change(data, "network.yml", "centre: {ja: 本人, en: The person}", "centre: {ja: 本人}")
    change(data, "pages.yml", "  audience: [everyone]\n  takeaway", "  audience: [everione]\n  takeaway")
    assert len(slips(data)) == 2


def patterns(schema: object) -> set[str]:
    """All that a model asks of a text, as a machine reads it."""
    if isinstance(schema, list):
        return set().union(*map(patterns, schema))
    if not isinstance(schema, dict):
        return set()
    own = {schema["pattern"]} if isinstance(schema.get("pattern"), str) else set()
    return own.union(
        *map(patterns, schema.values()),
        *([schema["patternProperties"].keys()] if "patternProperties" in schema else []),
    )


def test_every_pattern_is_also_said_in_words():
    for model in (Guide, Definition, Example):
        assert patterns(model.model_json_schema()) <= LIKE.keys()


@pytest.mark.parametrize("text", ["-", "…", "...", "TBD", "todo", "(TODO)", "FIXME!", "　", "？？"])
def test_a_text_that_says_nothing_yet(data, text):
    change(data, "network.yml", "en: The person}", f'en: "{text}"}}')
    assert "centre.en: " in "".join(slips(data))


@pytest.mark.parametrize("text", ["↑", "×", "To do", "2026", "A"])
def test_a_sign_or_a_short_word_says_enough(text):
    assert says_something(text)


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("facts.yml", "checked: 2026-11-23", "checked: 1764288000", "a day of the calendar is expected, such as 2026-04-01"),
        ("facts.yml", "as_of: 2025-04-01", "as_of: 2025-13-01", "is not in the calendar"),
        ("facts.yml", "as_of: 20", "as_of: 30", "out of the time this guide is about"),
        ("routes.yml", "months: [1, 6]", "months: [6, 1]", "from the first to the last"),
        ("routes.yml", "months: [1, 6]", "months: [1, 600]", "at most 120 expected"),
        ("routes.yml", "months: 6}", "months: -6}", "at least 0 expected"),
        ("emergencies.yml", "disabilities: [epilepsy]", "disabilities: epilepsy", "a list is expected: put square brackets round it, as in [epilepsy]"),
        ("routes.yml", "start: 2024-04-01", "start: 2024-04-31", "a day of the calendar is expected"),
        ("routes.yml", "start: 2024-04-01", "start: 2024-04-01T00:00:00Z", "a day of the calendar is expected"),
        ("sources.yml", "url: https://", "url: javascript:", "an address that begins with https:// or http://"),
        ("desks.yml", "url: https://", "url: http://", "an address that begins with https://"),
        ("desks.yml", 'phone: "', 'phone: "x', "a telephone number of digits and hyphens"),
        ("facts.yml", "{value}", "{value.__class__}", "stand around a name of small letters"),
        ("facts.yml", "{value}", "{0}", "stand around a name of small letters"),
        ("facts.yml", "{value}", "{valu}", "different names stand between braces"),
        ("facts.yml", "{value}", "{value", "stand around a name of small letters"),
        ("ui.yml", "{title}", "{titel}", "(ja: {titel}; en: {title}): write the same in both languages"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be(data, name, old, new, says):
    change(data, name, old, new)
    assert says in "\n".join(slips(data))


def test_a_placeholder_that_nothing_fills_in_names_the_nearest(data):
    text = (data / "ui.yml").read_text("utf-8")
    (data / "ui.yml").write_text(text.replace("{kilobytes}", "{kilobyte}"), "utf-8")
    assert 'there is no placeholder "kilobyte". Did you mean "kilobytes"?' in "\n".join(slips(data))


def test_a_value_is_no_place_for_a_link(data):
    change(data, "facts.yml", 'value: "', 'value: "[x](javascript:alert(1))')
    assert "holds markup" in "\n".join(slips(data))


@pytest.mark.parametrize("name", ["accommodations", "terms", "duties"])
def test_an_empty_list(data, name):
    (data / f"{name}.yml").write_text("[]\n", "utf-8")
    assert f"{name}.yml:1: is an empty list: whole pages would be empty" in "\n".join(slips(data))


def test_more_entries_than_pages_can_show(data):
    (data / "terms.yml").rename(data / "terms.tmp")
    (data / "terms").mkdir()
    for part in range(3):
        entries = "\n".join(f"- {{id: x{part}-{number}}}" for number in range(700))
        (data / f"terms/part-{part}.yml").write_text(entries, "utf-8")
    only(slips(data), "terms/part-2.yml:1: there are 2,100 entries of “terms”: 2,000 at most", "take some out")


def test_a_file_that_is_missing_and_one_that_nobody_reads(data):
    (data / "terms.yml").rename(data / "term.yml")
    found = "\n".join(slips(data))
    assert "terms.yml:1: the file is missing: put it back, or give it its name back" in found
    assert "term.yml:1: nothing reads this file: rename or remove it" in found


def test_a_folder_that_is_not_there(tmp_path):
    assert "is not there, or must not be read" in "\n".join(slips(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    "name", ["pages.yml", "vocabularies.yml", "organisations.yml", "sources/laws.yml", "facts.yml"]
)
@pytest.mark.parametrize("broken", ["- id: [\n", "\tid: a\n"])
def test_a_file_that_cannot_be_read_is_the_one_thing_said(data, name, broken):
    (data / name).write_text(broken, "utf-8")
    only(slips(data), f"{Path(name).name}:", "cannot be read as YAML")


def test_a_file_that_is_missing_is_the_one_thing_said(data):
    (data / "pages.yml").unlink()
    only(slips(data), "pages.yml:1: the file is missing: put it back")


def test_beside_a_file_that_cannot_be_read_other_slips_are_said_too(data):
    (data / "organisations.yml").write_text("- id: [\n", "utf-8")
    change(data, "pages.yml", "sources: [manual, ours]", "sources: [manuel, ours]")
    cause, slip = slips(data)
    assert "organisations.yml:" in cause
    assert 'there is no source "manuel"' in slip


def test_every_kind_that_is_looked_up_is_there(monkeypatch):
    asked: set[str] = set()

    class Asked(dict[str, list[str]]):
        def get(self, kind: str, *default: object) -> object:
            asked.add(kind)
            return super().get(kind, *default)

    monkeypatch.setattr("content.load.known_ids", lambda *args: Asked(known_ids(*args)))
    load.__wrapped__()
    assert "sources" in asked
    assert asked <= ids_of(load()).keys()


@pytest.mark.parametrize(("name", "id"), [("sources.yml", "civil-code"), ("sources/laws.yml", "manual")])
def test_an_id_of_two_files_of_one_kind(data, name, id):
    with (data / name).open("a", encoding="utf-8") as file:
        file.write(f"- {{id: {id}, title: {{ja: 民法, en: Civil Code}}, kind: ours}}\n")
    assert f'"{id}" stands in ' in "\n".join(slips(data))


def test_a_law_without_its_article_is_named_at_its_place(data):
    change(
        data,
        "must-exist.yml",
        '  article: {ja: "第9条第1項（第206条の12で準用）", en: "art. 9(1) as applied by art. 206-12"}\n',
        "",
    )
    only(slips(data), "must-exist.yml:", '[contract].article: is missing: "designation-standards" is a law')


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("site:\n", "ite:\n", 'the file: there is no family "site". Did you mean "ite"?'),
        ("  credit:\n", "  credits:\n", 'site: there is no word "credit". Did you mean "credits"?'),
    ],
)
def test_a_word_that_sheets_print_and_that_is_gone_is_a_slip_once_it_is_asked_for(data, old, new, says):
    change(data, "ui.yml", old, new)
    with pytest.raises(ContentError, match="Add it: something shows it") as error:
        load(data).ui["site"]["credit"]
    assert says in str(error.value)


def without_id(data: Path, name: str, key: str, value: str) -> None:
    """Take out of a file the line of an entry."""
    lines = (data / name).read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if f"{key}: {value}," not in line]
    assert len(kept) == len(lines) - 1
    (data / name).write_text("".join(kept), "utf-8")


def test_a_page_without_its_plain_sentences(data):
    without_id(data, "short.yml", "id", "plan")
    only(slips(data), "short.yml:1: has nothing for the page “plan”: add its two plain sentences")


def test_a_new_disability_asks_for_what_it_needs_all_at_once(data):
    path = data / "disabilities.yml"
    _, _, entry = path.read_text("utf-8").rpartition("\n- id: ")
    new = entry.replace(entry.split("\n")[0], "tinnitus", 1)
    path.write_text(f"{path.read_text('utf-8')}- id: {new}", "utf-8")
    found = "\n".join(slips(data))
    assert "emergencies.yml:1: has no lines to start an emergency card from for “tinnitus”" in found
    assert "nothing is placed under “tinnitus: safety”" in found
    common = next(entry.id for entry in load().accommodations if entry.common)
    assert f"[{common}].placed: it is common to all, but not under tinnitus: add each with its aspect" in found


@pytest.mark.parametrize("name", ["محمد علي", "דנה", "𞤀𞤣𞤤𞤢𞤥"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_from_right_to_left_turns_nothing_around_it(lang, name):
    phrase = Text(ja="{name}（{count}）", en="{name} ({count})")[lang]
    said = phrase.format(name=name, count=3)
    assert said.startswith(f"\u2068{name}\u2069") and said.endswith(("（3）", "(3)"))
    assert phrase.format(name="山田", count=3).startswith("山田")


def test_a_missing_key_names_its_entry_and_a_line_that_has_it(data):
    line = change(data, "terms.yml", '  reading: "しゅうろうていちゃくしえん"\n', "")
    only(
        slips(data),
        f"terms.yml:{line - 2}: [retention-support].reading: is missing: add “reading: …” to what begins in",
        f"line {line - 2}, as line {line + 7} has it",
    )
