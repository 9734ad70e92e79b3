"""From the inspection list to one person's papers: what names a sheet of ours leads to it, what doesn't is the provider's own."""

import io
import zipfile

from content.load import load
from worksheets.boxes import copies, tags
from worksheets.catalogue import catalogue, families
from worksheets.office.segments import Template
from worksheets.writer.document import document_bytes

GUIDE = load()
SHEETS = catalogue(GUIDE)
PERSON = {"name": "水野 葵", "provider": "就労定着支援こだま"}  # invented

# What a person's file holds that the provider writes in its own way: contracts, certificates, money, notices, accidents.
OWN = {
    "certificate-entry",
    "contract-report",
    "no-refusal",
    "certificate-check",
    "renewal-help",
    "charges-explained",
    "receipt",
    "ceiling-management",
    "benefit-notice",
    "fraud-notice",
    "complaint-record",
    "accident-notice",
    "accident-record",
}


FOR_THE_PROVIDER = {"must-exist-check"}  # names a file, not a person


def of_a_person():
    return [each for each in GUIDE.compliance if each.scope == "person"]


def test_each_paper_of_a_person_is_a_sheet_of_ours_or_named_as_the_providers_own():
    assert {each.id for each in of_a_person() if each.sheet is None} == OWN


def test_each_sheet_on_the_list_opens_with_the_persons_name_on_it():
    named = dict.fromkeys(each.sheet for each in of_a_person() if each.sheet)
    for id in named:
        sheet = families(GUIDE)[id][0]
        values = {tag: said for tag, said in PERSON.items() if tag in tags(GUIDE, sheet)}
        blank = document_bytes(GUIDE, ("ja",), sheet)
        made = Template(blank, tags(GUIDE, sheet), copies(GUIDE, sheet)).filled(values)
        with zipfile.ZipFile(io.BytesIO(made)) as opened:
            words = opened.read("word/document.xml").decode()
        assert all(said in words for said in values.values()), id
        assert values or id in FOR_THE_PROVIDER, id


def test_the_list_names_its_sheets_in_the_words_on_their_own_heads():
    [field] = [
        field
        for section in SHEETS["inspection-list-person"].sections
        for field in section.fields
        if field.kind == "requirements"
    ]
    for each in of_a_person():
        if each.sheet:
            assert field.titles[each.sheet] == families(GUIDE)[each.sheet][0].name
