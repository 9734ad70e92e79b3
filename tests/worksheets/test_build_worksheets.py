"""The command line: what it writes, what it refuses, how it says so."""

import zipfile

import pytest
from click.testing import CliRunner

from build_worksheets import build
from content.load import ContentError, load
from worksheets.catalogue import FOLDER, catalogue


@pytest.fixture
def run(tmp_path):
    return lambda *args: CliRunner().invoke(build, [*args, "--out", str(tmp_path)])


def test_it_writes_every_sheet_in_both_languages(run, tmp_path):
    assert run().exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        f"{id}.{lang}.docx" for id in catalogue(load()) for lang in ("ja", "en")
    )


def test_it_writes_one_sheet_in_one_language(run, tmp_path):
    assert run("resource-map", "--lang", "en").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["resource-map.en.docx"]


def test_a_misspelt_sheet_names_the_nearest(run):
    result = run("resource-mapp")
    assert result.exit_code == 2
    assert 'Did you mean "resource-map"?' in result.output


def fill_in(path):
    """Change the document as an office suite would."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("\u3000".encode() * 8, "記入".encode(), 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
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
    (tmp_path / "resource-map.yml").write_text(text.replace("kind: date, ", "kind: dato, ", 1), "utf-8")
    with pytest.raises(ContentError, match=r"resource-map\.yml:\d+: sections\.2\.fields\.0.*dato"):
        catalogue(load(), tmp_path)
