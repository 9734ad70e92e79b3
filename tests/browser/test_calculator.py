"""The calculator as its readers use it: by keyboard, at any width, with wrong dates, and taken along."""

from __future__ import annotations

import csv
import datetime
import io
import re
from datetime import date
from pathlib import Path

import icalendar
import pypdf
import pytest
from playwright.sync_api import Page, expect

from content.load import load

GUIDE = load()
WORDS = GUIDE.ui["calculator"]
TODAY = datetime.datetime(2026, 11, 23, 9, 0)
FIELD = "#calculator-standard-hired"


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
    page.home = address(scheme, lang, "calculator")
    page.goto(page.home, wait_until="load")
    yield page
    assert wrong == []


def enter(page: Page, text: str, field: str = "standard-hired") -> None:
    page.fill(f"#calculator-{field}", text)
    page.wait_for_function("Teichaku.calculatorRows")  # who types takes longer than it to come
    page.press(f"#calculator-{field}", "Enter")


def choose(page: Page, route: str) -> None:
    page.check(f"[name=route][value={route}]")


def saved(page: Page, what: str, folder: Path) -> Path:
    """The file that a button makes, under the name it has."""
    with page.expect_download() as download:
        page.click(f"[data-take={what}]")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name in page.inner_text(".calculator-taken")
    return path


def events(path: Path) -> dict[str, icalendar.Event]:
    assert path.suffix == ".ics"
    return {each["UID"]: each for each in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


def key(page: Page) -> dict[str, str]:
    """The days that matter most, as shown."""
    page.locator(".calculator-result").wait_for()  # what shows them is loaded when it is wished
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


def test_who_asks_for_the_dates_sees_that_they_came(calculator):
    calculator.locator(FIELD).click()
    calculator.keyboard.type("2026/4/1")
    calculator.keyboard.press("Enter")
    calculator.locator(".calculator-result").wait_for()
    box = calculator.locator(".calculator-said").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] < 801  # parts of a pixel
    assert calculator.evaluate("document.activeElement.id") == FIELD[1:]


def test_every_row_names_who_acts_its_kind_its_rule_and_its_source(calculator):
    enter(calculator, "2025-08-31")
    for row in calculator.locator(".calculator-result [data-rule]").all():
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
    assert calculator.evaluate("document.activeElement.id") == FIELD[1:]
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
    calculator.keyboard.type("2024-08-28")  # the last day of use, as the papers show it: day 1 is the day after
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


def test_the_calendar_file_is_whole_and_its_ids_stay_while_the_result_does(calculator, tmp_path):
    enter(calculator, "2026-04-01")
    first = events(saved(calculator, "calendar", tmp_path))
    (end,) = [each for uid, each in first.items() if uid.startswith("latest-end-1-")]
    assert end.decoded("DTSTART") == date(2029, 9, 30)
    assert end.walk("VALARM")
    assert not any("report" in uid for uid in first)
    calculator.check("[name=monthly]")
    again = set(events(saved(calculator, "calendar", tmp_path)))
    assert set(first) < again
    assert sum(uid.startswith("report-") for uid in again) == 36


def test_two_people_who_begin_on_one_day_are_never_taken_for_each_other(calculator, tmp_path):
    """Before, all 18 events had the same ids, titles and file name, so that the second import replaced the first."""
    made = []
    for label in ("", "", "A", "B"):
        calculator.click(".calculator button[type=reset]")
        enter(calculator, "2026-04-01")
        calculator.fill("[name=label]", label)
        made.append(events(saved(calculator, "calendar", tmp_path)))
    for at, one in enumerate(made):
        for other in made[at + 1 :]:
            assert not set(one) & set(other)
    assert all(each["SUMMARY"].startswith("A") for each in made[2].values())
    assert sorted(path.stem.count("_A_") for path in tmp_path.iterdir()) == [0, 0, 1]


def test_a_corrected_day_replaces_its_event_where_a_label_says_whose_it_is(calculator, tmp_path):
    enter(calculator, "2026-04-01")
    calculator.fill("[name=label]", "Y.T.")
    first = events(saved(calculator, "calendar", tmp_path))
    calculator.clock.set_fixed_time(TODAY + datetime.timedelta(minutes=5))
    enter(calculator, "2026-04-02")
    assert calculator.input_value("[name=label]") == "Y.T."
    later = events(saved(calculator, "calendar", tmp_path))
    assert set(first) == set(later)
    for uid, event in later.items():
        assert event["SEQUENCE"] > first[uid]["SEQUENCE"]
        assert event.decoded("LAST-MODIFIED") > first[uid].decoded("LAST-MODIFIED")
    changed = [uid for uid in first if first[uid].decoded("DTSTART") != later[uid].decoded("DTSTART")]
    assert changed


def test_nothing_that_is_over_reminds(calculator, tmp_path):
    enter(calculator, "2024-04-01")
    found = events(saved(calculator, "calendar", tmp_path)).values()
    for event in found:
        begins = event.decoded("DTSTART")
        alarms = event.walk("VALARM")
        assert bool(alarms) == (begins > TODAY.date() + datetime.timedelta(days=1)), event["SUMMARY"]
        for alarm in alarms:
            assert begins + alarm.decoded("TRIGGER") > TODAY.date()
    assert 0 < sum(bool(event.walk("VALARM")) for event in found) < len(found)


def test_the_label_is_kept_nowhere_and_in_no_address(calculator):
    enter(calculator, "2026-04-01")
    calculator.fill("[name=label]", "Yamada")
    calculator.check("[name=keep]")
    calculator.click("[data-take=link]")
    assert "Yamada" not in calculator.input_value(".calculator textarea")
    assert "Yamada" not in calculator.url + calculator.title()
    assert "Yamada" not in calculator.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    calculator.click(".calculator button[type=reset]")
    assert calculator.input_value("[name=label]") == ""


def test_a_spreadsheet_has_a_head_and_days_to_sort_by_and_reads_the_same_tomorrow(calculator, lang, tmp_path):
    enter(calculator, "2026-04-01")
    raw = saved(calculator, "csv", tmp_path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n")
    head, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert head == [each[lang] for each in GUIDE.ui.family("calculator")["columns"].values()]
    for row in rows:
        assert len(row) == len(head)
        assert date.fromisoformat(row[2]) <= date.fromisoformat(row[3])
        assert not any(sign in cell for cell in row for sign in "■▲◆□")
    assert [row[2] for row in rows] == sorted(row[2] for row in rows)
    calculator.clock.set_fixed_time(TODAY + datetime.timedelta(days=40))
    calculator.press(FIELD, "Enter")
    assert saved(calculator, "csv", tmp_path).read_bytes() == raw


def test_a_copied_text_says_nothing_that_ages(calculator, lang):
    enter(calculator, "2026-04-01")
    calculator.click("[data-take=copy]")
    expect(calculator.locator(".calculator textarea")).to_be_visible()
    text = calculator.input_value(".calculator textarea")
    assert len(text.splitlines()) > 15
    spoken = GUIDE.ui.group("calculator", "spoken", lang)
    for key in ("in_days", "going_on", "past"):
        ages = re.escape(spoken[key]).replace(r"\{days\}", r"\d+")
        assert not re.search(ages, text), key


def test_the_schedule_is_named_after_whose_it_is(calculator, tmp_path):
    enter(calculator, "2026-04-01")
    calculator.fill("[name=label]", "A")
    path = saved(calculator, "schedule", tmp_path)
    assert path.name.endswith("_A_2026-04-01.docx")


def test_what_comes_next_stands_first_and_is_the_nearest_of_any_kind(calculator, lang):
    """Before, the line said “plan review in 93 days” while three duties were due within a week."""
    enter(calculator, "2025-10-01")
    place = calculator.locator(".calculator-coming")
    assert shown("2026-11-30", lang) in place.inner_text()
    names = {rule.name[lang] for rule in GUIDE.routes[0].rules if rule.id in ("support", "report", "workplace-contact")}
    assert {each.inner_text() for each in place.locator("li strong").all()} == names
    said = calculator.inner_text(".calculator-said")
    assert all(name in said for name in names)
    assert ("あと7日" if lang == "ja" else "in 7 days") in said
    top = calculator.locator(".calculator-result > :visible").first
    assert top.get_attribute("class") == "calculator-coming"
    assert place.bounding_box()["y"] < calculator.locator("[data-dates]").bounding_box()["y"]


def test_every_disclosure_says_of_which_rule_it_is(calculator):
    enter(calculator, "2026-04-01")
    names = [each.text_content() for each in calculator.locator(".calculator-result summary").all()]
    assert len(names) > 20
    assert len(set(names)) == len(names)


def test_a_route_asks_for_the_days_that_its_papers_show(calculator, lang):
    for route in GUIDE.routes:
        choose(calculator, route.id)
        fields = calculator.locator(".calculator-form [data-papers] [data-date-field]:visible")
        assert [each.get_attribute("data-date-field") for each in fields.all()] == [each.id for each in route.papers]
    assert GUIDE.routes[-1].papers[1].name[lang] in fields.nth(1).inner_text()


def test_a_return_to_work_counts_from_the_later_of_its_two_days(calculator, lang):
    choose(calculator, "return-to-work")
    enter(calculator, "2024-04-01", "return-to-work-returned")
    assert shown("2024-10-01", lang) in key(calculator)["can-start"]
    assert calculator.locator(".calculator-warnings li[data-when=last-use-open]").is_visible()
    enter(calculator, "2024-06-30", "return-to-work-last-use")  # the notice's own example
    found = key(calculator)
    assert shown("2025-01-01", lang) in found["can-start"]
    assert shown("2027-09-30", lang) in found["latest-end"]  # 42 months from the return
    assert calculator.locator(".calculator-warnings li[data-when=last-use-later]").is_visible()
    enter(calculator, "2027-03-31", "return-to-work-last-use")  # nothing would be left
    expect(calculator.locator(".calculator-result")).to_be_hidden()
    assert calculator.inner_text("#calculator-return-to-work-last-use-wrong")


def test_nothing_typed_says_what_is_missing(calculator, lang):
    calculator.click(".calculator button[type=submit]")
    assert calculator.inner_text(f"{FIELD}-wrong") == GUIDE.ui.group("calculator", "spoken", lang)["missing"]
    assert calculator.evaluate("document.activeElement.id") == FIELD[1:]


@pytest.mark.parametrize("day", ["2026-02-31", "2026-13-45", "99999-01-01", "soon"])
def test_a_link_with_an_impossible_day_moves_nothing_and_says_why(calculator, day):
    calculator.goto("about:blank")
    calculator.goto(calculator.home + f"#route=standard&hired={day}")
    expect(calculator.locator(".calculator-result")).to_be_hidden()
    assert calculator.input_value(FIELD) == day
    assert calculator.inner_text(f"{FIELD}-wrong")


def test_a_kept_day_that_is_none_is_refused_too(calculator):
    calculator.evaluate("localStorage.setItem('teichaku-calculator', 'route=standard&hired=2026-02-31')")
    calculator.reload()
    expect(calculator.locator(".calculator-result")).to_be_hidden()
    assert calculator.inner_text(f"{FIELD}-wrong")


def test_a_link_that_names_day_1_itself_still_opens(calculator, lang):
    calculator.goto("about:blank")
    calculator.goto(calculator.home + "#route=working-hours-extension&first=2025-04-01")
    assert calculator.input_value("#calculator-working-hours-extension-last-use") == shown("2025-03-31", lang)
    assert shown("2025-10-01", lang) in key(calculator)["can-start"]


@pytest.mark.parametrize("typed", ["２０２６ー４ー１", "R8。4。1", "令和八年四月一日", "2026/04/01 0:00", "1-Apr-2026"])
def test_a_day_is_read_as_keyboards_and_programs_write_it(calculator, lang, typed):
    enter(calculator, typed)
    assert shown("2026-10-01", lang) in key(calculator)["can-start"]
    assert calculator.input_value(f"{FIELD} + input") == "2026-04-01"


def test_what_the_result_shows_can_be_pasted_back(calculator):
    enter(calculator, "2026-04-01")
    first = calculator.locator(".calculator-result [data-key=can-start] strong").inner_text()
    enter(calculator, first)
    assert calculator.input_value(f"{FIELD} + input") == "2026-10-01"


@pytest.mark.parametrize("change", ["text", "picker", "route", "once", "other"])
def test_no_result_stands_beside_entries_it_was_not_made_from(calculator, change):
    calculator.locator(".calculator-optional summary").click()
    enter(calculator, "2026-04-01")
    before = calculator.inner_text(".calculator-result")
    if change == "text":
        calculator.press(FIELD, "0")
    elif change == "picker":
        calculator.fill(f"{FIELD} + input", "2026-05-01")
    elif change == "route":
        choose(calculator, "return-to-work")
    elif change == "once":
        enter(calculator, "2026-10-01", "left")
        before = calculator.inner_text(".calculator-result")
        calculator.check("[name=once]")
    else:
        calculator.press("#calculator-start", "2")
    result = calculator.locator(".calculator-result")
    assert not result.is_visible() or result.inner_text() != before


def test_ticking_keep_beside_a_day_that_cannot_be_read_keeps_nothing_and_leads_there(calculator):
    calculator.fill(FIELD, "soon")
    calculator.focus("[name=keep]")
    calculator.keyboard.press("Space")
    assert not calculator.is_checked("[name=keep]")
    assert calculator.evaluate("localStorage.getItem('teichaku-calculator')") is None
    assert calculator.evaluate("document.activeElement.id") == FIELD[1:]
    assert calculator.inner_text(".calculator-said")


def test_a_browser_that_keeps_nothing_is_not_said_to_keep(calculator, lang):
    calculator.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    enter(calculator, "2026-04-01")
    calculator.click("[name=keep]")
    assert not calculator.is_checked("[name=keep]")
    assert calculator.inner_text(".calculator-said") == GUIDE.ui.group("calculator", "spoken", lang)["not_kept"]


def test_a_page_left_open_overnight_counts_from_the_new_day(calculator, lang):
    enter(calculator, "2026-04-01")
    assert ("あと7日" if lang == "ja" else "in 7 days") in calculator.inner_text(".calculator-coming")
    calculator.clock.set_fixed_time(TODAY + datetime.timedelta(days=1))
    calculator.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert ("あと6日" if lang == "ja" else "in 6 days") in calculator.inner_text(".calculator-coming")


def test_a_year_prints_on_one_page(calculator, lang, tmp_path):
    calculator.evaluate("window.print = () => {}")
    for route, fields in (
        ("standard", {"hired": "2025-08-31"}),
        ("return-to-work", {"returned": "2025-06-15", "last-use": "2025-08-30"}),
    ):
        choose(calculator, route)
        for name, day in fields.items():
            enter(calculator, day, f"{route}-{name}")
        for option in calculator.locator("[name=year] option").all():
            calculator.select_option("[name=year]", option.get_attribute("value"))
            calculator.fill("[name=label]", "A")
            calculator.click("[data-print=year]")
            assert calculator.locator(".calculator-year tbody tr").count() == 12
            pdf = calculator.pdf(format="A4", prefer_css_page_size=True)
            calculator.evaluate("dispatchEvent(new Event('afterprint'))")
            reader = pypdf.PdfReader(io.BytesIO(pdf))
            assert len(reader.pages) == 1
            assert "A" in reader.pages[0].extract_text()


def test_a_link_is_made_only_on_request_and_brings_the_dates_back(calculator, lang):
    enter(calculator, "2026-04-01")
    assert "#" not in calculator.url
    calculator.click("[data-take=link]")
    link = calculator.input_value(".calculator textarea")
    assert link.endswith("#route=standard&hired=2026-04-01")
    calculator.goto("about:blank")
    calculator.goto(link)
    assert shown("2029-09-30", lang) in key(calculator)["latest-end"]


def test_nothing_is_kept_unless_the_reader_says_so_and_one_button_clears_it(calculator):
    enter(calculator, "2026-04-01")
    assert calculator.evaluate("localStorage.getItem('teichaku-calculator')") is None
    calculator.check("[name=keep]")
    assert "2026-04-01" in calculator.evaluate("localStorage.getItem('teichaku-calculator')")
    calculator.reload()
    expect(calculator.locator(".calculator-result")).to_be_visible()
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
