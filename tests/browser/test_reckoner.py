"""The small reckonings as their readers use them."""

from __future__ import annotations

import pytest

from content.load import load

PAGES = {"fee-band": "money", "retention-rate": "claims"}
RECKONERS = {each.id: each for each in load().reckoners}
OUT = ".reckoner-result"


@pytest.fixture(params=[("http", 1280), ("file", 320)], ids=lambda p: f"{p[0]}-{p[1]}")
def opened(request, watched, address, lang):
    scheme, width = request.param
    page, wrong = watched
    page.set_viewport_size({"width": width, "height": 800})

    def open_page(id: str):
        page.goto(address(scheme, lang, PAGES[id]), wait_until="load")
        return page

    yield open_page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []


def enter(page, id: str, given: dict[str, str]) -> None:
    """Answers, question by question, as far as they are asked."""
    for question in RECKONERS[id].questions:
        value = given.get(question.id)
        if value is None:
            continue
        if question.kind == "choice":
            page.check(f".reckoner [name={question.id}][value='{value}']")
        elif question.kind == "month":
            page.select_option(f"#reckoner-{id}-{question.id}", value)
        else:
            page.fill(f"#reckoner-{id}-{question.id}", value)
            page.press(f"#reckoner-{id}-{question.id}", "Enter")


def shown(page) -> list[str]:
    return [each.get_attribute("data-outcome") for each in page.locator(f"{OUT} [data-outcome]:visible").all()]


@pytest.mark.parametrize("id", RECKONERS)
def test_examples_come_out_on_the_page_as_its_table_says(opened, id):
    """One example of every set of outcomes (f03 answers what the page does not ask)."""
    page = opened(id)
    tried = {tuple(each.gives): each for each in RECKONERS[id].examples if each.id != "f03"}
    for example in tried.values():
        enter(page, id, example.given)
        assert set(example.gives) <= set(shown(page)), example.id
        page.locator(".reckoner-examples").evaluate("each => each.open = true")
        lines = page.locator(f"#{id}-example-{example.id} td").nth(1).inner_text().splitlines()
        for name, line in zip(example.gives, lines, strict=False):
            words = page.locator(f"{OUT} [data-outcome={name}] strong:visible").first.inner_text()
            if name not in ("count-day", "from", "to", "month-ends"):  # these with their weekday and era
                assert line.endswith(words), (example.id, line, words)
        page.click(".reckoner button[type=reset]")
        page.wait_for_function(f"document.querySelector('{OUT}').hidden")


def test_questions_come_as_they_are_called_for_and_a_result_never_stands_beside_other_answers(opened, axe):
    page = opened("fee-band")
    assert not page.locator("[data-question=tax]").is_visible()
    page.check("[name=public-assistance][value=no]")
    page.check("[name=tax][value=either]")
    page.check("[name=home][value=group-home]")
    assert "37,200" in page.inner_text(f"{OUT} [data-outcome=value]")
    assert page.locator(f"{OUT} [data-outcome=band] a:visible").count() >= 1  # an amount has its source
    assert page.locator("tr[data-band=general-2][data-chosen]").count() == 1
    assert page.inner_text(".reckoner-said")
    assert axe(page) == []
    page.check("[name=home][value=own]")  # more is asked now
    assert not page.locator(OUT).is_visible()
    page.check("[name=public-assistance][value=yes]")
    assert not page.locator("[data-question=home]").is_visible()
    assert shown(page) == ["band", "value"]


@pytest.mark.parametrize(("typed", "fine"), [("２０人", True), ("1.5", False), ("約20", False), ("-1", False)])
def test_a_number_that_cannot_be_read_is_told_beside_its_field(opened, typed, fine):
    page = opened("retention-rate")
    enter(page, "retention-rate", {"total": typed, "in-work": "19"})
    wrong = page.locator("#reckoner-retention-rate-total-wrong")
    assert bool(wrong.inner_text()) != fine
    assert page.locator(OUT).is_visible() == fine


def test_a_day_that_is_no_day_gives_nothing_and_says_why(opened):
    page = opened("retention-rate")
    enter(page, "retention-rate", {"left": "2026-06-31"})
    assert page.inner_text("#reckoner-retention-rate-left-wrong")
    assert "month-ends" not in shown(page)
    enter(page, "retention-rate", {"left": "令和8年6月15日"})
    assert "2026" in page.inner_text(f"{OUT} [data-outcome=month-ends]")
    page.locator("#reckoner-retention-rate-left").press("Backspace")  # typing on takes the result away
    assert not page.locator(OUT).is_visible()


def test_what_to_mind_stands_with_the_result(opened):
    page = opened("retention-rate")
    enter(page, "retention-rate", {"total": "20", "in-work": "21"})
    assert page.locator(f"{OUT} [data-warning=too-many]").is_visible()
    assert shown(page) == []


@pytest.mark.parametrize("id", RECKONERS)
def test_without_scripts_rules_and_examples_stand_in_tables(browser, address, lang, id):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address("file", lang, PAGES[id]))
    assert page.locator("tr[data-band]:visible").count() == len(RECKONERS[id].bands)
    page.click(".reckoner-rules summary")
    assert page.locator(f"tr[id^={id}-rule-]:visible").count() == len(RECKONERS[id].rules)
    page.click(".reckoner-examples summary")
    assert page.locator(f"tr[id^={id}-example-]:visible").count() == len(RECKONERS[id].examples)
    assert not page.locator(".reckoner-form").is_visible()
    context.close()
