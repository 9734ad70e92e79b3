"""The explorer, my sheet, sheets filled on screen and emergency cards, as their readers use them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from content.base import Text
from content.load import load
from docx_files import DOCUMENT, W, parts, validated
from worksheets.catalogue import catalogue
from worksheets.writer.document import document_bytes

GUIDE = load()
SHEETS = catalogue(GUIDE)
HOSTILE = "𠮷田さん👩‍💼 <b>&amp;</b> $1 $&\n2行目 ]]> \\0"
SETTINGS = [
    pytest.param(("file", 390), id="file-390"),
    pytest.param(("http", 1280), id="http-1280"),
    *(
        pytest.param((scheme, width), id=f"{scheme}-{width}", marks=pytest.mark.matrix)
        for scheme, width in (("file", 1280), ("file", 320))
    ),
]


@pytest.fixture(params=SETTINGS)
def opened(request, watched, address, lang):
    """`opened("explore")`: a page in one setting; at the end nothing was asked of another host, nothing failed."""
    scheme, width = request.param
    page, wrong = watched
    page.set_viewport_size({"width": width, "height": 800})

    def open(name: str, fragment: str = "") -> Page:
        page.goto(address(scheme, lang, name) + fragment, wait_until="load")
        return page

    yield open
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []


STEP = 20  # entries that show at once
TO_SHEET = "(top => top >= 0 && top < 300)(document.getElementById('my-sheet').getBoundingClientRect().top)"


def listed(page: Page) -> list[str]:
    """The entries that are found: those that stand in the list once all steps are taken."""
    while page.locator("[data-more]").is_visible():
        page.locator("[data-more]").click()
    return page.eval_on_selector_all(".entry:not([hidden])", "all => all.map(each => each.id.slice(6))")


def tick(page: Page, facet: str, choice: str) -> None:
    box = page.locator(f"input[name={facet}][value={choice}]")
    unfold_filters(page)
    if not box.is_visible():
        page.locator("details", has=box).locator("summary").click()
    box.check()


def unfold_filters(page: Page) -> None:
    toggle = page.locator(".explorer-toggle[aria-expanded=false]")
    if toggle.is_visible():
        toggle.click()


def type_words(page: Page, words: str) -> None:
    """What finds them is loaded once somebody types: the count tells that it came."""
    before = page.inner_text(".explorer-count")
    page.fill("#explorer-words", words)
    expect(page.locator(".explorer-count")).not_to_have_text(before)


def expected(*disabilities: str) -> set[str]:
    return {entry.id for entry in GUIDE.accommodations if set(disabilities) & set(entry.placed)}


def controls(path: Path) -> list[tuple[str, str, str]]:
    """Every control of a DOCX: (tag, words, properties that a value changes)."""
    root = etree.fromstring(parts(path)[DOCUMENT])
    found = []
    for sdt in root.iter(f"{W}sdt"):
        properties = sdt.find(f"{W}sdtPr")
        content = sdt.find(f"{W}sdtContent")
        words = "".join(node.text or "" if node.tag == f"{W}t" else "\n" for node in content.iter(f"{W}t", f"{W}br"))
        found.append((properties.find(f"{W}tag").get(f"{W}val"), words, etree.tostring(properties).decode()))
    return found


def download(page: Page, folder: Path, button: str = "[data-take=docx]") -> Path:
    with page.expect_download() as started:
        page.locator(button).first.click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_nothing_chosen_shows_everything_what_many_share_first(opened, lang, axe):
    page = opened("explore")
    assert set(listed(page)) == {entry.id for entry in GUIDE.accommodations}
    shared = [len(entry.placed) for id in listed(page) for entry in GUIDE.accommodations if entry.id == id]
    assert shared == sorted(shared, reverse=True)
    total = len(GUIDE.accommodations)
    said = GUIDE.ui.group("explorer", "spoken", lang)["found"].format(count=total, total=total)
    assert page.inner_text(".explorer-count") == said
    assert axe(page) == []


def test_two_disabilities_give_the_union_each_entry_once_with_why_it_is_there(opened, axe):
    page = opened("explore")
    tick(page, "disability", "visual")
    tick(page, "disability", "epilepsy")
    found = listed(page)
    assert len(found) == len(set(found))
    assert set(found) == expected("visual", "epilepsy")
    for id in found:
        marked = page.eval_on_selector_all(f"#entry-{id} [data-chosen]", "all => all.map(each => each.dataset.place)")
        (entry,) = [each for each in GUIDE.accommodations if each.id == id]
        assert set(marked) == {"visual", "epilepsy"} & set(entry.placed)
    assert axe(page) == []


def test_every_count_is_what_choosing_it_shows(opened):
    page = opened("explore")
    tick(page, "disability", "mental")
    for facet in ("aspect", "need", "stage", "who"):
        page.locator("details", has=page.locator(f"input[name={facet}]")).locator("summary").click()
        for box in page.locator(f"input[name={facet}]").all()[:4]:
            promised = int(box.locator("xpath=..").locator(".count").inner_text())
            box.check()
            assert len(listed(page)) == promised, (facet, box.get_attribute("value"))
            box.uncheck()


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("ﾃﾚﾜｰｸ", "choosing-days-at-home"),  # half width
        ("つかれ", "breaks-and-fatigue"),
        ("ほっさ", "seizure-response-shared"),  # kana
        ("seizure", "seizure-response-shared"),  # the other language
        ("拡大読書器", "reading-tools"),
        ("magnifier", "reading-tools"),
    ],
)
def test_words_of_either_language_and_other_spellings_find_entries(opened, typed, entry):
    page = opened("explore")
    type_words(page, typed)
    assert entry in listed(page)
    assert len(listed(page)) < len(GUIDE.accommodations) / 2


def test_nothing_found_says_what_to_loosen_and_does_it(opened, axe):
    page = opened("explore")
    tick(page, "disability", "visual")
    type_words(page, "zzzz")
    assert listed(page) == []
    expect(page.locator(".explorer-none")).to_be_visible()
    assert axe(page) == []
    page.locator(".explorer-none button").last.click()
    assert set(listed(page)) == expected("visual")
    expect(page.locator(".explorer-none")).to_be_hidden()


def test_only_the_link_that_somebody_makes_carries_choices_words_and_picks(opened):
    page = opened("explore")
    tick(page, "disability", "hearing")
    type_words(page, "会議")
    found = listed(page)
    count = page.inner_text(".explorer-count")
    assert 0 < len(found) < len(expected("hearing"))
    page.locator(f"#entry-{found[0]} [data-collect]").click()
    assert "#" not in page.url  # nothing that was typed or chosen
    page.locator("[data-link]").click()
    link = page.input_value(".explorer-link")
    page.goto("about:blank")
    page = opened("explore", "#" + link.partition("#")[2])
    expect(page.locator(".explorer-count")).to_have_text(count)
    assert listed(page) == found
    assert page.input_value("#explorer-words") == "会議"
    assert page.locator("[data-collect][aria-pressed=true]").get_attribute("data-collect") == found[0]
    assert page.inner_text("[data-count]") == "1"
    assert "#" not in page.url  # once read, it is gone from the address and the history


def test_going_back_finds_choices_and_picks_but_no_words(opened):
    page = opened("explore")
    tick(page, "disability", "hearing")
    page.locator(".entry:not([hidden]) [data-collect]").first.click()
    page.locator(".entry:not([hidden]) .entry-places a").first.click()
    page.wait_for_url("**/disability-*.html*")
    page.go_back(wait_until="load")
    assert set(listed(page)) == expected("hearing")
    assert page.inner_text("[data-count]") == "1"
    assert "#" not in page.url


def test_results_come_in_steps_and_the_next_step_has_the_focus(opened):
    page = opened("explore")
    shown = page.locator(".entry:not([hidden])")
    assert shown.count() == STEP
    page.locator("[data-more]").focus()
    page.keyboard.press("Enter")
    assert shown.count() == 2 * STEP
    assert page.evaluate("document.activeElement.id") == shown.nth(STEP).get_attribute("id")


def test_a_link_to_an_entry_further_down_arrives_there(opened):
    page = opened("explore")
    last = page.evaluate("[...document.querySelectorAll('.entry')].pop().id")
    page = opened("explore", f"#{last}")
    expect(page.locator(f"#{last}")).to_be_in_viewport()


def test_the_count_and_the_way_to_the_sheet_stay_in_view(opened):
    page = opened("explore")
    for place in ("#explorer-words", ".entry:nth-of-type(3)", ".entry:nth-of-type(18)"):
        page.locator(place).scroll_into_view_if_needed()
        for part in (".explorer-count", ".explorer-to-sheet"):
            box = page.locator(part).bounding_box()
            assert box is not None and 0 <= box["y"] < page.viewport_size["height"], (place, part)
    page.locator(".explorer-to-sheet").click()
    page.wait_for_function(TO_SHEET)


def test_on_paper_the_list_is_whole_and_says_what_it_is_narrowed_down_by(opened, lang):
    page = opened("explore")
    spoken = GUIDE.ui.group("explorer", "spoken", lang)
    total = len(GUIDE.accommodations)
    (name,) = [each.name[lang] for each in GUIDE.disabilities if each.id == "visual"]
    for choice, words in ((None, spoken["printed_all"]), ("visual", spoken["printed"])):
        if choice:
            tick(page, "disability", choice)
        found = len(expected(choice)) if choice else total
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.inner_text(".explorer-printed") == words.format(words=name, count=found, total=total)
        assert page.locator(".entry:visible").count() == found
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(".entry:visible").count() == min(found, STEP)


def test_words_that_cannot_be_loaded_say_so_and_choices_go_on(browser, roots, lang):
    page = browser.new_page()  # not watched: something does fail
    page.goto(f"{roots['http']}{'en/' if lang == 'en' else ''}explore.html")
    page.route("**/explorer-words.js", lambda route: route.abort())
    page.fill("#explorer-words", "x")
    expect(page.locator(".explorer-said")).to_have_text(GUIDE.ui.group("explorer", "spoken", lang)["words_failed"])
    tick(page, "disability", "visual")
    assert set(listed(page)) == expected("visual")
    page.close()


def test_the_links_of_the_list_tell_one_from_the_other(opened):
    page = opened("explore")
    names = page.eval_on_selector_all(
        ".explorer a", "all => all.map(each => each.getAttribute('aria-label') || each.textContent)"
    )
    assert len(names) == len(set(names))


def test_picks_of_a_disabilitys_page_arrive_on_the_sheet(opened, lang):
    page = opened("disability-epilepsy")
    for button in page.locator("[data-collect]").all()[:2]:
        button.click()
    page.locator(".collected a").click()
    page.wait_for_load_state("load")
    assert page.inner_text("[data-count]") == "2"
    rows = page.locator("[data-grid=talk] .sheet-form-row:visible textarea:first-of-type")
    titles = {entry.title[lang] for entry in GUIDE.accommodations if "epilepsy" in entry.placed}
    assert rows.first.input_value() in titles


def test_a_link_to_my_sheet_arrives_there(opened):
    page = opened("explore", "#my-sheet")
    page.wait_for_function(TO_SHEET)


def test_an_emptied_row_of_a_kept_sheet_leaves_no_gap(opened):
    page = opened("explore")
    for words in ("one", "two", "three"):
        page.locator("[data-own]").press("Enter")  # a click would miss while entries on the way there find their height
        page.keyboard.type(words)
    page.locator(".sheet-form [name=keep]").check()
    page.fill("[data-tag=talk-2-what]", "")
    page.reload(wait_until="load")
    page.locator("[data-grid=talk] [data-move=up]").nth(1).press("Enter")
    what = "all => all.filter(each => each.offsetHeight).map(each => each.value)"
    assert page.eval_on_selector_all("[data-tag$=-what]", what) == ["three", "one"]


def test_my_sheet_by_keyboard_ordered_emptied_and_kept_only_if_asked(opened, axe):
    page = opened("explore")
    page.locator("[data-own]").focus()
    for words in ("one", "two", "three"):
        page.locator("[data-own]").focus()
        page.keyboard.press("Enter")
        page.keyboard.type(words)
    what = lambda: page.eval_on_selector_all("[data-tag$=-what]", "all => all.map(each => each.value).filter(Boolean)")  # noqa: E731
    assert what() == ["one", "two", "three"]
    page.locator("[data-grid=talk] [data-move=up]").nth(2).focus()
    page.keyboard.press("Enter")
    assert what() == ["one", "three", "two"]
    page.keyboard.press("Enter")  # focus went along
    assert what() == ["three", "one", "two"]
    page.locator("[data-grid=talk] [data-move=out]").nth(1).focus()
    page.keyboard.press("Enter")
    assert what() == ["three", "two"]
    page.evaluate("scrollTo(0, 0)")  # where the bar of one's own sheet covers half of no link
    assert axe(page) == []
    page.reload(wait_until="load")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('teichaku'))") == []
    page.locator("[data-own]").press("Enter")
    page.keyboard.type("kept")
    page.locator(".sheet-form [name=keep]").check()
    page.reload(wait_until="load")
    assert what() == ["kept"]
    page.locator(".sheet-form button[type=reset]").click()
    page.locator(".ask [value=yes]").click()
    expect(page.locator(".my-sheet-empty")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('teichaku'))") == []


def test_the_sheet_holds_twelve_and_says_so(opened, lang):
    page = opened("explore")
    for button in page.locator(".entry [data-collect]").all()[:13]:
        button.click()
    assert page.inner_text("[data-count]") == "12"
    assert page.locator("[data-collect][aria-pressed=true]").count() == 12


def test_a_sheet_made_in_the_browser_is_the_one_that_python_would_write(opened, lang, tmp_path):
    page = opened("explore")
    picked = [entry for entry in GUIDE.accommodations if "epilepsy" in entry.placed][:3]
    tick(page, "disability", "epilepsy")
    for entry in picked:
        page.locator(f"#entry-{entry.id} [data-collect]").click()
    page.fill("#name", HOSTILE)
    page.fill("[data-tag=talk-1-agreed]", HOSTILE)
    page.fill("[data-tag=talk-2-until]", "2026-12-01")
    page.fill("#field-talked-on", "R8.4.1")
    made = download(page, tmp_path)
    assert made.name == f"{SHEETS['accommodation-talk-own'].title[lang]}_2026-04.docx"
    assert validated(made) == []

    sheet = SHEETS["accommodation-talk-own"]
    values = {"name": HOSTILE, "talk-1-agreed": HOSTILE, "talk-2-until": "2026-12-01", "talked-on": "2026-04-01"}
    values |= {f"talk-{row}-what": entry.title[lang] for row, entry in enumerate(picked, 1)}
    *others, chosen = sheet.sections
    (table,) = chosen.fields
    shorter = chosen.model_copy(update={"fields": (table.model_copy(update={"blank": 3}),)})
    said = {tag: Text.model_construct(ja=value, en=value) for tag, value in values.items()}
    written = tmp_path / "python.docx"
    written.write_bytes(
        document_bytes(GUIDE, (lang,), sheet.model_copy(update={"values": said, "sections": (*others, shorter)}))
    )
    assert controls(made) == controls(written)
    assert dict((tag, words) for tag, words, _ in controls(made))["name"] == HOSTILE

    done = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            str(tmp_path),
            str(made),
        ],
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0
    assert HOSTILE.split("\n")[0] in made.with_suffix(".txt").read_text("utf-8-sig")


def test_without_compression_the_package_is_still_whole(opened, tmp_path):
    page = opened("explore")
    page.evaluate("delete globalThis.CompressionStream")
    page.fill("#name", "stored")
    path = download(page, tmp_path)
    assert validated(path) == []
    assert ("name", "stored") in [(tag, words) for tag, words, _ in controls(path)]


def test_the_calculator_hands_over_a_schedule_with_its_days(opened, lang, tmp_path):
    page = opened("calculator")
    page.fill("#calculator-standard-hired", "2026-04-01")
    page.press("#calculator-standard-hired", "Enter")
    path = download(page, tmp_path, "[data-take=schedule]")
    assert validated(path) == []
    days = {tag: words for tag, words, _ in controls(path)}
    assert days["first-day"] == ("2026年4月1日" if lang == "ja" else "2026-04-01")
    assert days["latest-end-1-day"] == ("2029年9月30日" if lang == "ja" else "2029-09-30")


def test_an_assessment_on_screen_draws_its_radar_and_its_table(opened, tmp_path, axe):
    page = opened("fill-retention-assessment-person")
    for pick in page.locator("select").all():
        pick.select_option("3")
    assert (
        page.eval_on_selector_all("[data-means] tbody td:nth-of-type(1)", "all => all.map(each => each.textContent)")
        == ["3.0"] * 6
    )
    assert len((page.locator("[data-radar] polygon[data-own]").get_attribute("points") or "").split()) == 6
    assert axe(page) == []
    path = download(page, tmp_path)
    assert validated(path) == []
    assert [words for tag, words, _ in controls(path) if tag.endswith("-mean")] == ["3.0"] * 6


@pytest.mark.parametrize("id", ["natural-support-check", "strengths-at-work", "must-exist-check"])
def test_a_check_sheet_on_screen_becomes_its_docx(opened, id, tmp_path):
    page = opened(f"fill-{id}")
    page.evaluate(
        """() => document.querySelectorAll('[data-tag]').forEach(field => {
          if (field.type === 'checkbox' || field.type === 'radio') field.checked = true;
          else if (field.type === 'date') field.value = '2026-04-01';
          else if (field.tagName === 'SELECT') field.selectedIndex = 2;
          else field.value = field.dataset.tag;
          field.dispatchEvent(new Event('input', {bubbles: true}));
        })"""
    )
    path = download(page, tmp_path)
    assert validated(path) == []
    blank = [tag for tag, words, _ in controls(path) if not words.strip("　") or words == "☐"]
    single_days = [
        field
        for field in page.eval_on_selector_all("[data-date-field]", "all => all.map(each => each.dataset.dateField)")
    ]
    assert blank == single_days


def test_an_emergency_card_in_every_language(opened, lang, tmp_path, axe):
    page = opened("emergency-cards")
    page.locator("[data-add]").click()
    card = page.locator("[data-card=workplace]")
    for way, has in (("ja", "意識がなくなり"), ("en", "I lose consciousness"), ("ja-en", "I lose consciousness")):
        page.locator(f"input[name=words][value={way}]").check()
        assert has in card.inner_text()
    page.locator("input[name=words][value=read]").check()
    assert card.locator("ruby rt", has_text="いしき").count() == 1
    assert axe(page) == []
    page.locator("input[name=words][value=en]").check()
    path = download(page, tmp_path)
    assert path.name == f"{SHEETS['emergency-card'].title[lang]}.docx"
    assert validated(path) == []
    assert "I lose consciousness, stiffen and shake." in [words for _, words, _ in controls(path)]


def test_the_day_on_a_card_is_said_in_its_languages(opened):
    page = opened("emergency-cards")
    page.locator("#field-wp-date").fill("R8.4.1")
    card = page.locator("[data-card=workplace]")
    for way, has in (("ja", ["2026年4月1日"]), ("en", ["1 April 2026"]), ("ja-en", ["2026年4月1日", "1 April 2026"])):
        page.locator(f"input[name=words][value={way}]").check()
        assert card.locator("[data-card-field=wp-date] dd").inner_text().split("\n") == has


def test_a_card_prints_alone_and_a_wallet_card_keeps_its_size(opened):
    page = opened("emergency-cards")
    page.locator("[data-add]").click()
    page.evaluate("window.print = () => {}")
    page.locator("[data-print=wallet]").click()
    page.emulate_media(media="print")
    box = page.locator("[data-card=wallet]").bounding_box()
    assert box is not None
    assert abs(box["width"] * 25.4 / 96 - 91) < 1
    assert box["height"] * 25.4 / 96 <= 111
    assert not page.locator("[data-card=workplace]").is_visible()
    assert not page.locator(".sheet-form").is_visible()
    assert not page.locator("h1").is_visible()
    page.emulate_media(media="screen")  # paper is wider than a small screen


@pytest.mark.parametrize("name", ["explore", "emergency-cards", "fill-natural-support-check"])
def test_forced_colours_and_a_page_of_320_by_256(name, browser, address, lang, axe):
    """320 × 256 CSS pixels is 1280 × 1024 at 400 %."""
    page = browser.new_page(viewport={"width": 320, "height": 256}, forced_colors="active")
    page.goto(address("file", lang, name), wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []
    page.close()


def test_without_scripts_the_list_and_the_blank_sheets_remain(browser, address, lang):
    page = browser.new_page(java_script_enabled=False)
    page.goto(address("file", lang, "explore"), wait_until="load")
    assert page.locator(".entry:visible").count() == len(GUIDE.accommodations)
    assert not page.locator(".explorer-form").is_visible()
    page.close()
