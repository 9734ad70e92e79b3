"""The calculator as its readers use it: by keyboard, at any width, with wrong dates, and taken along."""

from __future__ import annotations

import csv
import datetime
import io
from datetime import date
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from content.load import load

GUIDE = load()
WORDS = GUIDE.ui["calculator"]
TODAY = datetime.datetime(2026, 11, 23, 9, 0)
FIELD = "#calculator-first"


SETTINGS = [  # one in every run, the others with the matrices
    pytest.param(("file", 390), id="file-390"),
    *(
        pytest.param((scheme, width), id=f"{scheme}-{width}", marks=pytest.mark.matrix)
        for scheme, width in (("http", 1280), ("file", 1280), ("http", 320))
    ),
]


@pytest.fixture(params=SETTINGS)
def calculator(request, watched, address, lang):
    """The calculator's page on 23 November 2026."""
    scheme, width = request.param
    page, wrong = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.clock.set_fixed_time(TODAY)
    page.goto(address(scheme, lang, "calculator"), wait_until="load")
    yield page
    assert wrong == []


def enter(page: Page, text: str, field: str = "first") -> None:
    page.fill(f"#calculator-{field}", text)
    page.press(f"#calculator-{field}", "Enter")


def key(page: Page) -> dict[str, str]:
    """The days that matter most, as shown."""
    return {
        place.get_attribute("data-key") or "": place.locator("strong").inner_text()
        for place in page.locator("[data-key]").all()
    }


def shown(day: str, lang: str) -> str:
    when = date.fromisoformat(day)
    return f"{when.year}年{when.month}月{when.day}日" if lang == "ja" else f"{when.day} {when:%B} {when.year}"


def test_a_first_day_gives_all_dates(calculator, lang, axe):
    enter(calculator, "R8.4.1")
    found = key(calculator)
    for rule, day in (
        ("can-start", "2026-10-01"),
        ("latest-end", "2029-09-30"),
        ("sharing", "2029-06-30"),
        ("plan-review", "2027-03-31"),
    ):
        assert shown(day, lang) in found[rule], rule
    rows = calculator.locator("[data-dates] tbody tr")
    assert [row.get_attribute("aria-current") for row in rows.all()].count("date") == 1
    assert "2029" in calculator.inner_text(".calculator-said")
    assert calculator.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(calculator) == []


def test_every_row_names_who_acts_its_kind_its_rule_and_its_source(calculator):
    enter(calculator, "2025-08-31")
    for row in calculator.locator(".calculator-result tbody tr").all():
        for part in ("who", "kind", "rule", "source"):
            assert (row.locator(f".calculator-{part}").text_content() or "").strip(), part
    assert calculator.locator(".calculator-warnings li[data-when=month-end]").is_visible()


@pytest.mark.parametrize(
    "typed",
    ["2026-02-30", "0000-00-00", "9999-01-01", "2018-03-31", "平成40年4月1日", "昭和60年4月1日", "来年の春", "abc"],
)
def test_a_bad_date_is_told_beside_its_field_and_nothing_stale_stays(calculator, typed, axe):
    enter(calculator, "2026-04-01")
    expect(calculator.locator(".calculator-result")).to_be_visible()
    enter(calculator, typed)
    message = calculator.locator(f"{FIELD}-wrong")
    assert message.inner_text().strip()
    assert message.get_attribute("role") == "alert"
    assert calculator.get_attribute(FIELD, "aria-invalid") == "true"
    assert calculator.input_value(FIELD) == typed  # nothing is lost
    expect(calculator.locator(".calculator-result")).to_be_hidden()
    assert calculator.evaluate("document.activeElement.id") == "calculator-first"
    assert axe(calculator) == []


def test_an_emptied_field_takes_the_result_away_and_asks_for_a_date(calculator, lang):
    enter(calculator, "2026-04-01")
    enter(calculator, "")
    expect(calculator.locator(".calculator-result")).to_be_hidden()
    assert calculator.inner_text(f"{FIELD}-wrong") == GUIDE.ui.group("calculator", "spoken", lang)["missing"]


def test_typing_on_takes_the_old_result_away_at_once(calculator):
    enter(calculator, "2026-04-01")
    calculator.press(FIELD, "5")
    expect(calculator.locator(".calculator-result")).to_be_hidden()


def test_by_keyboard_alone(calculator, lang):
    calculator.focus("[name=route]")
    calculator.keyboard.press("ArrowDown")
    assert calculator.evaluate("document.querySelector('[name=route]:checked').value") == "working-hours-extension"
    calculator.keyboard.press("Tab")
    calculator.keyboard.type("2024-08-29")
    calculator.keyboard.press("Enter")
    assert shown("2028-02-29", lang) in key(calculator)["latest-end"]
    assert calculator.locator(".calculator-warnings li[data-when=always]").is_visible()  # the open reading is named
    assert calculator.locator("#timeline-working-hours-extension").is_visible()
    assert not calculator.locator("#timeline-standard").is_visible()


def test_picking_a_day_fills_the_text(calculator, lang):
    calculator.fill(f"{FIELD} + input", "2026-04-01")
    assert calculator.input_value(FIELD) == shown("2026-04-01", lang)
    assert shown("2026-10-01", lang) in key(calculator)["can-start"]


def test_other_dates_move_what_they_should(calculator, lang):
    calculator.locator(".calculator-optional summary").click()
    enter(calculator, "2024-04-01")
    enter(calculator, "2025-04-01", "start")
    assert shown("2027-09-30", lang) in key(calculator)["latest-end"]  # a late start doesn't move the end
    enter(calculator, "2024-09-30", "start")
    assert calculator.inner_text("#calculator-start-wrong")  # before the six months are over


@pytest.mark.parametrize(
    ("again", "once", "verdict"),
    [
        ("", False, "open"),
        ("2026-04-30", False, "counted"),
        ("2026-05-01", False, "too_late_again"),
        ("2026-04-10", True, "twice"),
    ],
)
def test_a_job_change(calculator, again, once, verdict):
    calculator.locator(".calculator-optional summary").click()
    enter(calculator, "2025-04-01")
    calculator.set_checked("[name=once]", once)
    enter(calculator, "2026-03-31", "left")
    if again:
        enter(calculator, again, "again")
    assert calculator.locator("[data-verdict]:visible").get_attribute("data-verdict") == verdict


def test_the_calendar_file_is_whole_and_its_ids_stay(calculator, lang, tmp_path):
    def saved() -> icalendar.Calendar:
        with calculator.expect_download() as download:
            calculator.click("[data-take=calendar]")
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        assert path.suffix == ".ics"
        return icalendar.Calendar.from_ical(path.read_bytes())

    enter(calculator, "2026-04-01")
    first = {event["UID"]: event for event in saved().walk("VEVENT")}
    end = first["standard-2026-04-01-latest-end-1@teichaku-guide"]
    assert end.decoded("DTSTART") == date(2029, 9, 30)
    assert end.walk("VALARM")
    assert not any("report" in uid for uid in first)
    calculator.check("[name=monthly]")
    again = {event["UID"] for event in saved().walk("VEVENT")}
    assert set(first) < again
    assert sum("-report-" in uid for uid in again) == 36


def test_spreadsheet_and_text_hold_every_row(calculator, tmp_path: Path):
    enter(calculator, "2026-04-01")
    rows = calculator.locator(".calculator-result tbody tr").count()
    with calculator.expect_download() as download:
        calculator.click("[data-take=csv]")
    download.value.save_as(tmp_path / "dates.csv")
    read = list(csv.reader(io.StringIO((tmp_path / "dates.csv").read_text("utf-8-sig"))))
    assert len(read) == rows
    assert all(len(row) == 6 and all(row) for row in read)
    calculator.click("[data-take=copy]")
    assert len(calculator.input_value(".calculator textarea").splitlines()) == rows


def test_a_link_is_made_only_on_request_and_brings_the_dates_back(calculator, lang):
    enter(calculator, "2026-04-01")
    assert "#" not in calculator.url
    calculator.click("[data-take=link]")
    link = calculator.input_value(".calculator textarea")
    assert link.endswith("#route=standard&first=2026-04-01")
    calculator.goto("about:blank")
    calculator.goto(link)
    assert shown("2029-09-30", lang) in key(calculator)["latest-end"]


def test_nothing_is_kept_unless_the_reader_says_so_and_one_button_clears_it(calculator):
    enter(calculator, "2026-04-01")
    assert calculator.evaluate("localStorage.getItem('teichaku-calculator')") is None
    calculator.check("[name=keep]")
    assert "2026-04-01" in calculator.evaluate("localStorage.getItem('teichaku-calculator')")
    calculator.reload()
    assert calculator.locator(".calculator-result").is_visible()
    calculator.click(".calculator button[type=reset]")
    assert calculator.evaluate("localStorage.getItem('teichaku-calculator')") is None
    assert calculator.input_value(FIELD) == ""
    expect(calculator.locator(".calculator-result")).to_be_hidden()


def test_without_scripts_the_rules_and_examples_stay(browser, address, lang):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address("file", lang, "calculator"))
    assert page.locator("noscript .warning").inner_text() or WORDS["noscript"][lang] in page.content()
    assert not page.locator(".calculator-form").is_visible()
    assert page.locator("#timeline-standard .timeline-detail").first.is_visible()
    page.goto(address("file", lang, "scheme"))
    assert page.locator(".milestones-examples tbody tr").count() >= 3
    context.close()
