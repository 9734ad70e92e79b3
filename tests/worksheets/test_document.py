"""Worksheets: the same from the same, blank on paper, safe to fill in."""

import re
from datetime import date
from functools import cache

import pytest
from lxml import etree
from PIL import Image, ImageOps

from content.load import load
from content.milestones import milestones
from docx_files import DOCUMENT, W, parts
from worksheets import radar
from worksheets.boxes import copies, repeated, tags
from worksheets.catalogue import catalogue, families, labelled, languages
from worksheets.models import ConfirmField
from worksheets.schedule import dated
from worksheets.writer.document import document_bytes

pytestmark = pytest.mark.slow

GUIDE = load()
SHEETS = catalogue(GUIDE)
EVERY = [
    pytest.param(sheet, langs, id=f"{sheet.id}-{'-'.join(langs)}")
    for sheet in SHEETS.values()
    for langs in languages(sheet)
]


@cache
def _parts(id, langs):
    return parts(document_bytes(GUIDE, langs, SHEETS[id]))


@cache
def _body(id, langs):
    return etree.fromstring(_parts(id, langs)[DOCUMENT])


def members(sheet, langs):
    """Its parts, made once a session."""
    return _parts(sheet.id, langs)


def body(sheet, langs):
    """Its document, read once a session."""
    return _body(sheet.id, langs)


def test_every_sheet_is_named_by_a_page():
    named = {id for page in GUIDE.pages for id in page.sheets}
    for id in families(GUIDE):
        assert id in named, f"content/data/pages.yml: no page names the sheet {id}: add it to `sheets` of one"


def test_every_disability_has_its_talk_sheet_and_every_route_its_schedule():
    assert {sheet.edition for sheet in SHEETS.values() if sheet.of == "accommodation-talk"} == {
        each.id for each in GUIDE.disabilities
    }
    assert {f"schedule-{route.id}" for route in GUIDE.routes} <= set(SHEETS)


def test_the_persons_own_sheets_come_in_both_languages_at_once():
    bilingual = {sheet.of for sheet in SHEETS.values() if sheet.bilingual}
    assert bilingual == {
        "strengths-at-work",
        "resource-map",
        "consent",
        "emergency-card",
        "daily-report",
        "weekly-report",
        "my-passport",
    }


def on_paper(sheet, langs):
    """The tags of all boxes of a sheet's body, those on copies of its cards too: one fewer where words take their room."""
    heads = {each.tag for each in repeated(GUIDE, sheet)}
    most = max((section.copies for section in sheet.sections), default=1)
    fewer = most > 1 and len(langs) > 1
    again = {tag for tag in copies(GUIDE, sheet).keys() - heads if not (fewer and tag.startswith(f"copy-{most}-"))}
    return sorted([*tags(GUIDE, sheet), *again])


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_every_field_is_one_control_in_reading_order(sheet, langs):
    found = [tag.get(f"{W}val") for tag in body(sheet, langs).iter(f"{W}tag")]
    if sheet.of != "resource-map":  # whose areas stand around the middle
        assert [tag for tag in found if tag not in copies(GUIDE, sheet)] == tags(GUIDE, sheet)
    assert sorted(found) == on_paper(sheet, langs)


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_every_page_after_the_first_says_whose_it_is(sheet, langs):
    head = etree.fromstring(members(sheet, langs)["word/header2.xml"])
    found = [tag.get(f"{W}val") for tag in head.iter(f"{W}tag")]
    assert found == [f"head-{id}" for id in sheet.running]
    assert len(set(found) | set(on_paper(sheet, langs))) == len(found) + len(on_paper(sheet, langs))


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_every_style_has_an_exact_pitch_so_that_every_office_suite_fills_a_page_alike(sheet, langs):
    styles = etree.fromstring(members(sheet, langs)["word/styles.xml"])
    for style in styles.iter(f"{W}style"):
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}styleId") != "Picture":
            spacing = style.find(f"{W}pPr/{W}spacing")
            assert spacing is not None and spacing.get(f"{W}lineRule") == "exact", style.get(f"{W}styleId")
    for spacing in body(sheet, langs).iter(f"{W}spacing"):
        assert spacing.get(f"{W}lineRule") in (None, "exact")


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_word_opens_a_sheet_in_its_own_mode_and_with_a_like_font(sheet, langs):
    found = members(sheet, langs)
    assert b'w:name="compatibilityMode"' in found["word/settings.xml"]
    assert b'w:val="15"' in found["word/settings.xml"]
    assert b"altName" in found["word/fontTable.xml"]
    for options in body(sheet, langs).iter(f"{W}dropDownList"):
        assert options[0].get(f"{W}value") == ""  # a choice can be taken back


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_a_bookmark_stands_around_every_control(sheet, langs):
    names = [mark.get(f"{W}name") for mark in body(sheet, langs).iter(f"{W}bookmarkStart")]
    assert names == ["b_" + tag.get(f"{W}val").replace("-", "_") for tag in body(sheet, langs).iter(f"{W}tag")]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 40


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_a_control_is_titled_and_locked_but_in_rows_that_repeat_and_never_plain_text(sheet, langs):
    rows = {tag for tag in tags(GUIDE, sheet) if re.search(r"-\d+(-|$)", tag)}
    for properties in body(sheet, langs).iter(f"{W}sdtPr"):
        assert properties.find(f"{W}alias").get(f"{W}val")
        lock = properties.find(f"{W}lock")
        if lock is None:
            assert properties.find(f"{W}tag").get(f"{W}val") in rows
        else:
            assert lock.get(f"{W}val") == "sdtLocked"
        assert properties.find(f"{W}text") is None  # LibreOffice 7.4 would multiply it


def signatures(sheet):
    return {field.id for section in sheet.sections for field in section.fields if isinstance(field, ConfirmField)}


@pytest.mark.parametrize(("sheet", "langs"), [each for each in EVERY if signatures(each.values[0])])
def test_a_signature_stays_with_what_is_signed(sheet, langs):
    signed = {"b_" + id.replace("-", "_") for id in signatures(sheet)}
    for row in body(sheet, langs).iter(f"{W}tr"):
        before = row.getprevious()
        if before.tag == f"{W}tr" and any(mark.get(f"{W}name") in signed for mark in row.iter(f"{W}bookmarkStart")):
            assert next(before.iter(f"{W}p")).find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_only_the_fields_take_typing_and_no_password_is_asked(sheet, langs):
    settings = etree.fromstring(members(sheet, langs)["word/settings.xml"])
    protection = settings.find(f"{W}documentProtection")
    assert dict(protection.attrib) == {f"{W}edit": "forms", f"{W}enforcement": "1"}


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_nothing_reaches_outside_the_file(sheet, langs):
    for name, data in members(sheet, langs).items():
        assert b'TargetMode="External"' not in data, name
        assert not name.endswith((".bin", ".vba"))


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_a_sheet_says_its_language_form_and_version(sheet, langs):
    found = members(sheet, langs)
    assert f'w:val="{"ja-JP" if langs == ("ja",) else "en-GB"}"'.encode() in found["word/styles.xml"]
    assert f">{sheet.id}<".encode() in found["docProps/custom.xml"]
    assert f">{sheet.version}<".encode() in found["docProps/custom.xml"]


def unread(part: bytes):
    """A part without the readings over its words."""
    root = etree.fromstring(part)
    for reading in [*root.iter(f"{W}rt")]:
        reading.getparent().remove(reading)
    return root


@pytest.mark.parametrize(("sheet", "langs"), EVERY)
def test_every_page_carries_the_forms_name_its_version_and_the_credit(sheet, langs):
    footer = "".join(
        "".join(unread(data).itertext()) for name, data in members(sheet, langs).items() if "footer" in name
    )
    assert f"[{sheet.form} {sheet.version}]" in footer
    for lang in langs:
        assert sheet.title[lang] in footer
        credit = GUIDE.ui["worksheets"]["credit_plain"] if sheet.plain else GUIDE.ui["site"]["credit"]
        assert credit[lang] in footer


@cache
def words(id, lang):
    return "".join(body(SHEETS[id], (lang,)).itertext())


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("id", "checklist"),
    [("natural-support-check", "natural-supports"), ("retention-assessment-person", "retention-assessment")],
)
def test_every_item_of_the_checklist_stands_on_its_sheet(id, checklist, lang):
    (chosen,) = [each for each in GUIDE.checklists if each.id == checklist]
    for group in chosen.groups:
        for item in group.items:
            said = item.own if id.endswith("-person") else item.text
            assert said[lang] in words(id, lang)


@pytest.mark.parametrize(("id", "contents"), [("support-plan", "plan_contents"), ("support-report", "report_contents")])
def test_every_content_the_source_names_has_its_box(id, contents):
    known = labelled(GUIDE, SHEETS[id])
    for content in getattr(GUIDE, contents):
        for field in content.fields:
            assert field in known
            assert any(tag == field or tag.startswith(f"{field}-") for tag in tags(GUIDE, SHEETS[id])), field


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_accommodation_strength_milestone_and_record_stands_on_its_sheet(lang):
    for disability in GUIDE.disabilities:
        talk = words(f"accommodation-talk-{disability.id}", lang)
        for entry in GUIDE.accommodations:
            assert (entry.title[lang] in talk) == (disability.id in entry.placed), (disability.id, entry.id)
        assert all(question.ask[lang] in talk for question in GUIDE.first_questions)
    strengths = words("strengths-at-work", lang)
    assert all(each.name[lang] in strengths for group in GUIDE.strengths for each in group.strengths)
    for route in GUIDE.routes:
        schedule = words(f"schedule-{route.id}", lang)
        for rule in route.rules:
            if rule.counts and rule.counts.kind != "service" and rule.part not in ("rhythm", "change"):
                assert rule.name[lang] in schedule, rule.id
    records = words("must-exist-check", lang)
    assert all(record.what[lang] in records for record in GUIDE.must_exist)


def told(field):
    """What a field tells about, its columns and parts included."""
    return set(getattr(field, "about", ())) | {about for each in getattr(field, "fields", ()) for about in each.about}


@pytest.mark.parametrize(
    ("edition", "never"), [("employer", {"health", "family", "income"}), ("private", {"employer"})]
)
def test_an_edition_holds_nothing_that_must_not_reach_its_reader(edition, never):
    sheets = [sheet for sheet in SHEETS.values() if sheet.edition == edition]
    assert len(sheets) >= 3
    for sheet in sheets:
        for section in sheet.sections:
            for field in section.fields:
                assert not told(field) & never, f"{sheet.id}: {field}"


def test_the_employer_is_asked_only_what_concerns_work():
    shown = words("retention-assessment-employer", "ja")
    (assessment,) = [each for each in GUIDE.checklists if each.id == "retention-assessment"]
    for group in assessment.groups:
        for item in group.items:
            assert (item.text.ja in shown) == ("employer" in item.asked), item.id
    for word in ("眠", "薬", "食", "家族", "給料", "余暇"):
        assert word not in shown.replace(GUIDE.ui["site"]["credit"].ja, "")


@pytest.mark.parametrize("id", [sheet.id for sheet in SHEETS.values() if sheet.edition == "private"])
def test_nothing_on_an_undisclosed_sheet_is_for_the_company_to_fill_in(id):
    aliases = [alias.get(f"{W}val") for alias in body(SHEETS[id], ("ja",)).iter(f"{W}alias")]
    assert not [alias for alias in aliases if "会社" in alias]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("id", [sheet.id for sheet in SHEETS.values() if sheet.edition == "private"])
def test_a_sheet_for_undisclosed_employment_does_not_itself_disclose(id, lang):
    """Left on a printer, its title and its foot say nothing of a disability, nor does its file's name."""
    found = members(SHEETS[id], (lang,))
    foot = "".join("".join(etree.fromstring(data).itertext()) for name, data in found.items() if "footer" in name)
    for said in (SHEETS[id].title[lang], foot.replace(GUIDE.ui["site"]["credit"][lang], ""), id):
        for word in ("障害", "クローズ", "disab", "disclos"):
            assert word not in said.lower()


def test_a_schedule_lists_its_days_in_the_order_in_which_they_come():
    days = milestones(GUIDE.routes[0], {"hired": date(2026, 10, 15)})
    came = [days[due.rule.id][due.number - 1][1] for due in dated(GUIDE.routes[0])]
    assert came == sorted(came)
    assert dated(GUIDE.routes[0])[-1].rule.id == "latest-end"


@pytest.mark.parametrize("id", [sheet.id for sheet in SHEETS.values() if sheet.example])
def test_an_example_is_filled_and_says_on_every_page_that_it_is_invented(id):
    found = members(SHEETS[id], ("ja",))
    header = "".join("".join(etree.fromstring(data).itertext()) for name, data in found.items() if "header" in name)
    assert GUIDE.ui["worksheets"]["example"].ja in header
    filled = [sdt for sdt in body(SHEETS[id], ("ja",)).iter(f"{W}sdt") if sdt.find(f".//{W}showingPlcHdr") is None]
    assert len(filled) >= len(SHEETS[id].values)


def test_the_radar_is_told_in_words():
    pictures = [
        each.get("descr")
        for each in body(SHEETS["retention-assessment-person"], ("en",)).iter()
        if each.tag.endswith("}docPr")
    ]
    assert pictures
    assert all(pictures)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_name_on_the_radar_is_cut_by_the_edge_of_its_picture(lang):
    picture = Image.open(radar.on_paper(lang)).convert("L")
    whole = ImageOps.invert(picture).getbbox()
    assert whole[0] > 0 and whole[1] > 0 and whole[2] < picture.width and whole[3] < picture.height
