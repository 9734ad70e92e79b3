"""Nothing of the source is dropped, and everything the data holds is shown."""

import json
import zipfile
from collections import Counter

import pytest
import yaml

from conftest import BUILT, DOCS, FOLDER, NAMES, ROOT, article, parsed
from content.load import load
from worksheets.catalogue import catalogue, families, file_name, languages
from worksheets.writer.document import digest, document_bytes

PLACEMENTS = {  # safety, work, health; the source's ten tables
    "visual": (3, 3, 3),
    "hearing": (2, 4, 3),
    "limb-or-trunk": (3, 3, 5),
    "internal": (1, 2, 4),
    "intellectual": (2, 5, 4),
    "developmental": (2, 8, 5),
    "higher-brain": (1, 5, 2),
    "intractable": (3, 1, 4),
    "mental": (1, 4, 4),
    "epilepsy": (4, 4, 4),
}


def ids(lang: str, name: str) -> set[str]:
    return set(parsed(FOLDER[lang] / f"{name}.html").xpath("//@id"))


def test_the_inventory_covers_the_introduction_and_all_35_sections():
    sections = Counter(entry.section for entry in load().inventory)
    assert set(sections) == set(range(36))
    assert sections.total() >= 150


def test_every_line_of_the_inventory_is_shown(lang):
    missing = [
        f"{entry.id}: {entry.page}#{entry.anchor}"
        for entry in load().inventory
        if entry.anchor not in ids(lang, entry.page)
    ]
    assert missing == []


def test_the_inventory_page_lists_every_line(lang):
    assert len(article(lang, "where-it-went").cssselect(".inventory li")) == len(load().inventory)


@pytest.mark.parametrize("disability", PLACEMENTS)
def test_a_disability_has_as_many_examples_as_the_sources_table(disability, lang):
    page = article(lang, f"disability-{disability}")
    shown = tuple(
        len(page.cssselect(f'[data-aspect="{aspect}"] tr:not(.rowgroup):not([data-ours])'))
        for aspect in ("safety", "work", "health")
    )
    assert shown == PLACEMENTS[disability]


def test_the_placements_are_99():
    theirs = [entry for entry in load().accommodations if entry.source == "manual"]
    assert sum(len(entry.placed) for entry in theirs) == 99 == sum(map(sum, PLACEMENTS.values()))


def test_what_the_guide_added_says_so_and_covers_emergencies_for_every_disability():
    ours = [entry for entry in load().accommodations if entry.source != "manual"]
    assert len(ours) >= 30
    assert all(entry.sections == () for entry in ours)
    for disability in PLACEMENTS:
        assert any(entry.placed.get(disability) == "safety" for entry in ours), disability


def test_every_accommodation_is_on_its_pages_and_in_the_explorer_once(lang):
    listed = article(lang, "explore").cssselect(".explorer-list > .entry")
    assert sorted(each.get("id") for each in listed) == sorted(f"entry-{entry.id}" for entry in load().accommodations)
    for disability in PLACEMENTS:
        expected = {f"accommodation-{entry.id}" for entry in load().accommodations if disability in entry.placed}
        assert {id for id in ids(lang, f"disability-{disability}") if id.startswith("accommodation-")} == expected


def test_without_scripts_every_example_stands_in_the_explorer(lang):
    listed = article(lang, "explore").cssselect(".explorer-list > .entry")
    assert not [each for each in listed if each.get("hidden") is not None or each.xpath("ancestor::*[@hidden]")]
    assert not article(lang, "explore").cssselect(".explorer-list")[0].xpath("ancestor-or-self::*[@data-scripted]")


def test_the_duty_table_shows_every_duty(lang):
    shown = [row.get("data-duty") for row in article(lang, "duties").cssselect("tr[data-duty]")]
    assert shown == [duty.id for duty in load().duties]


def test_the_duties_name_who_must_who_should_and_what_is_merely_allowed():
    kinds = Counter((duty.actor, mark) for duty in load().duties for mark in duty.marks)
    assert kinds[("sending-provider", "duty")] >= 1
    assert kinds[("sending-provider", "best-efforts")] >= 2
    assert kinds[("retention-provider", "duty")] >= 2
    assert kinds[("retention-provider", "best-efforts")] >= 2
    assert kinds[("retention-provider", "allowed")] == 1
    assert kinds[("employer", "duty")] >= 2
    assert kinds[("business", "duty")] == 1
    assert kinds[("person", "basic-idea")] == 1


def test_every_correction_and_doubtful_reading_is_shown(lang):
    shown = article(lang, "differences").xpath("//tr[@id]/@id")
    assert shown == [
        f"difference-{entry.id}"
        for kind in ("correction", "doubtful")
        for entry in load().differences
        if entry.kind == kind
    ]
    assert Counter(entry.kind for entry in load().differences)["doubtful"] >= 8


@pytest.mark.parametrize(
    ("checklist", "items", "groups"), [("natural-supports", 18, 7), ("retention-assessment", 27, 6)]
)
def test_a_check_sheet_keeps_the_sources_number_and_grouping(checklist, items, groups):
    (chosen,) = [each for each in load().checklists if each.id == checklist]
    assert (sum(len(group.items) for group in chosen.groups), len(chosen.groups)) == (items, groups)


def test_the_employer_is_never_asked_about_private_matters():
    (assessment,) = [each for each in load().checklists if each.id == "retention-assessment"]
    asked = [[("employer" in item.asked) for item in group.items] for group in assessment.groups]
    assert [sum(group) for group in asked] == [0, 0, 3, 0, 5, 2]


def test_there_are_fifteen_strengths_in_four_groups():
    assert [len(group.strengths) for group in load().strengths] == [3, 3, 3, 6]


def test_every_page_has_its_entry_and_every_entry_its_page():
    assert sorted(page.id for page in load().pages) == NAMES


def test_every_term_is_in_the_list_of_terms(lang):
    assert {term.id for term in load().terms} <= ids(lang, "terms")


def test_every_link_within_the_site_arrives(built, lang):
    here = FOLDER[lang] / f"{built}.html"
    dead = []
    for href in article(lang, built).xpath(".//a/@href"):
        if href.startswith(("http:", "https:", "mailto:", "tel:")):
            continue
        path, _, anchor = href.partition("#")
        target = (here.parent / path).resolve() if path else here
        if not target.exists() or (
            anchor and target.suffix == ".html" and anchor not in set(parsed(target).xpath("//@id"))
        ):
            dead.append(href)
    assert dead == []


def test_no_id_stands_twice_on_a_page(built, lang):
    counted = Counter(parsed(FOLDER[lang] / f"{built}.html").xpath("//body//@id"))
    assert [id for id, count in counted.items() if count > 1] == []


def test_every_page_credits_the_source(built, lang):
    credit = load().ui["site"]["credit"][lang]
    assert credit in parsed(FOLDER[lang] / f"{built}.html").text_content()


@pytest.mark.parametrize("written", NAMES)
def test_a_description_stands_in_the_head_as_it_is_written(written, lang):
    front = next(yaml.safe_load_all((DOCS[lang] / f"{written}.md").read_text("utf-8")))
    said = parsed(FOLDER[lang] / f"{written}.html").xpath("string(//meta[@name='description']/@content)")
    assert said == front["description"]


def test_nothing_of_ours_is_inline_so_that_a_strict_content_security_policy_holds(built, lang):
    page = parsed(FOLDER[lang] / f"{built}.html")
    assert page.xpath("//article//@style | //article//@*[starts-with(name(), 'on')] | //article//style") == []
    assert page.xpath("//article//script | //script[not(@src) and @id='__dates' and @type!='application/json']") == []
    assert page.xpath("//script[not(@src) and not(@type='application/json')]") == []
    assert page.xpath("//@style | //body//@*[starts-with(name(), 'on')] | //body//style") == []


def test_every_sheet_has_its_card_and_its_page_with_every_file(lang):
    cards = article(lang, "sheets").cssselect(".sheets-card")
    every = families(load())
    assert {card.get("id") for card in cards} == {f"sheet-{id}" for id in every}
    for id, sheets in every.items():
        page = article(lang, f"sheet-{id}")
        linked = {href.rpartition("/")[2] for href in page.xpath(".//a[@download]/@href")}
        assert linked == {file_name(sheet, langs) for sheet in sheets for langs in languages(sheet)}
        for href in page.xpath(".//a[@download]/@href | .//img/@src"):
            assert (FOLDER[lang] / href).resolve().exists(), href


def test_every_sheet_is_linked_from_a_page_of_the_guide():
    used = {id for page in load().pages for id in page.sheets}
    assert used | {"retention-assessment"} >= set(families(load()))


def test_the_pictures_show_the_sheets_as_they_are_now():
    made = json.loads((ROOT / "worksheets/pictures/pictures.json").read_text("utf-8"))
    now = {
        file_name(sheet, langs): digest(document_bytes(load(), langs, sheet))
        for sheet in catalogue(load()).values()
        for langs in languages(sheet)
    }
    assert {name: told["digest"] for name, told in made.items()} == now, "run `make pictures`"


def test_all_files_of_a_language_come_in_one_zip(lang):
    with zipfile.ZipFile(FOLDER["ja"] / f"sheets/worksheets.{lang}.zip") as archive:
        names = set(archive.namelist())
    assert {name for name in names if name.endswith(f".{lang}.docx")} == {
        file_name(sheet, (lang,)) for sheet in catalogue(load()).values()
    }


NAMED_BY = {"table": "caption", "figure": "figcaption", "fieldset": "legend"}
PARTS = (
    "//main//*[not(ancestor::template)]"
    "[self::table or self::figure or self::fieldset or self::form or self::nav or self::dialog"
    " or @role='region' or @role='group' or @role='toolbar' or @role='img' or @role='dialog']"
)


def test_every_table_figure_and_region_has_a_name(lang):
    nameless = []
    for name in BUILT:
        for each in parsed(FOLDER[lang] / f"{name}.html").xpath(PARTS):
            own = NAMED_BY.get(each.tag)  # it may be empty until a script fills it
            if not (each.get("aria-label") or each.get("aria-labelledby") or (own and each.find(own) is not None)):
                nameless.append(f"{name}: <{each.tag} class={each.get('class')} role={each.get('role')}>")
    assert nameless == []
