"""Timelines as their readers use them: zoomed, by keyboard, with own dates, without scripts, on paper."""

from __future__ import annotations

import datetime

import pytest

from content.load import load

PAGES = {
    "approach-types": "approach-types",
    "standard": "scheme",
    "working-hours-extension": "newer-routes",
    "return-to-work": "newer-routes",
    "issues-by-stage": "issues-by-stage",
    "phases-of-independence": "independence",
    "plan-and-report": "plan",
    "handover": "handing-over",
}
MM = 96 / 25.4  # in CSS pixels
TIMELINES = {each.id: each for each in load().timelines}


@pytest.fixture(params=sorted(PAGES))
def id(request) -> str:
    return str(request.param)


@pytest.fixture(
    params=[
        pytest.param(("http", 320), id="http-320"),
        pytest.param(("file", 1280), id="file-1280", marks=pytest.mark.matrix),
    ]
)
def figure(request, id, watched, address, lang):
    scheme, width = request.param
    page, wrong = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.clock.set_fixed_time(datetime.datetime(2026, 11, 23, 9, 0))
    page.goto(address(scheme, lang, PAGES[id]), wait_until="load")
    yield page.locator(f"#timeline-{id}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []


def test_every_timeline_is_walked():
    assert set(PAGES) == set(TIMELINES)


def test_the_toolbar_is_one_stop_and_arrows_move_in_it(figure):
    tools = figure.locator(".timeline-tools button")
    assert [button.get_attribute("tabindex") for button in tools.all()].count("0") == 1
    page = figure.page
    tools.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert tools.nth(1).get_attribute("aria-pressed") == "true"
    assert figure.locator(".timeline-said").inner_text()
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.textContent") == tools.last.inner_text()
    page.keyboard.press("ArrowRight")  # and around
    assert page.evaluate("document.activeElement.textContent") == tools.first.inner_text()
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    assert tools.first.get_attribute("aria-pressed") == "true"


def test_zooming_shows_one_stage_and_escape_all_of_them(figure, id):
    stages = TIMELINES[id].stages
    for index, _ in enumerate(stages):
        figure.locator(f"[data-zoom='{index}']").click()
        for cell in figure.locator("td:not(.timeline-gap):visible").all():
            assert int(cell.get_attribute("data-from")) <= index <= int(cell.get_attribute("data-to"))
    figure.page.keyboard.press("Escape")
    assert figure.locator("td[hidden]").count() == 0


def test_a_highlighted_row_stands_out_from_the_others(figure, id):
    rows = TIMELINES[id].rows
    figure.locator(f"[data-highlight='{rows[0].id}']").click()
    assert figure.locator("tr[data-faint]").count() == len(rows) - 1
    figure.locator(f"[data-highlight='{rows[0].id}']").click()
    assert figure.locator("tr[data-faint]").count() == 0


def test_details_open_on_demand_and_axe_finds_nothing_in_any_state(figure, axe):
    more = figure.locator(".timeline-more")
    for button in more.all():
        detail = figure.page.locator(f"#{button.get_attribute('aria-controls')}")
        assert not detail.is_visible()
        button.focus()
        figure.page.keyboard.press("Enter")
        assert detail.is_visible()
        assert button.get_attribute("aria-expanded") == "true"
    figure.locator("[data-zoom='1']").click()
    figure.locator("[data-highlight]").first.click()
    assert axe(figure.page) == []


def test_own_dates_are_laid_over_the_stages(figure, id):
    fields = figure.locator(".timeline-own input[type=text]")
    if TIMELINES[id].route is None:
        assert fields.count() == 0
        return
    field = fields.first
    field.fill("2026-04-01")
    field.press("Tab")
    stages = [stage for stage in TIMELINES[id].stages if stage.rule]
    dates = figure.locator("th[data-rule] .timeline-dates:visible")
    assert dates.count() == len(stages)
    assert all("20" in each.inner_text() for each in dates.all())
    assert figure.locator(".timeline-said").inner_text()
    field.press("5")
    assert dates.count() == 0  # nothing stale
    field.fill("2026-02-30")
    field.press("Enter")  # a form that goes nowhere
    assert figure.locator(".date-field-wrong").first.inner_text()
    assert dates.count() == 0


def test_today_is_marked_in_its_stage(watched, address):
    page, _ = watched
    page.clock.set_fixed_time(datetime.datetime(2026, 11, 23, 9, 0))
    page.goto(address("file", "en", "scheme"), wait_until="load")
    page.fill("#timeline-standard-hired", "1 April 2026")
    page.press("#timeline-standard-hired", "Tab")
    assert page.locator("#timeline-standard th[data-now] .timeline-stage").inner_text() == "Retention support"


def test_without_scripts_a_timeline_is_whole(browser, address, lang, id):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address("file", lang, PAGES[id]))
    figure = page.locator(f"#timeline-{id}")
    assert not figure.locator(".timeline-tools").is_visible()
    assert all(each.is_visible() for each in figure.locator(".timeline-chart .timeline-detail").all())
    context.close()


def test_a_timeline_fits_one_sheet_of_a4(browser, address, lang, id):
    page = browser.new_page(viewport={"width": int(180 * MM), "height": 800})  # A4 less its margins
    page.emulate_media(media="print")
    page.goto(address("file", lang, PAGES[id]), wait_until="load")
    assert page.locator(f"#timeline-{id}").bounding_box()["height"] <= 265 * MM
    assert page.locator(f"#timeline-{id} .timeline-more:visible").count() == 0
    page.close()
