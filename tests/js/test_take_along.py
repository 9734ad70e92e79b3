"""Dates taken along: read back by parsers that aren't ours."""

import csv
import io
from datetime import date, timedelta

import icalendar
import pytest

EVENT = {
    "uid": "can-start-1-of-A@teichaku-guide",
    "first": "2026-10-01",
    "after": "2026-10-02",
    "name": "利用を始められる日; はじめの日, 大切な日" + "あ" * 40,
    "about": "6か月の定着支援が終わった次の日から使えます。\n根拠：マニュアル\\第3節",
    "alarm": {"days": 7, "words": "7日前：利用を始められる日"},
}
OVER = {key: value for key, value in EVENT.items() if key != "alarm"} | {"uid": "x@teichaku-guide"}
OPTIONS = {"language": "ja", "name": "A：日付, 予定", "sequence": 28_512_000, "stamp": "20261127T120000Z"}
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "SEQUENCE", "LAST-MODIFIED", "TRANSP")


def test_a_calendar_reads_what_was_written(ask):
    (text,) = ask(["take-along"], [["takeAlong.calendar", [EVENT, OVER], OPTIONS]])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0"
    for name in ("NAME", "X-WR-CALNAME"):  # not of RFC 5545: left as it is
        assert calendar[name].replace("\\,", ",") == OPTIONS["name"]
    assert calendar["PRODID"]
    event, over = calendar.walk("VEVENT")
    assert event["UID"] == EVENT["uid"]
    assert event.decoded("DTSTART") == date(2026, 10, 1)  # a date without time: all day
    assert event.decoded("DTEND") == date(2026, 10, 2)
    assert event["SUMMARY"] == EVENT["name"]
    assert event["DESCRIPTION"] == EVENT["about"]
    assert event["SEQUENCE"] == OPTIONS["sequence"]
    assert event.decoded("LAST-MODIFIED") == event.decoded("DTSTAMP")
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-7)
    assert alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"]
    assert over.walk("VALARM") == []
    for each in (event, over):
        assert not each.errors
        for name in ONCE:  # RFC 5545, 3.6.1: each at most once
            assert not isinstance(each.get(name), list), name


def test_a_calendar_without_dates_is_still_a_calendar(ask):
    (text,) = ask(["take-along"], [["takeAlong.calendar", [], OPTIONS]])
    assert icalendar.Calendar.from_ical(text).walk("VEVENT") == []


@pytest.mark.parametrize(
    "name", ["a\rb\r\nEND:VEVENT", "a\u0000b", "BEGIN:VALARM\nx", "\\n;,", "x" * 300, "👩‍🦽" * 30, "\u001f"]
)
def test_no_title_breaks_a_calendar(ask, name):
    (text,) = ask(["take-along"], [["takeAlong.calendar", [{**EVENT, "name": name}], {**OPTIONS, "name": name}]])
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event["SUMMARY"] == name.replace("\r\n", "\n").replace("\r", "\n").translate({0: None, 0x1F: None})
    assert len(event.walk("VALARM")) == 1


def read_back(ask, rows):
    (text,) = ask(["take-along"], [["takeAlong.csv", rows]])
    assert text.count("\r\n") == len(rows)
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_spreadsheet_reads_what_was_written(ask):
    rows = [["2026-10-01", 'いわゆる"標準"', "一行目\n二行目", "a,b", ""]]
    assert read_back(ask, rows) == rows


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "＝1+1",
        "＠x",
        "＋x()",
        "-A1",
    ],
)
def test_no_cell_runs_as_a_formula(ask, cell):
    ((read,),) = read_back(ask, [[cell]])
    assert read == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["-2", "-2.5", "+81-90-1234-5678", "+81 (90) 1234", "-", "2026-10-01", "a=b", "1=1", "-5%", "山田=A"]
)
def test_numbers_telephone_numbers_and_days_stay_what_they_are(ask, cell):
    assert read_back(ask, [[cell]]) == [[cell]]


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (["定着支援の日付", "A", "2026-04-01"], "定着支援の日付_A_2026-04-01.ics"),
        (["dates", "", "2026-04-01"], "dates_2026-04-01.ics"),
        (["dates", 'a/b\\c:*?"<>|d', "x"], "dates_abcd_x.ics"),
        (["dates", "../..", "x"], "dates_...._x.ics"),
        (["dates", "\u202egpj", "x"], "dates_gpj_x.ics"),
    ],
)
def test_a_file_is_named_after_whose_it_is_as_far_as_systems_allow(ask, parts, name):
    assert ask(["take-along"], [["takeAlong.named", parts, "ics"]]) == [name]


def test_text_has_a_line_a_date(ask):
    (text,) = ask(["take-along"], [["takeAlong.text", [["2026年10月1日", "", "始まり"], ["2029年9月30日", "終わり"]]]])
    assert text == "2026年10月1日 | 始まり\n2029年9月30日 | 終わり"
