"""The command line: what it writes, what it refuses, how it says so."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from build_worksheets import build
from conftest import ROOT
from content.files import ContentError
from content.load import load
from docx_files import DOCUMENT, parts, write
from worksheets.catalogue import FOLDER, catalogue, file_name, languages

pytestmark = pytest.mark.slow


@pytest.fixture
def run(tmp_path):
    return lambda *args: CliRunner().invoke(build, [*args, "--out", str(tmp_path)])


def test_it_writes_every_sheet_in_every_language(run, tmp_path):
    assert run().exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.*")) == sorted(
        file_name(sheet, langs) for sheet in catalogue(load()).values() for langs in languages(sheet)
    )


def test_the_persons_own_sheets_also_come_in_both_languages_at_once(run, tmp_path):
    assert run("consent", "daily-report").exit_code == 0
    assert {"consent.ja-en.docx", "daily-report.ja-en.docx"} < {path.name for path in tmp_path.iterdir()}


def test_the_same_bytes_come_out_anywhere_at_any_time(tmp_path):
    def built(folder, **environment):
        command = [sys.executable, str(ROOT / "build_worksheets.py"), "--out", str(tmp_path / folder)]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env={**os.environ, **environment})
        return {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}

    assert built("a", TZ="Asia/Tokyo", PYTHONHASHSEED="1") == built("b/c", TZ="America/New_York", PYTHONHASHSEED="7")


def test_it_writes_one_sheet_in_one_language(run, tmp_path):
    assert run("resource-map", "--lang", "en").exit_code == 0
    assert [path.name for path in tmp_path.glob("*.*")] == ["resource-map.en.docx"]


def test_a_misspelt_sheet_names_the_nearest(run):
    result = run("resource-mapp")
    assert result.exit_code == 2
    assert 'Did you mean "resource-map"?' in result.output


def fill_in(path):
    """Change the document as an office suite would."""
    found = parts(path)
    found[DOCUMENT] = found[DOCUMENT].replace("\u3000".encode() * 8, "記入".encode(), 1)
    write(path, found)
    return path.read_bytes()


def test_a_filled_in_sheet_is_never_replaced(run, tmp_path):
    run("resource-map", "--lang", "ja")
    filled = fill_in(tmp_path / "resource-map.ja.docx")
    result = run("resource-map", "--lang", "ja")
    assert result.exit_code == 1
    assert "filled in?" in result.output
    assert (tmp_path / "resource-map.ja.docx").read_bytes() == filled


def test_force_keeps_a_numbered_copy(run, tmp_path):
    run("resource-map", "--lang", "ja")
    filled = fill_in(tmp_path / "resource-map.ja.docx")
    assert run("resource-map", "--lang", "ja", "--force").exit_code == 0
    assert (tmp_path / "resource-map.ja.1.docx").read_bytes() == filled


def test_an_untouched_sheet_is_written_anew(run):
    assert run("resource-map").exit_code == 0
    assert run("resource-map").exit_code == 0


def test_the_list_names_every_sheet(run):
    assert [line.split("\t")[0] for line in run("--list").output.splitlines()] == list(catalogue(load()))


def test_a_slip_in_a_sheet_is_said_with_file_line_and_key(tmp_path):
    text = (FOLDER / "resource-map.yml").read_text("utf-8")
    (tmp_path / "resource-map.yml").write_text(text.replace("kind: map", "kind: mpa", 1), "utf-8")
    with pytest.raises(ContentError, match=r"resource-map\.yml:\d+: sections\[\S+\]\.fields\[map\]: .*mpa"):
        catalogue(load(), tmp_path)


def test_an_example_that_fills_a_field_that_is_not_there_names_the_nearest(tmp_path):
    for name in ("resource-map", "resource-map-example"):
        text = (FOLDER / f"{name}.yml").read_text("utf-8")
        (tmp_path / f"{name}.yml").write_text(text.replace("  at-night: {", "  at-nihgt: {", 1), "utf-8")
    with pytest.raises(ContentError, match=r'resource-map-example.*Did you mean "at-night"'):
        catalogue(load(), tmp_path)


def test_a_field_that_stands_twice_is_named(tmp_path):
    text = (FOLDER / "purpose-sheet.yml").read_text("utf-8")
    (tmp_path / "purpose-sheet.yml").write_text(text.replace("{id: at-home,", "{id: name,", 1), "utf-8")
    with pytest.raises(ContentError, match=r"purpose-sheet\.yml:1: the field \"name\" stands 2 times"):
        catalogue(load(), tmp_path)


def test_a_field_whose_id_is_too_long_for_word_is_named(tmp_path):
    text = (FOLDER / "purpose-sheet.yml").read_text("utf-8")
    long = "i" * 35  # with its answers' "-1", 37; with "b_" in front, Word holds 40
    (tmp_path / "purpose-sheet.yml").write_text(text.replace("{id: confident,", f"{{id: {long}-x,", 1), "utf-8")
    with pytest.raises(ContentError, match=r"purpose-sheet\.yml:1: .* is 39 characters long"):
        catalogue(load(), tmp_path)
