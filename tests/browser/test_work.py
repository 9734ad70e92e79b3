"""What was typed is not lost, and nothing is said to be done without it: files, leaving, clearing, the other language."""

from __future__ import annotations

import io

import pypdf
import pytest
from playwright.sync_api import Page, expect
from waiting import at_last, held_back

DAY = {  # a field for a day on each page that makes something of it
    "calculator": "#calculator-start",
    "explore": "#field-talked-on",
    "emergency-cards": "#field-wp-date",
    "fill-natural-support-check": "#field-first-on",
    "fill-must-exist-check": "#field-checked-on",
}
WORDS = {  # a field for words, or a choice, on each page that holds work
    "explore": "#name",
    "emergency-cards": "[data-tag=wp-name]",
    "fill-natural-support-check": "textarea",
    "fill-retention-assessment-person": "textarea",
}
MADE = """() => {
  globalThis.made = [];
  window.print = () => made.push("print");
  URL.createObjectURL = () => { made.push("file"); return "blob:none"; };
}"""


def matrix(names: tuple[str, ...], quick: str):
    return [pytest.param(name, marks=() if name == quick else pytest.mark.matrix) for name in names]


@pytest.fixture
def opened(watched, address, lang):
    """`opened("explore")`: a page over HTTP; at the end nothing failed."""
    page, wrong = watched

    def open(name: str, scheme: str = "http", fragment: str = "") -> Page:
        page.goto(address(scheme, lang, name) + fragment, wait_until="load")
        return page

    yield open
    assert wrong == []


def asked_on(page: Page, leave) -> list[str]:
    """The questions that the browser asks where it should ask none."""
    questions: list[str] = []

    def answer(dialog) -> None:
        questions.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", answer)
    leave()
    page.wait_for_timeout(300)
    page.remove_listener("dialog", answer)
    return questions


def write(page: Page, place: str, words: str = "山田") -> None:
    field = page.locator(place).first
    field.scroll_into_view_if_needed()
    field.click()
    page.keyboard.type(words)


@pytest.mark.parametrize("grows", [True, False], ids=["grows", "fixed"])
@pytest.mark.parametrize(
    "lines", [30, pytest.param(90, marks=pytest.mark.matrix), pytest.param(1, marks=pytest.mark.matrix)]
)
@pytest.mark.parametrize("name", matrix(tuple(WORDS), "fill-natural-support-check"))
def test_what_is_written_stands_on_paper_to_its_last_line(name, lines, grows, opened):
    """A box that does not grow with its words (Firefox, older browsers) would print its first line alone."""
    page = opened(name)
    if not grows:
        page.add_style_tag(content="textarea { field-sizing: fixed !important }")
    said = [f"({at:02}) {'words ' * 9}" for at in range(lines)]
    page.locator("article .sheet-form textarea:visible").first.fill("\n".join(said))
    page.evaluate("""() => new Promise(done => {
      window.print = done;
      document.querySelector("article .sheet-form [data-take=print]").click();
    })""")
    paper = "".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    assert [at for at in range(lines) if paper.count(f"({at:02})") == 0] == []
    assert page.locator(".sheet-form-printed").count() == 0


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "4/1", "令和八年二月三十日"])
@pytest.mark.parametrize("name", matrix(tuple(DAY)[1:], "fill-natural-support-check"))
def test_no_file_no_paper_and_nothing_kept_while_a_day_cannot_be_read(name, typed, opened):
    """Before, “Word file made” was said of a file without the day."""
    page = opened(name)
    page.evaluate(MADE)
    page.fill(DAY[name], typed)
    for button in page.locator("article :is([data-take], [data-print])").all():
        button.click()
        page.wait_for_timeout(50)
        assert page.evaluate("made") == [], button.get_attribute("data-take")
        assert page.evaluate("'#' + document.activeElement.id") == DAY[name]
        assert page.locator(f"{DAY[name]} ~ .date-field-wrong, {DAY[name]}-wrong").first.inner_text()
        assert page.inner_text(".sheet-form-said").strip()
    assert page.input_value(DAY[name]) == typed


@pytest.mark.parametrize("kept", ["2026-02-30", "2026-13-45", "soon", "9999-01-01"])
def test_a_kept_sheet_with_a_day_that_is_none_says_so_and_moves_nothing(kept, opened):
    page = opened("fill-must-exist-check")
    page.evaluate(
        "day => localStorage.setItem('teichaku-sheet-must-exist-check', JSON.stringify({'checked-on': day}))", kept
    )
    page.reload(wait_until="load")
    assert page.input_value(DAY["fill-must-exist-check"]) == kept
    assert page.get_attribute(DAY["fill-must-exist-check"], "aria-invalid") == "true"


@pytest.mark.parametrize("name", matrix(tuple(WORDS), "fill-natural-support-check"))
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_leaving_with_words_that_are_saved_nowhere_asks_first(name, scheme, opened):
    page = opened("index", scheme)
    page = opened(name, scheme)
    assert asked_on(page, lambda: page.evaluate("setTimeout(() => location.reload())")) == []
    page.wait_for_load_state("load")
    write(page, WORDS[name])
    for leave in (
        lambda: page.evaluate("setTimeout(() => location.reload())"),
        lambda: page.evaluate("setTimeout(() => history.back())"),
        lambda: page.evaluate("document.querySelector('a.md-logo').click()"),
    ):
        assert held_back(page, leave) == "beforeunload"
    assert page.locator(WORDS[name]).first.input_value() == "山田"
    with page.expect_download():
        page.locator("article [data-take=docx]").first.click()
    expect(page.locator(".sheet-form-said")).not_to_be_empty()
    assert asked_on(page, lambda: page.evaluate("setTimeout(() => location.reload())")) == []


@pytest.mark.parametrize("name", matrix(tuple(WORDS), "fill-natural-support-check"))
def test_clearing_asks_once_and_no_keeps_every_word(name, opened):
    page = opened(name)
    write(page, WORDS[name])
    field = page.locator(WORDS[name]).first
    clear = page.locator(".sheet-form button[type=reset]")
    clear.click()
    page.keyboard.press("Escape")
    clear.click()
    page.keyboard.press("Enter")  # the answer that loses nothing is the one at hand
    assert field.input_value() == "山田"
    clear.click()
    page.locator(".ask [value=yes]").click()
    expect(field).to_have_value("")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("plan", "looking-back"),
        pytest.param("scheme", None, marks=pytest.mark.matrix),
        pytest.param("report", None, marks=pytest.mark.matrix),
        pytest.param("disability-mental", None, marks=pytest.mark.matrix),
    ],
)
def test_the_other_language_opens_at_the_same_section(name, place, opened, lang):
    page = opened(name)
    place = place or page.locator("article h2[id]").last.get_attribute("id")
    page.goto(f"{page.url}#{place}")
    page.click("a.switch")
    page.wait_for_url(f"**/{name}.html#{place}")
    assert page.evaluate("document.documentElement.lang") != lang
    assert abs(page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", place)) < 800


@pytest.mark.parametrize(
    "name", matrix(("calculator", "explore", "claim-check", "claims", *tuple(WORDS)[1:]), "calculator")
)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_what_was_typed_and_chosen_goes_along_to_the_other_language_and_not_by_the_address(name, scheme, opened):
    page = opened(name, scheme)
    if name == "calculator":
        page.fill("#calculator-standard-hired", "R8.4.1")
        page.keyboard.press("Enter")
    elif name in ("claim-check", "claims"):
        page.locator("article form input[type=radio]:visible").first.check()
    else:
        write(page, WORDS[name])
    before = page.evaluate(ENTERED)
    assert before
    assert asked_on(page, lambda: page.click("a.switch")) == []
    page.wait_for_load_state("load")
    expect(page.locator("article form[inert]")).to_have_count(0)
    assert at_last(lambda: page.evaluate(ENTERED), before) == before
    assert page.url.endswith(f"/{name}.html")


# What stands in the forms, apart from a day's words, which are another language's.
ENTERED = """() => [...document.querySelectorAll("article form :is(input, textarea, select)")]
  .filter(each => each.type === "date" ? each.value : ["radio", "checkbox"].includes(each.type)
    ? each.checked && !each.defaultChecked
    : !each.closest("[data-date-field]") && each.localName !== "select" && !each.readOnly && each.value !== each.defaultValue)
  .map(each => [each.dataset.tag || each.closest("[data-date-field]")?.dataset.dateField || each.name, each.value])"""


SHOWN = """() => [...document.querySelectorAll(
    "article :is(.calculator-result, .calculator-paper, .inquiry-said, .finding, .reckoner-said, .emergency-card-title)")]
  .filter(each => each.checkVisibility()).map(each => each.innerText)"""
CHOSEN = {
    "calculator": ["input[name=route][value=return-to-work]"],
    "claim-check": [f"[name={name}] >> nth=0" for name in ("period", "plan", "leave", "contact", "report")],
    "money": ["[name=public-assistance] >> nth=0"],
    "emergency-cards": ["input[name=words] >> nth=2"],
}


@pytest.mark.parametrize("scheme", ["http", pytest.param("file", marks=pytest.mark.matrix)])
@pytest.mark.parametrize("name", matrix(tuple(CHOSEN), "claim-check"))
def test_going_back_finds_what_the_browser_puts_back_with_its_own_result(name, scheme, opened, address, lang):
    """Before, all questions were answered beside “7 questions left”, and a picked day stood without its dates."""
    page = opened(name, scheme)
    for choice in CHOSEN[name]:
        page.locator(f"article {choice}").check(force=True)
    if name == "calculator":
        page.check("article input[name=route] >> nth=0", force=True)
        page.fill("#calculator-standard-hired", " ２０２６年　４月１日 ")
        page.keyboard.press("Enter")
    page.wait_for_function(f"({SHOWN})().length")
    page.wait_for_timeout(100)
    before, entered = page.evaluate(SHOWN), page.evaluate(ENTERED)
    assert before
    page.goto(address(scheme, lang, "about"), wait_until="load")
    page.go_back(wait_until="load")
    assert at_last(lambda: page.evaluate(SHOWN), before) == before
    assert page.evaluate(ENTERED) == entered


@pytest.mark.parametrize(
    ("ja", "en"), [("面談", "meeting"), ("発作", "seizure"), ("車いす", "wheelchair"), ("ひきつぎ", "handing over")]
)
def test_a_word_that_is_searched_for_reaches_neither_address_nor_server(ja, en, opened, lang):
    page = opened("about")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".md-search__input").click()
    page.keyboard.type({"ja": ja, "en": en}[lang])
    link = page.locator(".md-search-result__link").first
    link.wait_for()
    link.click()
    page.wait_for_load_state("load")
    for url in (*asked, page.url):
        assert "?" not in url and "%" not in url
