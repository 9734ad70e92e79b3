"""A filled sheet opened on its page: everything in it comes back as on the command line, nobody's file does harm, and the
next sheet begins with what goes on."""

from __future__ import annotations

import base64

import pytest
from hostile import GOOD, SHEETS, package
from playwright.sync_api import Page, expect

from conftest import ROOT
from content.load import load
from docx_files import DOCUMENT, parts
from worksheets.boxes import copies
from worksheets.catalogue import catalogue, languages
from worksheets.office.collect import collected
from worksheets.office.forms import SIGNS, fields
from worksheets.office.said import Refused
from worksheets.office.segments import Template
from worksheets.writer.document import document_bytes

GUIDE = load()
READ = """async ([data, tags, signs]) => {
  const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
  try {
    return Teichaku.sheetRead.read(await Teichaku.sheetPackage.unpacked(bytes), tags, signs);
  } catch (error) {
    return error.key ?? String(error);
  }
}"""
REPORT = {
    "name": "青木 花子",
    "provider": "みどり",
    "month": "2026年12月",
    "next-support": "週1回\n訪問",
    "result": "できた",
}


def filled(id: str, langs=("ja",), values=None) -> bytes:
    sheet = catalogue(GUIDE)[id]
    found = full(id) if values is None else values
    return Template(document_bytes(GUIDE, langs, sheet), found, copies(GUIDE, sheet)).filled(found)


def full(id: str) -> dict[str, str | bool]:
    """A value for every field."""
    found: dict[str, str | bool] = {}
    for number, field in enumerate(fields(GUIDE, id)):
        match field.kind:
            case "date":
                found[field.id] = "2026-04-01"
            case "choice":
                found[field.tags[number % len(field.tags)]] = True
            case "checkbox":
                found[field.id] = True
            case "dropdown":
                found[field.id] = list(field.options)[number % len(field.options)]
            case _:
                found[field.id] = f"{number} 𠮷田 <&> $1\n2行目"
    return found


@pytest.fixture
def bare(browser):
    """A page with nothing but the scripts that read."""
    page = browser.new_page()
    for script in ("page", "fill", "sheet-form-package", "sheet-form-read"):
        page.add_script_tag(path=ROOT / f"theme/js/{script}.js")
    yield page
    page.close()


def read(page: Page, data: bytes, id: str = "support-report"):
    tags = [tag for field in fields(GUIDE, id) for tag in field.tags]
    return page.evaluate(READ, [base64.b64encode(data).decode(), tags, SIGNS])


def same(page: Page, id: str, data: bytes) -> None:
    """Both sides find the same words and ticks."""
    theirs, ours = read(page, data, id), collected(GUIDE, data)
    assert (theirs["id"], theirs["version"], theirs["gone"]) == (id, ours.version, [])
    kinds = {tag: field.kind for field in fields(GUIDE, id) for tag in field.tags}
    for tag, kind in kinds.items():
        found = theirs["values"][tag]
        if kind in ("choice", "checkbox"):
            assert found["ticked"] == bool(ours.values.get(tag)), tag
        elif kind != "date":
            assert found["words"] == ours.values.get(tag, ""), tag
        else:
            assert bool(found["words"]) == (tag in ours.values), tag


def test_both_sides_read_the_same_from_one_sheet_of_each_kind(bare):
    for id in ("support-report", "retention-assessment-person", "schedule-standard", "consent"):
        same(bare, id, filled(id))
        same(bare, id, filled(id, values={}))


@pytest.mark.matrix
def test_both_sides_read_the_same_from_every_sheet_and_language_as_libreoffice_saves_it(bare, tmp_path):
    from worksheets.writer.office import convert

    every = [
        (sheet.id, langs) for sheet in catalogue(GUIDE).values() if not sheet.example for langs in languages(sheet)
    ]
    names = {f"{id}.{'-'.join(langs)}.docx": id for id, langs in every}
    (tmp_path / "saved").mkdir()
    for (id, langs), name in zip(every, names, strict=True):
        (tmp_path / name).write_bytes(filled(id, langs))
    convert([tmp_path / name for name in names], "docx", tmp_path / "saved")
    for name, id in names.items():
        same(bare, id, (tmp_path / "saved" / name).read_bytes())


def test_a_hostile_sheet_is_refused_for_the_same_reason_as_on_the_command_line(bare):
    for name, (data, _) in SHEETS.items():
        if not data:
            continue
        with pytest.raises(Refused) as refused:
            collected(GUIDE, data)
        key = refused.value.key
        found = read(bare, data)
        # The page itself asks whether it is its own sheet with its fields; browsers take deeper documents than we do.
        if key in ("no-fields", "unknown-sheet") or name == "2000-deep":
            assert found["id"] != "support-report" or not found["values"], name
        else:
            assert found == key, name


@pytest.fixture
def report(watched, address):
    page, wrong = watched
    page.goto(address("file", "ja", "fill-support-report"), wait_until="load")
    yield page
    assert wrong == []


def choose(page: Page, name: str, data: bytes) -> None:
    page.set_input_files("[data-sheet-open] input[type=file]", {"name": name, "mimeType": "x/x", "buffer": data})


def said(page: Page):
    return expect(page.locator("[data-sheet-open] [role=status]"))


def test_last_months_report_is_opened_and_the_next_begun_from_it(report, tmp_path):
    choose(report, "支援レポート_2026-12_A.docx", filled("support-report", values=REPORT))
    said(report).to_contain_text("を開きました")
    assert report.input_value("[data-tag=result]") == "できた"
    report.click("[data-next]")
    said(report).to_contain_text("次の様式になりました")
    assert report.input_value("[data-tag=goal]") == "週1回\n訪問"
    assert report.input_value("[data-tag=month]") == "2027年1月"
    assert report.input_value("[data-tag=result]") == ""
    with report.expect_download() as made:
        report.click("[data-take=docx]")
    assert made.value.suggested_filename == "支援レポート_2027-01_A.docx"
    made.value.save_as(tmp_path / "x.docx")
    assert collected(GUIDE, (tmp_path / "x.docx").read_bytes()).values == {
        "name": "青木 花子",
        "provider": "みどり",
        "month": "2027年1月",
        "goal": "週1回\n訪問",
    }


def test_a_sheet_in_plain_words_is_opened_where_the_sheet_itself_is(watched, address):
    page, wrong = watched
    page.goto(address("file", "ja", "fill-daily-report"), wait_until="load")
    choose(page, "x.docx", filled("daily-report-plain", values={"name": "青木 花子", "did": "箱を運んだ"}))
    said(page).to_contain_text("を開きました")
    assert page.input_value("[data-tag=did]") == "箱を運んだ"
    assert wrong == []


def test_everything_in_a_sheet_comes_back_into_its_form(report, tmp_path):
    choose(report, "x.docx", filled("support-report"))
    said(report).to_contain_text("を開きました")
    with report.expect_download() as made:
        report.click("[data-take=docx]")
    made.value.save_as(tmp_path / "x.docx")
    assert collected(GUIDE, (tmp_path / "x.docx").read_bytes()).values == full("support-report")


def test_words_of_the_version_before_stand_where_they_belong_today(report):
    """As the command line reads them."""
    old = {"name": "report-goal", "goal": "supported-on"}
    members = parts(filled("support-report", values={"name": "散歩", "goal": "5日"}))
    for tag, before in old.items():
        members[DOCUMENT] = members[DOCUMENT].replace(f'w:val="{tag}"'.encode(), f'w:val="{before}"'.encode())
        members[DOCUMENT] = members[DOCUMENT].replace(f'"b_{tag}"'.encode(), f'"b_{before}"'.encode())
    members["docProps/custom.xml"] = members["docProps/custom.xml"].replace(
        f">{catalogue(GUIDE)['support-report'].version}<".encode(), b">1.0.0<"
    )
    data = package(members)
    assert collected(GUIDE, data).values == {"goal": "散歩"}
    choose(report, "x.docx", data)
    said(report).to_contain_text("supported-on (5日)")
    assert report.input_value("[data-tag=goal]") == "散歩"


def test_nothing_that_was_typed_is_lost_by_opening_or_going_on(report):
    report.fill("[data-tag=name]", "わたし")
    choose(report, "x.docx", GOOD)
    said(report).to_contain_text("開きませんでした")
    report.click("[data-next]")
    said(report).to_contain_text("先に「Wordファイルにする」")
    assert report.input_value("[data-tag=name]") == "わたし"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "bad.docx：PDFです"),
        (SHEETS["macros"][0], "マクロ"),
        (SHEETS["xml-cut-off"][0], "安全でない書き方"),
        (filled("consent"), "「支援レポート」のファイルではありません"),
    ],
    ids=["pdf", "macros", "broken", "another-sheet"],
)
def test_a_file_that_is_not_opened_is_said_why(report, data, words):
    choose(report, "bad.docx", data)
    said(report).to_contain_text(words)
    assert report.input_value("[data-tag=name]") == ""


def test_rows_are_added_one_by_one_and_come_back_when_their_file_is_opened(report, tmp_path):
    add = report.get_by_role("button", name="行を足す")
    fourth = report.locator("[data-tag=contact-4-time]")
    assert not fourth.is_visible()
    add.press("Enter")
    assert report.evaluate("document.activeElement.dataset.tag") == "contact-4-on"
    add.press("Enter")
    report.fill("[data-tag=contact-5-time]", "10:00〜10:30")
    report.check("[data-tag=contact-5-means-face-to-face]")
    with report.expect_download() as made:
        report.click("[data-take=docx]")
    made.value.save_as(tmp_path / "x.docx")
    data = (tmp_path / "x.docx").read_bytes()
    assert collected(GUIDE, data).values == {"contact-5-time": "10:00〜10:30", "contact-5-means-face-to-face": True}
    report.click(".sheet-form button[type=reset]")
    report.locator("#__ask button[value=yes]").click()
    expect(fourth).to_be_hidden()
    choose(report, "x.docx", data)
    said(report).to_contain_text("を開きました")
    expect(fourth).to_be_visible()
    assert report.input_value("[data-tag=contact-5-time]") == "10:00〜10:30"
    assert not report.locator("[data-tag=contact-6-time]").is_visible()


ASSESSED = {
    "then": ("retention-assessment-person", "2", "2026-05-01", "青木 花子"),
    "now": ("retention-assessment-supporter", "3", "2026-11-01", "青木　花子"),
    "other": ("retention-assessment-person", "4", "2026-11-02", "別の人"),
}


def assessed(id: str, code: str, day: str, name: str) -> bytes:
    """An assessment with one answer everywhere."""
    answers = {field.id: code for field in fields(GUIDE, id) if field.kind == "dropdown"}
    return filled(id, values={"name": name, "assessed-on": day, **answers})


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_earlier_assessments_of_one_person_lie_over_the_radar_with_their_table(watched, address, lang):
    page, wrong = watched
    page.goto(address("file", lang, "fill-retention-assessment-person"), wait_until="load")
    place = page.locator("[data-sheet-then]")
    type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    files = [{"name": f"{key}.docx", "mimeType": type, "buffer": assessed(*each)} for key, each in ASSESSED.items()]
    place.locator("input").set_input_files(
        [files[1], files[0], files[2], {**files[0], "name": "b", "buffer": b"%PDF-1"}]
    )
    said = place.locator("[role=status]")
    expect(said).to_contain_text("PDF")
    rows = place.locator("tbody tr").all_inner_texts()
    assert len(rows) == 6
    assert {tuple(row.split("\t")[1:]) for row in rows} == {("2.0", "3.0")}, rows  # the older first
    assert page.locator("[data-radar] [data-then]").count() == 2
    assert "other.docx" in said.inner_text()
    assert wrong == []


LENGTHENED = (  # sheets that are filled in on the page and have rows to add
    *("support-report", "support-report-private", "workplace-visit", "workplace-visit-private"),
    *("consent", "consent-private", "support-plan", "natural-support-check"),
)
GROWN = """() => {
  const said = {};
  for (const add of document.querySelectorAll("[data-add-row]")) {
    add.click();
    add.click();
    for (const row of add.closest("[data-grid]").querySelectorAll("[data-more]:not([hidden])"))
      for (const box of row.querySelectorAll("textarea, input[type=checkbox]")) {
        if (box.type === "checkbox") box.checked = true;
        else box.value = `${box.dataset.tag} 𠮷 <&>\\n2`;
        said[box.dataset.tag] = box.type === "checkbox" || box.value;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
  }
  return said;
}"""


@pytest.mark.matrix
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("id", LENGTHENED)
def test_axe_finds_nothing_where_rows_were_added(id, width, lang, watched, address, axe):
    page, wrong = watched
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address("http", lang, f"fill-{id}"), wait_until="load")
    assert page.evaluate(GROWN)
    page.evaluate("scrollTo(0, 0)")  # what lies under the page's head just then would be called covered
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []


@pytest.mark.matrix
def test_added_rows_come_back_on_both_sides_as_libreoffice_saves_them(lang, watched, address, tmp_path):
    from worksheets.writer.office import convert

    page, wrong = watched
    typed = {}
    for id in LENGTHENED:
        page.goto(address("file", lang, f"fill-{id}"), wait_until="load")
        typed[id] = page.evaluate(GROWN)
        with page.expect_download() as made:
            page.click("[data-take=docx]")
        made.value.save_as(tmp_path / f"{id}.docx")
        page.once("dialog", lambda dialog: dialog.accept())
    (tmp_path / "saved").mkdir()
    convert(sorted(tmp_path.glob("*.docx")), "docx", tmp_path / "saved")
    for id, values in typed.items():
        data = (tmp_path / "saved" / f"{id}.docx").read_bytes()
        found = collected(GUIDE, data)
        assert (found.sheet, found.values, found.problems) == (id, values, []), id
        page.goto(address("file", lang, f"fill-{id}"), wait_until="load")
        choose(page, f"{id}.docx", data)
        expect(page.locator(f"[data-tag={next(iter(values))}]")).to_be_visible()
        back = page.evaluate(
            "tags => tags.map(tag => document.querySelector(`[data-tag='${tag}']`))"
            ".map(box => box.type === 'checkbox' ? box.checked : box.value)",
            list(values),
        )
        assert back == list(values.values()), id
    assert wrong == []
