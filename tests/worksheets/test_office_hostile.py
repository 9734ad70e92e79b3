"""Hostile and broken files: each is refused in words with exit code 1, nothing is written, and the rest of a batch goes on."""

import io
import json
import struct
import zipfile

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from content.load import load
from docx_files import DOCUMENT, parts
from worksheets.catalogue import catalogue
from worksheets.office.commands import office
from worksheets.office.segments import Template
from worksheets.writer.document import document_bytes

GUIDE = load()
SHEET = catalogue(GUIDE)["support-report"]
GOOD = Template(document_bytes(GUIDE, ("ja",), SHEET), {"name", "goal", "given-on"}, {}).filled(
    {"name": "青木", "goal": "x"}
)
MEMBERS = parts(GOOD)
CUSTOM, SETTINGS = "docProps/custom.xml", "word/settings.xml"
XML = '<?xml version="1.0" encoding="UTF-8"?>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(changed=None, more=(), method=zipfile.ZIP_DEFLATED):
    """The good sheet with other members; None takes one out, `more` are written besides."""
    out = io.BytesIO()
    members = {**MEMBERS, **(changed or {})}
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            if data is not None:
                made.writestr(name, data)
        for name, data in more:
            made.writestr(name, data)
    return out.getvalue()


def with_document(change):
    return package({DOCUMENT: change(MEMBERS[DOCUMENT])})


def lying_size():
    """A member that says it is small and isn't."""
    made = bytearray(package({DOCUMENT: b"x" * 60_000_000}))
    at = made.rfind(DOCUMENT.encode()) - 46
    made[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(made)


def encrypted():
    made = bytearray(package())
    at = made.rfind(DOCUMENT.encode()) - 46
    made[at + 8] |= 1
    return bytes(made)


def other_method():
    made = bytearray(package())
    at = made.rfind(DOCUMENT.encode()) - 46
    made[at + 10] = 99
    return bytes(made)


def broken_sum():
    made = bytearray(package(method=zipfile.ZIP_STORED))
    at = made.find(b"<w:body>")
    made[at + 3] ^= 1
    return bytes(made)


def workbook(*rows, change=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue() if change is None else rezipped(out.getvalue(), change)


def rezipped(data, change):
    members = change(parts(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, member in members.items():
            made.writestr(name, member)
    return out.getvalue()


def deep(levels):
    return f"{XML}<w:document xmlns:w='{W}'>{'<w:p>' * levels}{'</w:p>' * levels}</w:document>".encode()


LAUGHS = f'{XML}<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'.encode()
OUTSIDE = f'{XML}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'.encode()
LINKED = f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/attachedTemplate" Target="file:///nowhere/x.dotm" TargetMode="External"/></Relationships>'
TAGGED = MEMBERS[DOCUMENT]
SHEETS = {
    "empty": (b"", "0バイト"),
    "one-byte": (b"P", ".docxではありません"),
    "text": ("支援レポート".encode(), ".docxではありません"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDFです"),
    "old-word-or-locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "古い形式"),
    "rtf": (b"{\\rtf1\\ansi}", "RTFです"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "画像です"),
    "jpeg": (b"\xff\xd8\xff\xe0" + b"\0" * 50, "画像です"),
    "web-page": (b"<html><body>x</body></html>", ".docxではありません"),
    "cut-off": (GOOD[: len(GOOD) // 2], "壊れていて"),
    "cut-at-the-end": (GOOD[:-10], "壊れていて"),
    "only-the-end": (b"PK\x05\x06" + b"\0" * 18, ".docxではありません"),
    "head-of-a-zip": (b"PK\x03\x04" + b"\xff" * 60, "壊れていて"),
    "a-zip-of-photos": (rezipped(GOOD, lambda _: {"a.jpg": b"x"}), ".docxではありません"),
    "a-workbook": (workbook(["氏名"]), ".docxではありません"),
    "without-document": (package({DOCUMENT: None}), ".docxではありません"),
    "without-its-id": (package({CUSTOM: None}), "様式の番号がありません"),
    "another-sheets-id": (package({CUSTOM: MEMBERS[CUSTOM].replace(b"support-report", b"tax-return")}), "tax-return"),
    "an-empty-id": (package({CUSTOM: MEMBERS[CUSTOM].replace(b">support-report<", b"><")}), "様式の番号がありません"),
    "id-of-a-sheet-without-its-fields": (
        with_document(lambda x: x.replace(b"<w:tag ", b"<w:gat ").replace(b'"b_', b'"c_')),
        "作り変えられて",
    ),
    "macros": (package(more=[("word/vbaProject.bin", b"x")]), "マクロ"),
    "macros-in-capitals": (package(more=[("word/VBAPROJECT.BIN", b"x")]), "マクロ"),
    "embedded-program": (package(more=[("word/embeddings/oleObject1.bin", b"x")]), "プログラム"),
    "macros-by-its-kind": (
        package(
            {"[Content_Types].xml": MEMBERS["[Content_Types].xml"].replace(b"main+xml", b"macroEnabled.main+xml", 1)}
        ),
        "マクロ",
    ),
    "template-from-elsewhere": (package(more=[("word/_rels/settings.xml.rels", LINKED)]), "ほかの場所"),
    "bomb": (package(more=[("word/x.xml", b"\0" * 30_000_000)]), "大きすぎます"),
    "bomb-in-the-document": (package({DOCUMENT: b"<" + b" " * 30_000_000}), "大きすぎます"),
    "many-large-parts": (package(more=[(f"word/{n}.bin", bytes(900_000)) for n in range(150)]), "大きすぎます"),
    "lying-size": (lying_size(), "大きすぎます|壊れていて"),
    "500-parts": (package(more=[(f"word/{n}.xml", b"") for n in range(500)]), "部品が400個"),
    "path-upwards": (package(more=[("../../evil.sh", b"x")]), "安全でない名前"),
    "path-from-the-root": (package(more=[("/etc/cron.d/x", b"x")]), "安全でない名前"),
    "path-with-backslashes": (package(more=[("..\\evil.bat", b"x")]), "安全でない名前"),
    "encrypted-part": (encrypted(), "パスワード"),
    "unknown-packing": (other_method(), "壊れていて"),
    "broken-sum": (broken_sum(), "壊れていて"),
    "billion-laughs": (package({DOCUMENT: LAUGHS}), "安全でない書き方"),
    "external-entity": (package({DOCUMENT: OUTSIDE}), "安全でない書き方"),
    "entity-in-the-properties": (package({CUSTOM: OUTSIDE}), "安全でない書き方"),
    "utf-16-hiding-a-doctype": (
        package({DOCUMENT: LAUGHS.decode().replace("UTF-8", "UTF-16").encode("utf-16")}),
        "安全でない書き方",
    ),
    "another-encoding": (package({DOCUMENT: TAGGED.replace(b"UTF-8", b"EUC-JP", 1)}), "安全でない書き方"),
    "xml-cut-off": (with_document(lambda x: x[:-100]), "安全でない書き方"),
    "xml-with-a-null": (with_document(lambda x: x.replace(b"</w:body>", b"\0</w:body>")), "安全でない書き方"),
    "2000-deep": (package({DOCUMENT: deep(2000)}), "安全でない書き方"),
    "empty-document": (package({DOCUMENT: b""}), "安全でない書き方"),
    "20-mb-attribute": (
        with_document(lambda x: x.replace(b"<w:body>", b'<w:body x="' + bytes(range(65, 91)) * 450_000 + b'">')),
        "大きすぎます|安全でない書き方",
    ),
    "not-word-xml": (package({DOCUMENT: f"{XML}<html/>".encode()}), "作り変えられて"),
}


def twice():
    out = io.BytesIO(package())
    with pytest.warns(UserWarning), zipfile.ZipFile(out, "a") as made:
        made.writestr(DOCUMENT, TAGGED)
    return out.getvalue()


@pytest.fixture
def run():
    def called(*args):
        result = CliRunner().invoke(office, [str(each) for each in args])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return called


@pytest.mark.parametrize("name", [*SHEETS, "document-twice"])
def test_a_bad_sheet_is_refused_in_words_and_the_others_go_on(run, tmp_path, name):
    data, words = SHEETS[name] if name in SHEETS else (twice(), "同じ名前の部品")
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
