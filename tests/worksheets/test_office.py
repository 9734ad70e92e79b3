"""An office's month: a roster becomes sheets, sheets become a list, last month's begins the next."""

import csv
import io
import json
import subprocess
import sys
import time
import zipfile

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from conftest import ROOT
from content.load import load
from docx_files import DOCUMENT, parts
from worksheets.boxes import boxes, copies
from worksheets.catalogue import catalogue, languages
from worksheets.office import strangers
from worksheets.office.carry import carried, next_month
from worksheets.office.collect import listed, read
from worksheets.office.commands import carry, collect, fill
from worksheets.office.fill import template
from worksheets.office.keep import Busy, kept
from worksheets.office.roster import people
from worksheets.office.segments import Template
from worksheets.office.strangers import Refused
from worksheets.writer.document import document_bytes

pytestmark = pytest.mark.slow

GUIDE = load()
SHEETS = catalogue(GUIDE)
REPORT = SHEETS["support-report"]
MADE = template(GUIDE, REPORT, "ja")
WORDS = "山田 <&> $1 ]]> 😀\n二行目"
EVERY = [(sheet, langs) for sheet in SHEETS.values() if not sheet.example for langs in languages(sheet)]
QUICK = [each for each in EVERY if each[0].id in ("support-report", "consent", "retention-assessment-person")]


def full(sheet):
    """A value for every box."""
    kinds = {"date": "2026-11-30", "checkbox": True, "radio": True}
    every = [box for section in sheet.sections for field in section.fields for box in boxes(GUIDE, field)]
    return {box.tag: box.choices[-1].id if box.choices else kinds.get(box.kind, WORDS) for box in every}


def round_trip(sheet, langs):
    made = Template(document_bytes(GUIDE, langs, sheet), copies(GUIDE, sheet))
    values = full(sheet)
    got = read(GUIDE, made.filled(values))
    assert (got.values, got.notes, got.sheet.id) == (values, [], sheet.id)
    assert not read(GUIDE, made.filled({})).values


@pytest.mark.parametrize(
    ("sheet", "langs"), QUICK, ids=lambda each: getattr(each, "id", "-".join(each) if isinstance(each, tuple) else "")
)
def test_what_is_filled_in_is_read_back(sheet, langs):
    round_trip(sheet, langs)


@pytest.mark.matrix
@pytest.mark.parametrize(
    ("sheet", "langs"), EVERY, ids=lambda each: getattr(each, "id", "-".join(each) if isinstance(each, tuple) else "")
)
def test_what_is_filled_in_is_read_back_from_every_sheet_and_language(sheet, langs):
    round_trip(sheet, langs)


def test_the_head_of_later_pages_says_the_name_too():
    filled = parts(MADE.filled({"name": "山田"}))
    assert any("山田".encode() in data for name, data in filled.items() if name.startswith("word/header"))


def test_the_same_values_give_the_same_bytes():
    assert MADE.filled(full(REPORT)) == template(GUIDE, REPORT, "ja").filled(full(REPORT))


def roster(tmp_path, text, encoding="utf-8", name="roster.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def run(command, *words):
    return CliRunner().invoke(command, [str(word) for word in words])


def test_a_roster_as_excel_in_japan_writes_it(tmp_path):
    text = "ファイル名,本人の名前,対象の月,作成した日,方法\r\nＡ,髙橋 一郎,令和８年１１月,R8.11.30,\r\n".replace(
        ",方法", ",支援 1: 方法"
    ).replace("30,\r", "30,対面\r")
    persons, bad = people(GUIDE, REPORT, "r.csv", text.encode("cp932"), "ja")
    assert not bad
    assert persons[0].values == {
        "name": "髙橋 一郎", "month": "令和８年１１月", "made-on": "2026-11-30", "contact-1-means-face-to-face": True,
    }  # fmt: skip
    for encoding in ("utf-8", "utf-8-sig"):
        assert people(GUIDE, REPORT, "r.csv", text.encode(encoding), "ja") == (persons, [])


def test_a_roster_in_excels_own_format_and_in_english(tmp_path):
    from datetime import date

    book = Workbook()
    book.active.append(["file", "Person's name", "made-on", "Month"])
    book.active.append([7, "Yamada", date(2026, 11, 30), "November 2026"])
    out = io.BytesIO()
    book.save(out)
    persons, bad = people(GUIDE, REPORT, "r.xlsx", out.getvalue(), "en")
    assert not bad
    assert (persons[0].file, persons[0].values["made-on"]) == ("7", "2026-11-30")


def test_the_days_of_a_route_come_from_the_day_of_hire():
    sheet = SHEETS["schedule-standard"]
    persons, bad = people(GUIDE, sheet, "r.csv", "name,就職した日\n山田,令和6年4月1日\n".encode(), "ja")
    assert not bad
    assert persons[0].values["latest-end-1-day"] == "2027-09-30"  # as routes.yml works it by hand


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("本人の名まえ\n山田\n", 'Did you mean "本人の名前"'),
        ("made-on\n2026/2/30\n", "その日付はありません"),
        ("made-on\n8/4/1\n", "西暦か元号か"),
        ("file\nA\na\n", "two rows"),
        ("file\n../x\n", "cannot be part of a file's name"),
        ("file\nCON\n", "cannot be part of a file's name"),
        ("name,name\na,b\n", "another column"),
        ("name\na,b\n", "under no header"),
        ("contact-1-means\n電話\n", "write one of 対面"),
        (f"name\n{'あ' * 10_001}\n", "longer than"),
    ],
)
def test_every_bad_cell_is_named_and_nothing_is_written(tmp_path, text, says):
    done = run(fill, roster(tmp_path, text), "--sheet", "support-report", "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert says in done.output
    assert "row " in done.output
    assert not (tmp_path / "out").exists()


def broken(change):
    members = parts(MADE.filled({"name": "山田"}))
    change(members)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def put(name, data):
    return lambda members: members.__setitem__(name, data)


def inside(old, new):
    return lambda members: members.__setitem__(DOCUMENT, members[DOCUMENT].replace(old, new, 1))


GOOD = MADE.filled({"name": "山田"})
HOSTILE = {
    "empty": b"",
    "words": b"hello",
    "pdf": b"%PDF-1.7 ...",
    "old doc": b"\xd0\xcf\x11\xe0" + bytes(600),
    "half a file": GOOD[: len(GOOD) // 2],
    "without its end": GOOD[:-10],
    "bytes turned over": GOOD[:900] + bytes(200) + GOOD[1100:],
    "larger than the cap": b"PK" + bytes(strangers.FILE),
    "bomb": broken(put("word/media/x", bytes(30_000_000))),
    "bomb as document": broken(put(DOCUMENT, b" " * 15_000_000)),
    "500 parts": broken(lambda members: members.update({f"x/{number}": b"" for number in range(500)})),
    "no document": broken(lambda members: members.pop(DOCUMENT)),
    "points outside": broken(put("../../evil.sh", b"x")),
    "an absolute path": broken(put("/etc/passwd", b"x")),
    "backslashes": broken(put("..\\evil.bat", b"x")),
    "macros": broken(put("word/vbaProject.bin", b"x")),
    "an embedded program": broken(put("word/embeddings/oleObject1.bin", b"x")),
    "macros by kind": broken(put("[Content_Types].xml", b"application/vnd.ms-word.document.macroEnabled.main+xml")),
    "a template from elsewhere": broken(put("word/_rels/settings.xml.rels", b'<r Type="x/attachedTemplate" Target="http://x" TargetMode="External"/>')),
    "laughs": broken(inside(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document')),
    "a file of the system": broken(inside(b"<w:document", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><w:document')),
    "utf-16": broken(lambda members: members.__setitem__(DOCUMENT, members[DOCUMENT].decode().encode("utf-16"))),
    "broken XML": broken(inside(b"</w:body>", b"")),
    "control characters": broken(inside("山田".encode(), b"\x01")),
    "deep XML": broken(put(DOCUMENT, b"<a>" * 3000 + b"</a>" * 3000)),
    "another form": broken(put("docProps/custom.xml", b'<P><p name="FormId"><v>no-such</v></p></P>')),
    "no form": broken(lambda members: members.pop("docProps/custom.xml")),
    "a spreadsheet": broken(lambda members: members.__setitem__("xl/workbook.xml", members.pop(DOCUMENT))),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_not_to_be_trusted_is_refused_in_words_and_the_others_go_on(tmp_path, name):
    (tmp_path / "bad.docx").write_bytes(HOSTILE[name])
    (tmp_path / "good.docx").write_bytes(GOOD)
    done = run(collect, tmp_path / "bad.docx", tmp_path / "good.docx", "--out", tmp_path / "list.json")
    assert done.exit_code == 1
    assert "bad.docx: " in done.output
    assert [each["file"] for each in json.loads((tmp_path / "list.json").read_text("utf-8"))] == ["good.docx"]


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"name\n\x81", b'name\n"a', b"PK\3\4rest", HOSTILE["bomb"], GOOD])
def test_what_is_no_roster_is_refused_in_words(tmp_path, data):
    (tmp_path / "r").write_bytes(data)
    done = run(fill, tmp_path / "r", "--sheet", "support-report", "--out", tmp_path / "out")
    assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True)
    assert not (tmp_path / "out").exists()


def test_what_begins_like_a_formula_stays_words(tmp_path):
    got = read(GUIDE, MADE.filled({"name": "=1+1"}))
    table = list(csv.reader(io.StringIO(listed(GUIDE, "csv", [("a", got)], "ja").decode("utf-8-sig"))))
    assert "'=1+1" in table[1]
    book = load_workbook(io.BytesIO(listed(GUIDE, "xlsx", [("a", got)], "ja")))
    assert [cell.data_type for cell in book.active[2] if cell.value == "=1+1"] == ["s"]


def test_a_list_can_be_the_next_roster():
    got = read(GUIDE, MADE.filled({"name": "山田", "made-on": "2026-11-30", "given-how-hand": True}))
    table = list(csv.reader(io.StringIO(listed(GUIDE, "csv", [("a", got)], "ja").decode("utf-8-sig"))))
    rows = [[cell for place, cell in enumerate(row) if place > 2] for row in table]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    persons, bad = people(GUIDE, REPORT, "r.csv", out.getvalue().encode(), "ja")
    assert (persons[0].values, bad) == (got.values, [])


def test_an_edited_file_is_never_replaced_and_what_is_there_is_not_written_again(tmp_path):
    path, out = roster(tmp_path, "file,name\nA,山田\nB,佐藤\n"), tmp_path / "out"
    words = (path, "--sheet", "support-report", "--out", out)
    assert run(fill, *words).exit_code == 0
    first, second = sorted(out.glob("*.docx"))
    first.write_bytes(b"mine")
    before = second.stat().st_mtime_ns
    done = run(fill, *words)
    assert (done.exit_code, first.read_bytes(), second.stat().st_mtime_ns) == (1, b"mine", before)
    assert first.name in done.output


def test_a_dry_run_and_a_check_write_nothing(tmp_path):
    path = roster(tmp_path, "file,name,month\nA,山田,2026年11月\n")
    for option in ("--check", "--dry-run"):
        assert run(fill, path, "--sheet", "support-report", "--out", tmp_path / "out", option).exit_code == 0
    assert not (tmp_path / "out").exists()


def test_two_runs_at_once_do_not_mix(tmp_path):
    with kept(tmp_path), pytest.raises(Busy), kept(tmp_path):
        pass


def test_a_killed_run_is_taken_up_again(tmp_path):
    path, out = tmp_path / "r.csv", tmp_path / "out"
    path.write_text("file,name\n" + "".join(f"P{number},山田{number}\n" for number in range(400)), "utf-8")
    words = [sys.executable, "build_worksheets.py", "fill", path, "--sheet", "support-report", "--out", out]
    killed = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ends = time.monotonic() + 60
    while killed.poll() is None and time.monotonic() < ends and len(list(out.glob("*.docx"))) < 20:
        time.sleep(0.005)
    killed.kill()
    killed.wait()
    (out / ".支援レポート_P0.docx.abcd1234").write_bytes(b"half")
    with open(out / "SHA256SUMS", "a", encoding="utf-8") as torn:
        torn.write("0123")
    assert run(fill, path, "--sheet", "support-report", "--out", out).exit_code == 0
    assert len(list(out.glob("*.docx"))) == 400
    assert not list(out.glob(".*.docx*"))
    for each in out.glob("*.docx"):
        assert read(GUIDE, each.read_bytes()).values["name"] == f"山田{each.stem.rpartition('P')[2]}"


@pytest.mark.parametrize(
    ("last", "now", "month"),
    [
        ("2026年11月", "2026年12月", "2026-12"),
        ("2026年12月", "2027年1月", "2027-01"),
        ("令和８年12月", "令和9年1月", "2027-01"),
        ("R8.11", "R8.12", "2026-12"),
        ("2026-09", "2026-10", "2026-10"),
        ("2026/12", "2027/01", "2027-01"),
        ("November 2026", "December 2026", "2026-12"),
        ("先月", "", ""),
        ("2026年13月", "", ""),
    ],
)
def test_the_month_moves_on_as_it_was_written(last, now, month):
    assert next_month(GUIDE, last) == (now, month)


def test_next_months_report_begins_with_last_months(tmp_path):
    last = {"name": "山田", "provider": "あおぞら", "next-support": "週1回", "month": "2026年11月", "result": "できた"}
    (tmp_path / "支援レポート_2026-11_A.docx").write_bytes(MADE.filled(last))
    done = run(carry, tmp_path / "支援レポート_2026-11_A.docx", "--out", tmp_path / "next")
    assert done.exit_code == 0
    [made] = (tmp_path / "next").glob("*.docx")
    assert made.name == "支援レポート_2026-12_A.docx"
    assert read(GUIDE, made.read_bytes()).values == {
        "name": "山田", "provider": "あおぞら", "goal": "週1回", "month": "2026年12月",
    }  # fmt: skip


def test_the_rules_name_fields_that_are_there():
    from worksheets.office.carry import rules

    for id, rule in rules().items():
        assert {*rule.same, *rule.begun, *rule.begun.values(), rule.month} <= template(GUIDE, SHEETS[id], "ja").tags


def test_what_is_carried_from_a_sheet_without_rules_is_said():
    with pytest.raises(Refused, match="nothing is carried"):
        carried(GUIDE, read(GUIDE, template(GUIDE, SHEETS["consent"], "ja").filled({})))


def test_the_sample_roster_is_in_order():
    sample = ROOT / "worksheets/office/sample.csv"
    persons, bad = people(GUIDE, REPORT, sample.name, sample.read_bytes(), "ja")
    assert (len(persons), bad) == (3, [])
