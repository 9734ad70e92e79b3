"""An office's month on the command line: roster in, sheets out, values back."""

import json
import re
import subprocess
import sys
import time
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar
from openpyxl import Workbook, load_workbook

from conftest import ROOT
from content.base import LANGUAGES
from content.load import load
from content.typed_days import Reader
from docx_files import DOCUMENT, parts, validated, write
from worksheets.boxes import copies
from worksheets.catalogue import catalogue, languages
from worksheets.made import LIST
from worksheets.office.collect import collected
from worksheets.office.commands import office
from worksheets.office.folder import LOCK, file_name, folder
from worksheets.office.forms import fields
from worksheets.office.inspection import shown
from worksheets.office.next import carried, following, month_of, rules, unknown
from worksheets.office.roster import by_rules, known, roster
from worksheets.office.said import Refused, all_words
from worksheets.office.segments import Template
from worksheets.office.summary import mean
from worksheets.office.tables import tables
from worksheets.writer.document import document_bytes

pytestmark = pytest.mark.slow

GUIDE = load()
HEADS = ["氏名", "記号", "事業所名", "担当者", "就職日", "今月の主な目標"]
AOKI = ["青木 花子", "A", "みどり定着支援", "山田 太郎", "R7.4.1", "休まず通う"]
ITO = ["伊藤 次郎", "B", "みどり定着支援", "山田 太郎", "2025年10月15日", ""]
DOCX = re.compile(r".+\.docx")


def csv(*rows):
    return "\r\n".join(",".join(row) for row in rows) + "\r\n"


@pytest.fixture
def run(tmp_path):
    return lambda *args: CliRunner().invoke(office, [str(each) for each in args])


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(csv(HEADS, AOKI, ITO), "utf-8-sig")
    return path


def fill(run, table, out, *more, sheet="support-report", month="2026-11"):
    return run("fill", table, "--sheet", sheet, "--out", out, "--month", month, *more)


def made(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}


def values(path):
    return collected(GUIDE, path.read_bytes()).values


def test_everybody_gets_a_sheet_with_what_the_roster_says(run, table, tmp_path):
    result = fill(run, table, tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert list(made(tmp_path / "out")) == ["支援レポート_2026-11_A.docx", "支援レポート_2026-11_B.docx"]
    assert values(tmp_path / "out/支援レポート_2026-11_A.docx") == {
        "name": "青木 花子",
        "provider": "みどり定着支援",
        "author": "山田 太郎",
        "month": "2026年11月",
        "goal": "休まず通う",
    }


@pytest.mark.parametrize("name", ["محمد علي", "דנה כהן", "𠮷野 𩸽", "𞤀𞤣𞤤𞤢𞤥", "👩‍💼 O'Neil é"])
def test_a_name_in_any_script_comes_back_as_it_was_written(run, tmp_path, name):
    table, out = tmp_path / "roster.csv", tmp_path / "out"
    table.write_text(csv(HEADS, [name, "A", *AOKI[2:]]), "utf-8")
    assert fill(run, table, out).exit_code == 0
    (path,) = out.glob("*.docx")
    assert values(path)["name"] == name


def workbook(path):
    book = Workbook()
    book.active.append(["令和8年度　利用者名簿"])
    book.active.append([])
    for row in (HEADS, [*AOKI[:4], date(2025, 4, 1), *AOKI[5:]], ITO):
        book.active.append(row)
    book.save(path)


@pytest.mark.parametrize(
    "written",
    [
        lambda path: path.write_text(csv(HEADS, AOKI, ITO), "utf-8"),
        lambda path: path.write_text(csv(HEADS, AOKI, ITO), "cp932"),
        lambda path: path.write_text(csv(HEADS, AOKI, ITO).replace(",", "\t"), "utf-16"),
        lambda path: path.write_text("\r\n\r\n" + csv(HEADS, AOKI, ITO).replace(",", ";"), "utf-8-sig"),
        lambda path: path.write_text(csv([f" {each} " for each in HEADS], AOKI, [], ITO, [""] * 6), "utf-8-sig"),
        workbook,
    ],
    ids=["utf-8", "shift-jis", "excels-unicode-text", "semicolons", "blank-lines", "xlsx-with-a-title-above"],
)
def test_a_roster_is_read_as_excel_really_writes_it(run, table, tmp_path, written):
    fill(run, table, tmp_path / "one")
    written(tmp_path / "other.csv")
    result = fill(run, tmp_path / "other.csv", tmp_path / "two")
    assert result.exit_code == 0, result.output
    assert made(tmp_path / "two") == made(tmp_path / "one")


def test_english_heads_do_as_well(run, table, tmp_path):
    fill(run, table, tmp_path / "one")
    heads = ["Name", "Code", "provider", "Caseworker", "Day of hire", "Main goal this month"]
    (tmp_path / "en.csv").write_text(csv(heads, AOKI, ITO), "utf-8")
    fill(run, tmp_path / "en.csv", tmp_path / "two")
    assert made(tmp_path / "two") == made(tmp_path / "one")


def test_every_bad_row_is_said_before_anything_is_written(run, tmp_path):
    bad = tmp_path / "bad.csv"
    heads = [*HEADS, "本人に渡した日", "会社との連絡"]
    rows = (
        [*AOKI, "来月", "した"],
        ["", "B", "", "", "", "", "", ""],
        [*ITO[:4], "2025/13/1", "", "", "たぶん"],
        [*ITO, "", ""],
    )
    bad.write_text(csv(heads, *rows), "utf-8")
    result = fill(run, bad, tmp_path / "out")
    assert result.exit_code == 1
    assert not (tmp_path / "out").exists()
    lines = [line for line in result.output.splitlines() if "行目" in line]
    assert [re.search(r"(\d)行目、「(.+?)」", line).groups() for line in lines] == [
        ("2", "本人に渡した日"),
        ("3", "本人の名前, 氏名, name"),
        ("4", "就職日"),
        ("4", "会社との連絡"),
        ("4", "記号, イニシャル, label"),
        ("5", "記号, イニシャル, label"),
    ]
    assert "来月" in lines[0] and "たぶん" in lines[3] and "した、しない" in lines[3]
    assert fill(run, bad, tmp_path / "out", "--check").exit_code == 1


def test_a_column_that_nothing_is_known_of_is_named_with_the_nearest(run, tmp_path):
    (tmp_path / "r.csv").write_text(csv(["氏名", "事業者名", "備考"], ["青木", "みどり", "x"]), "utf-8")
    result = fill(run, tmp_path / "r.csv", tmp_path / "out")
    assert result.exit_code == 0
    assert "「事業者名」の列は使いません。 「事業所名」のことですか。" in result.output
    assert "「備考」の列は使いません。" in result.output


def test_a_roster_without_names_is_refused(run, tmp_path):
    (tmp_path / "r.csv").write_text(csv(["番号", "備考"], ["1", "x"]), "utf-8")
    result = fill(run, tmp_path / "r.csv", tmp_path / "out")
    assert result.exit_code == 1
    assert "名前の列が見つかりません" in result.output


@pytest.mark.parametrize(
    "written",
    [
        "2025/4/1",
        "R7.4.1",
        "令和７年４月１日",
        "2025-04-01",
        "２０２５．４．１",
        "2025年4月1日（火）",
        "2025/04/01 0:00",
    ],
)
def test_days_are_read_in_every_form(run, tmp_path, written):
    (tmp_path / "r.csv").write_text(csv(["氏名", "就職日"], ["青木", written]), "utf-8")
    assert fill(run, tmp_path / "r.csv", tmp_path / "out", sheet="schedule").exit_code == 0
    (found,) = (values(path) for path in (tmp_path / "out").glob("*.docx"))
    assert (found["first-day"], found["latest-end-1-day"]) == ("2025-04-01", "2028-09-30")


def test_excels_own_number_for_a_day_is_refused_with_what_to_do(run, tmp_path):
    (tmp_path / "r.csv").write_text(csv(["氏名", "就職日"], ["青木", "45748"]), "utf-8")
    result = fill(run, tmp_path / "r.csv", tmp_path / "out")
    assert result.exit_code == 1 and "表示形式を日付に" in result.output


def test_each_persons_schedule_is_that_of_their_route(run, tmp_path):
    rows = (["青木", "標準の流れ", "2025/4/1", ""], ["伊藤", "return-to-work", "", "2025/4/1"])
    (tmp_path / "r.csv").write_text(csv(["氏名", "流れ", "就職日", "復職日"], *rows), "utf-8")
    result = fill(run, tmp_path / "r.csv", tmp_path / "out", sheet="schedule")
    assert result.exit_code == 0, result.output
    ids = {collected(GUIDE, data).sheet for data in made(tmp_path / "out").values()}
    assert ids == {"schedule-standard", "schedule-return-to-work"}


def test_numbers_keep_their_zeros_where_excel_shows_them(tmp_path):
    book = Workbook()
    book.active.append(["氏名", "事業所番号"])
    book.active.append(["青木", 1310000001])
    book.active["B2"].number_format = "000000000000"
    book.save(tmp_path / "r.xlsx")
    (person,) = roster(GUIDE, tables(tmp_path / "r.xlsx"), ()).people
    assert person.cells["provider-number"] == "001310000001"


def test_a_dry_run_writes_nothing(run, table, tmp_path):
    result = fill(run, table, tmp_path / "out", "--dry-run")
    assert result.exit_code == 0 and "新しく2枚" in result.output
    assert not (tmp_path / "out").exists()
    fill(run, table, tmp_path / "out")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir() if path.name != LOCK}
    result = fill(run, table, tmp_path / "out", "--dry-run", month="2026-12")
    assert "新しく2枚" in result.output
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir() if path.name != LOCK} == before


def edited(path):
    found = parts(path)
    found[DOCUMENT] = found[DOCUMENT].replace("休まず通う".encode(), "書き足した".encode())
    write(path, found)
    return path.read_bytes()


def test_a_file_that_somebody_has_edited_is_never_replaced(run, table, tmp_path):
    out = tmp_path / "out"
    fill(run, table, out)
    theirs = edited(out / "支援レポート_2026-11_A.docx")
    table.write_text(csv(HEADS, [*AOKI[:5], "別の目標"], [*ITO[:5], "新しい目標"]), "utf-8")
    result = fill(run, table, out)
    assert result.exit_code == 0
    assert "支援レポート_2026-11_A.docx：" in result.output
    assert (out / "支援レポート_2026-11_A.docx").read_bytes() == theirs
    assert values(out / "支援レポート_2026-11_B.docx")["goal"] == "新しい目標"


def test_another_file_of_that_name_is_never_replaced(run, table, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/支援レポート_2026-11_A.docx").write_bytes(b"mine")
    (tmp_path / "out/支援レポート_2026-11_B.docx").symlink_to(table)
    assert fill(run, table, tmp_path / "out").exit_code == 0
    assert (tmp_path / "out/支援レポート_2026-11_A.docx").read_bytes() == b"mine"
    assert (tmp_path / "out/支援レポート_2026-11_B.docx").is_symlink()


def test_what_a_killed_run_left_is_swept_away_and_the_rest_is_made(run, table, tmp_path):
    out = tmp_path / "out"
    fill(run, table, out)
    right = made(out)
    (out / ".支援レポート_2026-11_A.docx.abcd1234").write_bytes(b"half")
    (out / "支援レポート_2026-11_B.docx").unlink()
    half = (out / LIST).read_bytes()
    (out / LIST).write_bytes(half[: half.rindex("援".encode()) + 1])  # within a letter
    assert fill(run, table, out).exit_code == 0
    assert made(out) == right
    assert {path.name for path in out.iterdir()} == {*right, LIST, LOCK}


def test_a_killed_run_is_taken_up_again(run, tmp_path):
    table, out = tmp_path / "r.csv", tmp_path / "out"
    table.write_text(csv(HEADS, *([f"人{n}", f"P{n}", "", "", "", f"目標{n}"] for n in range(400))), "utf-8")
    call = ["build_worksheets.py", "fill", table, "--sheet", "support-report", "--month", "2026-11", "--out", out]
    killed = subprocess.Popen([sys.executable, *call], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ends = time.monotonic() + 60
    while killed.poll() is None and time.monotonic() < ends and len(list(out.glob("*.docx"))) < 20:
        time.sleep(0.005)
    killed.kill()
    killed.wait()
    assert fill(run, table, out).exit_code == 0
    found = [(path.stem.rpartition("P")[2], values(path)["goal"]) for path in out.glob("*.docx")]
    assert sorted(found) == sorted((str(n), f"目標{n}") for n in range(400))
    assert {path.name for path in out.iterdir()} - set(made(out)) == {LIST, LOCK}


def test_two_runs_never_write_into_one_folder_at_once(run, table, tmp_path):
    with folder(tmp_path / "out"):
        result = fill(run, table, tmp_path / "out")
    assert result.exit_code == 1 and "ほかの実行" in result.output
    assert made(tmp_path / "out") == {}


def test_files_have_names_that_every_system_takes():
    assert file_name("支援/レポート:*", "2026-11", " A\u200b.") == "支援 レポート_2026-11_A.docx"
    assert len(file_name("あ" * 99, "2026-11", "い" * 99).encode()) + 10 < 255
    titles = [sheet.title[lang] for sheet in catalogue(GUIDE).values() for lang in LANGUAGES]
    assert [file_name(title) for title in titles] == [f"{title.replace(':', '')}.docx" for title in titles]


@pytest.mark.parametrize(
    "call",
    [
        ["fill", "r.csv", "--sheet", "suport-report", "--out", "x"],
        ["fill", "r.csv", "--sheet", "support-report"],
        ["fill", "r.csv", "--sheet", "support-report", "--out", "x", "--month", "11月"],
        ["fill", "--out", "x"],
        ["collect", "x", "--out", "x.pdf"],
        ["inspect", "x", "--out", "x.json"],
        ["schedule", "r.csv", "--out", "worksheets/x"],
    ],
    ids=lambda call: " ".join(call),
)
def test_a_wrong_call_ends_with_2(run, call, table, tmp_path):
    result = run(*(str(table) if each == "r.csv" else each for each in call))
    assert result.exit_code == 2, result.output


def test_the_columns_of_a_sheet_are_listed(run):
    result = run("fill", "--sheet", "support-report", "--columns")
    assert result.exit_code == 0
    assert "氏名" in result.output and "goal\t今月の主な目標, Main goal this month" in result.output


def test_sheets_come_back_as_table_workbook_and_json_and_can_be_a_roster_again(run, table, tmp_path):
    fill(run, table, tmp_path / "out")
    for kind in ("csv", "xlsx", "json"):
        result = run("collect", tmp_path / "out", "--out", tmp_path / f"all.{kind}")
        assert result.exit_code == 0, result.output
    (first, _) = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert (first["sheet"], first["version"]) == ("support-report", catalogue(GUIDE)["support-report"].version)
    sheet = load_workbook(tmp_path / "all.xlsx")["support-report"]
    assert "休まず通う" in [cell.value for cell in sheet[2]]
    again = roster(GUIDE, tables(tmp_path / "all.csv"), fields(GUIDE, "support-report"))
    assert [person.values["goal"] for person in again.people if "goal" in person.values] == ["休まず通う"]
    assert not again.slips


def test_a_file_that_cannot_be_read_stops_none_of_the_others(run, table, tmp_path):
    fill(run, table, tmp_path / "out")
    (tmp_path / "out/c.docx").write_bytes(b"%PDF-1.7")
    result = run("collect", tmp_path / "out", "--out", tmp_path / "all.csv")
    assert result.exit_code == 1
    assert "c.docx：PDFです" in result.output
    assert len((tmp_path / "all.csv").read_text("utf-8-sig").splitlines()) == 3


def test_a_list_is_made_anew_until_somebody_has_changed_it(run, table, tmp_path):
    fill(run, table, tmp_path / "out")
    call = ("collect", tmp_path / "out", "--out", tmp_path / "all.csv")
    assert run(*call).exit_code == 0
    edited(tmp_path / "out/支援レポート_2026-11_A.docx")
    assert run(*call).exit_code == 0
    assert "書き足した" in (tmp_path / "all.csv").read_text("utf-8-sig")
    (tmp_path / "all.csv").write_text("mine")
    result = run(*call)
    assert result.exit_code == 1 and "そのままにしました" in result.output
    assert (tmp_path / "all.csv").read_text() == "mine"


def test_no_cell_is_a_formula_in_a_spreadsheet(run, tmp_path):
    (tmp_path / "r.csv").write_text(csv(["氏名", "今月の主な目標"], ['"=1+1"', "@SUM(A1)"]), "utf-8")
    fill(run, tmp_path / "r.csv", tmp_path / "out")
    for kind in ("csv", "xlsx"):
        run("collect", tmp_path / "out", "--out", tmp_path / f"all.{kind}")
    assert "'=1+1" in (tmp_path / "all.csv").read_text("utf-8-sig")
    cells = list(chain.from_iterable(load_workbook(tmp_path / "all.xlsx")["support-report"].iter_rows()))
    assert {cell.data_type for cell in cells if cell.value in ("=1+1", "@SUM(A1)")} == {"s"}
    again = roster(GUIDE, tables(tmp_path / "all.csv"), ())
    assert next(person.name for person in again.people) == "=1+1"


def test_next_months_report_begins_with_what_last_months_said_was_next(run, table, tmp_path):
    fill(run, table, tmp_path / "out")
    last = tmp_path / "out/支援レポート_2026-11_A.docx"
    found = {**values(last), "next-support": "週1回の電話\n訪問", "shared": "その月だけ"}
    assert carried(GUIDE, following(GUIDE, "support-report"), found, "ja", None)[0] == {
        **{tag: found[tag] for tag in ("name", "provider", "author")},
        "goal": "週1回の電話\n訪問",
        "month": "2026年12月",
    }
    result = run("carry", last, "--out", tmp_path / "next")
    assert result.exit_code == 0, result.output
    assert values(tmp_path / "next/支援レポート_2026-12_A.docx")["month"] == "2026年12月"


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("2026年11月", "2026-11-01"),
        ("令和８年１２月", "2026-12-01"),
        ("R8.11", "2026-11-01"),
        ("2026-09", "2026-09-01"),
        ("2026/12", "2026-12-01"),
        ("November 2026", "2026-11-01"),
        ("Nov 2026", "2026-11-01"),
        ("2026年11月分", "2026-11-01"),
        ("先月", "None"),
        ("2026年13月", "None"),
    ],
)
def test_a_month_is_read_as_it_is_written(written, month):
    assert str(month_of(written, Reader(GUIDE.typed_days, GUIDE.eras))) == month


def test_the_next_sheet_is_in_the_languages_of_the_last(run, tmp_path):
    for langs in languages(catalogue(GUIDE)["consent"]):
        sheet = catalogue(GUIDE)["consent"]
        name = f"{'-'.join(langs)}.docx"
        blank = document_bytes(GUIDE, langs, sheet)
        (tmp_path / name).write_bytes(Template(blank, {"name"}, copies(GUIDE, sheet)).filled({"name": "Aoki"}))
        assert run("carry", tmp_path / name, "--out", tmp_path / name[:-5]).exit_code == 0
        (file,) = (tmp_path / name[:-5]).glob("*.docx")
        assert collected(GUIDE, file.read_bytes()).langs == langs


def test_december_goes_on_in_january():
    found = carried(GUIDE, following(GUIDE, "support-report"), {"month": "December 2026"}, "en", None)
    assert found == ({"month": "January 2027"}, date(2027, 1, 1))


def test_what_has_no_month_or_no_next_is_said_and_the_others_go_on(run, tmp_path):
    (tmp_path / "r.csv").write_text(
        csv(["氏名", "記号", "対象の月", "就職日"], ["青木", "A", "先月", "2025/4/1"]), "utf-8"
    )
    out = tmp_path / "out"
    fill(run, tmp_path / "r.csv", out)
    fill(run, tmp_path / "r.csv", out, sheet="schedule")
    fill(run, tmp_path / "r.csv", out, sheet="daily-report")
    result = run("carry", out, "--out", tmp_path / "next")
    assert result.exit_code == 1
    assert "--month" in result.output and "引き継ぐ様式ではありません" in result.output
    assert len(made(tmp_path / "next")) == 1


def test_the_rules_name_sheets_fields_and_days_that_there_are():
    assert list(unknown(GUIDE)) == []
    every = {field.id for sheet in catalogue(GUIDE) for field in fields(GUIDE, sheet)}
    assert {field for column in known().columns for field in column.fills} <= every
    assert {each.field for each in known().days} | set(known().months) <= every
    rules_of_routes = {rule.id for route in GUIDE.routes for rule in route.rules}
    assert {each.rule for each in known().days if each.rule} <= rules_of_routes
    papers = {paper.id for route in GUIDE.routes for paper in route.papers}
    assert papers <= {column.id for column in known().columns}
    asked = {each.id: each for each in GUIDE.compliance}
    by_sheet = {
        of: {field.id for sheet in catalogue(GUIDE).values() if sheet.of == of for field in fields(GUIDE, sheet.id)}
        for of in {sheet.of for sheet in catalogue(GUIDE).values()}
    }
    for id, field in shown().shown_by.items():
        assert field in by_sheet[asked[id].sheet], id
    for of, field in {**shown().until, **shown().monthly}.items():
        assert field in by_sheet[of], of
    assert {*shown().at_end, *shown().either, *shown().either.values()} <= set(asked)
    assert set(rules()) <= set(by_sheet)


def test_several_people_never_share_an_identity_in_a_calendar(run, tmp_path):
    rows = (["青木", "2025/4/1"], ["青木", "2025/4/1"], ["伊藤", "2025/4/1"])
    (tmp_path / "r.csv").write_text(csv(["氏名", "就職日"], *rows), "utf-8")
    result = run("schedule", tmp_path / "r.csv", "--out", tmp_path / "out", "--month", "2026-04", "--months", "12")
    assert result.exit_code == 0, result.output
    (ics,) = (tmp_path / "out").glob("*.ics")
    ids = [str(event["uid"]) for event in Calendar.from_ical(ics.read_bytes()).walk("VEVENT")]
    assert len(ids) == len(set(ids)) > 30


def test_an_event_keeps_its_identity_when_a_day_is_corrected(run, tmp_path):
    found = []
    for day in ("2025/4/1", "2025/4/2"):
        (tmp_path / "r.csv").write_text(csv(["氏名", "記号", "就職日"], ["青木", "A", day]), "utf-8")
        run("schedule", tmp_path / "r.csv", "--out", tmp_path / day[-1], "--month", "2026-04", "--months", "24")
        (ics,) = (tmp_path / day[-1]).glob("*.ics")
        found.append({str(event["uid"]) for event in Calendar.from_ical(ics.read_bytes()).walk("VEVENT")})
    assert found[0] & found[1]


def test_handover_and_renewals_come_first_in_table_and_overview(run, tmp_path):
    rows = ([f"人{n}", f"P{n}", f"2025/{n % 12 + 1}/1"] for n in range(60))
    (tmp_path / "r.csv").write_text(csv(["氏名", "記号", "就職日"], *rows), "utf-8")
    result = run("schedule", tmp_path / "r.csv", "--out", tmp_path / "out", "--month", "2026-10", "--months", "3")
    assert result.exit_code == 0, result.output
    (table,) = (tmp_path / "out").glob("*.csv")
    stars = [line.endswith("★") for line in table.read_text("utf-8-sig").splitlines()[1:]]
    assert stars == sorted(stars, reverse=True) and any(stars) and not all(stars)
    (paper,) = (tmp_path / "out").glob("*.docx")
    assert validated(paper) == []


def test_a_person_without_a_day_of_hire_is_named(run, tmp_path):
    (tmp_path / "r.csv").write_text(csv(["氏名"], ["青木"]), "utf-8")
    result = run("schedule", tmp_path / "r.csv", "--out", tmp_path / "out")
    assert result.exit_code == 0 and "期限を出していません" in result.output


def assessments(run, tmp_path):
    items = [field for field in fields(GUIDE, "retention-assessment-supporter") if field.kind == "dropdown"]
    heads = ["氏名", "記号", "書いた日", *(field.id for field in items)]
    for sheet, day, code in (
        ("person", "2026/4/1", "2"),
        ("supporter", "2026/10/1", "4"),
        ("employer", "2026/10/2", "3"),
    ):
        rows = ["青木 花子", "A", day, *(code for _ in items)]
        (tmp_path / "r.csv").write_text(csv(heads, rows), "utf-8")
        result = fill(run, tmp_path / "r.csv", tmp_path / "out", sheet=f"retention-assessment-{sheet}")
        assert result.exit_code == 0, result.output


def test_one_persons_assessments_are_drawn_together_with_their_table(run, tmp_path):
    assessments(run, tmp_path)
    result = run("summary", tmp_path / "out", "--out", tmp_path / "sum")
    assert result.exit_code == 0, result.output
    assert sorted(path.suffix for path in (tmp_path / "sum").glob("まとめ*")) == [".csv", ".docx", ".png", ".svg"]
    (drawing,) = (tmp_path / "sum").glob("*.svg")
    assert drawing.read_text("utf-8").count('<polygon fill="none"') == 3
    (paper,) = (tmp_path / "sum").glob("*.docx")
    assert validated(paper) == []
    assert "支援者用 2026年10月1日".encode() in parts(paper)[DOCUMENT]


def test_a_mean_needs_half_of_the_answers():
    (group, *_) = next(each for each in GUIDE.checklists if each.id == "retention-assessment").groups
    ids = [item.id for item in group.items]
    half = (len(ids) + 1) // 2
    assert mean(group, dict.fromkeys(ids[:half], "3")) == 3
    assert mean(group, dict.fromkeys(ids[: half - 1], "3") | dict.fromkeys(ids[half - 1 :], "―")) is None


def test_an_inspection_names_what_is_missing_empty_or_past(run, tmp_path):
    heads = ["氏名", "記号", "次の見直しの期限", "計画の見直し期限", "本人に渡した日"]
    (tmp_path / "r.csv").write_text(csv(heads, ["青木", "A", "", "", "2026/11/20"]), "utf-8")
    fill(run, tmp_path / "r.csv", tmp_path / "out")
    (tmp_path / "p.csv").write_text(csv(["氏名", "記号", "review-by"], ["青木", "A", "2026/1/31"]), "utf-8")
    fill(run, tmp_path / "p.csv", tmp_path / "out", sheet="support-plan")
    result = run("inspect", tmp_path / "out", "--month", "2026-11", "--out", tmp_path / "i.csv")
    assert result.exit_code == 1
    rows = [line.split(",") for line in (tmp_path / "i.csv").read_text("utf-8-sig").splitlines()[1:]]
    states = {row[2] for row in rows}
    assert {"あり", "なし", "期限切れ", "欄が空"} <= states
    asked = [each for each in GUIDE.compliance if each.scope == "person" and each.id not in shown().at_end]
    assert len(rows) == len(asked)


def test_somebody_in_the_roster_without_any_sheet_is_missing_all(run, table, tmp_path):
    fill(run, table, tmp_path / "out")
    (tmp_path / "r.csv").write_text(csv(["氏名"], ["上野 三郎"]), "utf-8")
    result = run("inspect", tmp_path / "out", "--roster", tmp_path / "r.csv")
    assert "上野 三郎" in result.output


@pytest.mark.parametrize("sheet", ["support-report", "workplace-visit", "support-plan", "consent", "schedule"])
def test_the_sample_roster_is_in_order(run, sheet):
    result = run("fill", ROOT / "worksheets/office/sample.csv", "--sheet", sheet, "--check")
    assert (result.exit_code, result.output) == (0, "20人の名簿に、直すところはありません。\n")


def test_the_rules_days_fill_a_plan():
    (person,) = roster(GUIDE, [table_of([["氏名", "就職日"], ["青木", "2025/4/1"]])], ()).people
    assert by_rules(person, date(2026, 11, 1), "ja", {"started-on", "review-by"}) == {
        "started-on": "2025-10-01",
        "review-by": "2027-03-31",
    }


def table_of(rows):
    from worksheets.office.tables import Table

    return Table("", list(enumerate(rows, 1)))


def test_a_choice_is_known_by_its_words_in_either_language_or_refused_with_all():
    reader = Reader(GUIDE.typed_days, GUIDE.eras)
    given = next(field for field in fields(GUIDE, "support-report") if field.id == "given-how")
    assert given.taken("手渡し", reader) == given.taken("by hand", reader) == {"given-how-hand": True}
    with pytest.raises(Refused) as refused:
        given.taken("伝書鳩", reader)
    assert refused.value.key == "unknown-choice"


CODE = "\n".join(path.read_text("utf-8") for path in Path(__file__).parents[2].glob("worksheets/office/*.py"))


def test_every_word_that_is_said_is_there_and_is_used():
    put_together = {f"day-{each.why.replace('_', '-')}" for each in GUIDE.typed_days.refused}
    put_together |= {key for key in all_words() if key.startswith(("day-", "state-"))}
    asked = set(re.findall(r"""(?:Refused|say|_say|self\.say)\(\s*"([a-z-]+)\"""", CODE))
    assert asked <= set(all_words())
    lost = [key for key in all_words() if not re.search(rf"[\"']{key}[\"']", CODE) and key not in put_together]
    assert not lost
    assert put_together <= set(all_words())
