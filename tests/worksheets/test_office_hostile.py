"""Hostile and broken files: each is refused in words with exit code 1, nothing is written, and the rest of a batch goes on."""

import json

import pytest
from click.testing import CliRunner
from hostile import GOOD, LAUGHS, LINKED, SHEETS, package, with_document, workbook

from worksheets.office.commands import office


@pytest.fixture
def run():
    def called(*args):
        result = CliRunner().invoke(office, [str(each) for each in args])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return called


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.slow
def test_a_bad_sheet_is_refused_in_words_and_the_others_go_on(run, tmp_path, name):
    data, words = SHEETS[name]
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "b.docx").write_bytes(GOOD)
    result = run("collect", tmp_path / "a.docx", tmp_path / "b.docx", "--out", tmp_path / "x.json")
    assert result.exit_code == 1
    assert any(each in result.output for each in words.split("|")), result.output
    bad, good = json.loads((tmp_path / "x.json").read_text("utf-8"))
    assert "values" not in bad and good["values"] == {"name": "青木", "goal": "x"}
    assert run("carry", tmp_path / "a.docx", "--out", tmp_path / "next").exit_code == 1
    assert list((tmp_path / "next").glob("*.docx")) == []


def test_what_is_no_file_is_said(run, tmp_path):
    result = run("collect", tmp_path / "nowhere.docx", "--out", tmp_path / "x.csv")
    assert result.exit_code == 1 and "ファイルがありません" in result.output
    assert run("collect", tmp_path, "--out", tmp_path / "y.csv").exit_code == 1


ALTERED = {
    "a-field-taken-out": (
        lambda x: x.replace(b'w:val="goal"', b'w:val="gaol"').replace(b'"b_goal"', b'"gone"'),
        "goal",
        "欄がなくなっています",
    ),
    "a-field-copied": (
        lambda x: x.replace(b'w:val="goal"', b'w:val="name"').replace(b'"b_goal"', b'"gone"'),
        "name",
        "同じ欄が2つ",
    ),
    "a-day-in-words": (
        lambda x: x.replace("　".encode() * 8, "来月のどこか".encode()).replace(b"<w:showingPlcHdr/>", b""),
        "made-on",
        "日付として読めません",
    ),
}


@pytest.mark.parametrize("name", ALTERED)
def test_an_altered_form_is_read_as_far_as_it_can_be_and_the_field_is_named(run, tmp_path, name):
    change, field, words = ALTERED[name]
    (tmp_path / "a.docx").write_bytes(with_document(change))
    result = run("collect", tmp_path / "a.docx", "--out", tmp_path / "x.json")
    assert result.exit_code == 1
    (found,) = json.loads((tmp_path / "x.json").read_text("utf-8"))
    assert found["values"]["name"] == "青木"
    assert any(each["field"] == field and words in each["why"] for each in found["unread"]), found["unread"]


def test_a_link_to_a_page_in_the_web_is_no_reason_to_refuse_a_sheet(run, tmp_path):
    rels = LINKED.replace("attachedTemplate", "hyperlink").replace("file:///nowhere/x.dotm", "https://example.com")
    (tmp_path / "a.docx").write_bytes(package({"word/_rels/settings.xml.rels": rels.encode()}))
    assert run("collect", tmp_path / "a.docx", "--out", tmp_path / "x.csv").exit_code == 0


def test_what_word_keeps_beside_an_open_file_is_no_sheet(run, tmp_path):
    (tmp_path / "~$a.docx").write_bytes(b"x" * 162)
    (tmp_path / "b.docx").write_bytes(GOOD)
    assert run("collect", tmp_path, "--out", tmp_path / "x.csv").exit_code == 0


def rows(*lines):
    return "\r\n".join(lines).encode()


BOMB = workbook(["氏名"], change=lambda found: found | {"xl/worksheets/x.xml": b"\0" * 30_000_000})
ROSTERS = {
    "empty": (b"", "0バイト"),
    "a-picture": (b"\x89PNG\r\n\x1a\n", "画像です"),
    "a-pdf": (b"%PDF-1.4", "PDFです"),
    "a-word-file": (GOOD, "表計算のファイル"),
    "old-excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "古い形式"),
    "excels-web-page": (b"<html><table><tr><td>x</td></tr></table></html>", "ウェブページ"),
    "binary": (bytes(range(256)) * 4, "文字の並びとして"),
    "text-with-nulls": ("氏名\0,x".encode(), "文字の並びとして"),
    "half-a-letter-of-shift-jis": ("氏名\r\n".encode("cp932") + b"\x90", "文字の並びとして"),
    "only-heads": (rows("氏名,記号"), "名簿に人がいません"),
    "no-heads": (rows("青木,A", "伊藤,B"), "名前の列が見つかりません"),
    "only-blank-lines": (b"\r\n\r\n,,,\r\n", "名前の列が見つかりません"),
    "a-comma-too-many": (rows("氏名,記号", "青木,A,B"), "「C」、「B」：見出しのない列"),
    "two-columns-of-names": (rows("氏名,名前", "青木,青木"), "同じ意味の列"),
    "an-error-of-excels": (rows("氏名,就職日", "青木,#REF!"), "Excelの計算の誤り"),
    "hashes-for-a-narrow-column": (rows("氏名,就職日", "青木,########"), "日付として読めません"),
    "day-and-month-first": (rows("氏名,就職日", "青木,01/04/2025"), "日と月のどちらが先か"),
    "year-of-two-digits": (rows("氏名,就職日", "青木,25/4/1"), "西暦か元号か"),
    "no-such-day": (rows("氏名,就職日", "青木,2025/2/30"), "その日付はありません"),
    "start-before-hire": (rows("氏名,就職日,利用開始日", "青木,2025/4/1,2025/4/2"), "日付どうしが合わず"),
    "an-unknown-route": (rows("氏名,流れ", "青木,近道"), "選べるのは"),
    "a-route-without-its-day": (rows("氏名,流れ", "青木,return-to-work"), "の日付がありません"),
    "two-of-one-label": (rows("氏名,記号", "青木,A", "伊藤,A"), "2行目と同じ"),
    "labels-alike-on-windows": (rows("氏名,記号", "青木,a", "伊藤,A"), "2行目と同じ"),
    "an-open-quote": (b'\xe6\xb0\x8f\xe5\x90\x8d\r\n"' + b"x" * 140_000, "CSVとして読めません"),
    "too-many-columns": (rows("氏名" + ",x" * 400, "青木"), "列が300"),
    "a-broken-workbook": (workbook(["氏名"])[:-200], "壊れていて"),
    "a-workbook-without-its-sheet": (
        workbook(["氏名"], change=lambda found: {k: v for k, v in found.items() if "sheet1" not in k}),
        "壊れていて|名前の列",
    ),
    "a-workbook-with-an-entity": (
        workbook(["氏名"], change=lambda found: found | {"xl/workbook.xml": LAUGHS}),
        "安全でない書き方",
    ),
    "a-workbook-with-macros": (workbook(["氏名"], change=lambda found: found | {"xl/vbaProject.bin": b"x"}), "マクロ"),
    "a-bomb-of-a-workbook": (BOMB, "大きすぎます"),
    "a-workbook-cut-in-its-xml": (
        workbook(
            ["氏名"], change=lambda found: found | {"xl/worksheets/sheet1.xml": found["xl/worksheets/sheet1.xml"][:-50]}
        ),
        "壊れていて",
    ),
}


@pytest.mark.parametrize("name", ROSTERS)
@pytest.mark.parametrize("command", ["fill", "schedule"])
def test_a_bad_roster_is_refused_in_words_and_nothing_is_written(run, tmp_path, name, command):
    data, words = ROSTERS[name]
    if command == "schedule" and name in ("labels-alike-on-windows",):
        pytest.skip("no files by label")
    table = tmp_path / "roster.csv"
    table.write_bytes(data)
    more = ("--sheet", "support-report") if command == "fill" else ()
    result = run(command, table, "--out", tmp_path / "out", *more)
    assert result.exit_code == 1, result.output
    assert str(table) in result.output and any(each in result.output for each in words.split("|")), result.output
    assert not (tmp_path / "out").exists()


def test_a_folder_that_must_not_be_written_into_is_said(run, tmp_path):
    (tmp_path / "r.csv").write_text("氏名\r\n青木\r\n", "utf-8")
    (tmp_path / "out").write_text("a file")
    result = run("fill", tmp_path / "r.csv", "--sheet", "support-report", "--out", tmp_path / "out")
    assert result.exit_code == 1 and "Errno" not in result.output


def test_there_are_at_least_sixty_of_them():
    assert len(SHEETS) + len(ALTERED) + len(ROSTERS) >= 60
