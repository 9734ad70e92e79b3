"""Files as they should not be: each is refused in a sentence, with its line, before anything is made of it."""

import os

import pytest

from content.files import MOST_BYTES, MOST_DEPTH, ContentError, read


@pytest.fixture
def said(tmp_path):
    """What a file's text, or its bytes, is refused with; "" where it is taken."""

    def say(text: str | bytes) -> str:
        path = tmp_path / "file.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        try:
            return "\n".join(read(path).slips()).replace(f"{path}:", "")
        except ContentError as error:
            return str(error).replace(f"{path}:", "")

    return say


def test_every_value_stays_the_words_that_were_written(tmp_path):
    path = tmp_path / "file.yml"
    path.write_text("a: no\nb: 12:30\nc: 1.0\nd: 2026-02-31\ne:\n", "utf-8")
    assert read(path).value == {"a": "no", "b": "12:30", "c": "1.0", "d": "2026-02-31", "e": ""}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "a: [1,\nb: 2\n",
            "3: cannot be read as YAML: a comma, a quotation mark or the closing ] is missing in the list that begins in line 1",
        ),
        (
            "a: {x: 1\nb: 2",
            "2: cannot be read as YAML: a comma, a quotation mark or the closing } is missing in the entry that begins in line 1",
        ),
        ("a: b: c\n", "1: cannot be read as YAML: a colon stands where none can be"),
        ("- a: 1\n   b: 2\n", "2: cannot be read as YAML: a colon stands where none can be"),
        ("a:\n  b: 1\n c: 2\n", "3: cannot be read as YAML: the line does not begin in the column of those beside it"),
        ('a: "x" says y\n', "1: cannot be read as YAML: the text in quotation marks ends at the second of them"),
        ("- a\nb: 1\n", "2: cannot be read as YAML: the line begins where the list before it does, without “- ”"),
        ("a: 'x\nb: 1\n", "3: cannot be read as YAML: the quotation mark of line 1 is never closed"),
        ('a: "x\\q"', "1: cannot be read as YAML: \\ before a letter has a meaning between double quotes"),
        ("a:\n\tb: 1\n", "2: cannot be read as YAML: a tab stands before what the line says: put spaces there"),
        ("a: @b\n", "1: cannot be read as YAML: a text begins with @, ` or %: put it in quotes"),
        ("a: - b\n", "1: cannot be read as YAML: a list begins in the middle of a line"),
        ("a: |\n x\ny", "4: cannot be read as YAML: a key without its colon"),
        ("a: {x: , ]}", "1: cannot be read as YAML: between two commas, or a comma and a bracket, nothing stands"),
        ("{a: 1} b", "1: cannot be read as YAML: something stands after the end of the entry"),
        ("a: &\n", "1: cannot be read as YAML: something here cannot be read"),
        ("a: b\n---\nc: d\n", "2: begins a second document (---)"),
        ("? [a, b]\n: c\n", "a key is a list or a map: a word is expected before the colon"),
        ("計画".encode("cp932"), "1: is not UTF-8, it may be Shift_JIS: open it anew"),
        (
            "a: 1\nb: お金について、手当や年金の道具です。".encode("cp932"),
            "2: is not UTF-8, it may be Shift_JIS: open it anew",
        ),
        ("a: café\n".encode("utf-16"), "1: is not UTF-8, it may be Windows-1252 or UTF-16: open it anew"),
        (
            "a: 計画\nb: The company".encode() + b"\x92s plan\n",
            "2: after “ The company” stands a sign that is not UTF-8: delete it, type it anew, and save the file as UTF-8",
        ),
        ("a: 1\nb: 2\na: 3\n", "3: a: stands twice in one entry, the first time in line 1"),
        ("- {id: x}\n- {id: x}\n", '2: [x].id: "x" stands twice, the first time in line 1'),
        ("a:\n  - {id: x}\n  - {id: y}\n  - {id: x}\n", '4: a[x].id: "x" stands twice, the first time in line 2'),
    ],
)
def test_what_is_no_clean_yaml_says_so(said, text, says):
    assert says in said(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: x\0y", "1: U+0000 is a control character: delete what stands from “a: x” to “y” and type it anew"),
        ("a: x\n\nb: \x1b[31m", "3: U+001B is a control character"),
        ("a: \x7f", "U+007F is a control character"),
        ("a: \ufffe", "U+FFFE is no character at all"),
        ('a: b\nc: "x\\0y"', "2: c: U+0000 is a control character"),
        ('a: "\\u202Eb"', "a: U+202E is invisible (right-to-left override)"),
        ('- {id: x, ja: "\\u200B"}', "[x].ja: U+200B is an invisible space"),
        ("a: b\u2066c", "U+2066 is invisible"),
        ("a: \U000e0041", "U+E0041 is invisible (tag latin capital letter a)"),
        ("a: \u2800", "U+2800 is invisible (braille pattern blank)"),
        ("a: \ue000", "U+E000 is a character of private use"),
        ("a: \u0378", "U+0378 is no character at all"),
        ("a: b\u2028c", "U+2028 is a line separator"),
        ("a: x\u200dy", "U+200D is an invisible joiner"),
    ],
    ids=ascii,
)
def test_a_character_that_hides_or_breaks_is_named_with_its_place(said, text, says):
    assert says in said(text)


@pytest.mark.parametrize("text", ["葛\U000e0100飾区", "👩‍💻", "שלום", "مرحبا", "𠮷野家", "café", "ﾊﾟﾝ", "①㋿"])
def test_what_people_really_write_is_taken_whole(said, tmp_path, text):
    assert said(f"a: {text}") == ""
    assert read(tmp_path / "file.yml").value == {"a": text}


def test_what_would_fill_a_machine_is_refused_not_tried(said):
    assert f"nested more than {MOST_DEPTH} deep" in said("[" * 100_000 + "]" * 100_000)
    bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"] + [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert "grows to more than" in said("\n".join(bomb))
    assert "stands for nothing that is whole" in said("a: &a [*a]")
    assert "stands for nothing that is whole" in said("a: *b")
    assert "is larger than" in said("a" * (MOST_BYTES + 1))


def test_an_alias_says_the_same_again(tmp_path):
    path = tmp_path / "file.yml"
    path.write_text("a: &x {id: one}\nb: [*x, {id: two}]\n", "utf-8")
    assert read(path).value == {"a": {"id": "one"}, "b": [{"id": "one"}, {"id": "two"}]}


def test_a_link_is_refused_and_what_it_leads_to_is_not_shown(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("a: password", "utf-8")
    for target in (secret, tmp_path / "nowhere", tmp_path / "file.yml"):
        path = tmp_path / "file.yml"
        path.symlink_to(target)
        with pytest.raises(ContentError, match="is a link to another file") as error:
            read(path)
        assert "password" not in str(error.value)
        path.unlink()


def test_a_folder_and_a_file_that_is_not_there_say_so(tmp_path):
    (tmp_path / "file.yml").mkdir()
    with pytest.raises(ContentError, match="is a folder"):
        read(tmp_path / "file.yml")
    with pytest.raises(ContentError, match="can't be read"):
        read(tmp_path / "gone.yml")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path):
    path = tmp_path / "file.yml"
    path.write_text("a: b", "utf-8")
    path.chmod(0)
    with pytest.raises(ContentError, match="change its permissions"):
        read(path)
