"""Dates taken along: read back by parsers that aren't ours."""

import csv
import io
from datetime import date, timedelta

import icalendar

EVENT = {
    "uid": "standard-2026-04-01-can-start-1@teichaku-guide",
    "first": "2026-10-01",
    "after": "2026-10-02",
    "name": "利用を始められる日; はじめの日, 大切な日" + "あ" * 40,
    "about": "6か月の定着支援が終わった次の日から使えます。\n根拠：マニュアル\\第3節",
}
OPTIONS = {"language": "ja", "reminder": "7日前：{name}", "stamp": "20261123T120000Z"}


def test_a_calendar_reads_what_was_written(ask):
    (text,) = ask(["take-along"], [["takeAlong.calendar", [EVENT], OPTIONS]])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event["UID"] == EVENT["uid"]
    assert event.decoded("DTSTART") == date(2026, 10, 1)  # a date without time: all day
    assert event.decoded("DTEND") == date(2026, 10, 2)
    assert event["SUMMARY"] == EVENT["name"]
    assert event["DESCRIPTION"] == EVENT["about"]
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-7)
    assert not event.errors


def test_a_calendar_without_dates_is_still_a_calendar(ask):
    (text,) = ask(["take-along"], [["takeAlong.calendar", [], OPTIONS]])
    assert icalendar.Calendar.from_ical(text).walk("VEVENT") == []


def test_a_spreadsheet_reads_what_was_written_and_runs_no_formula(ask):
    rows = [["2026年10月1日", 'いわゆる"標準"', "一行目\n二行目"], ["=1+1", "-2", "@x"]]
    (text,) = ask(["take-along"], [["takeAlong.csv", rows]])
    read = list(csv.reader(io.StringIO(text)))
    assert read[0] == rows[0]
    assert read[1] == ["'=1+1", "'-2", "'@x"]


def test_text_has_a_line_a_date(ask):
    (text,) = ask(["take-along"], [["takeAlong.text", [["2026年10月1日", "", "始まり"], ["2029年9月30日", "終わり"]]]])
    assert text == "2026年10月1日 | 始まり\n2029年9月30日 | 終わり"
