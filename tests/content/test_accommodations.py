"""What every accommodation owes its readers: the person takes part, and what fits everybody says so."""

import pytest

from content.load import load

GUIDE = load()
ENTRIES = {entry.id: entry for entry in GUIDE.accommodations}
# How each language names the one whose work it is.
PERSON = {"ja": "本人", "en": "person"}


@pytest.mark.parametrize("lang", PERSON)
@pytest.mark.parametrize("id", ENTRIES)
def test_the_person_takes_part_in_every_accommodation(id, lang):
    entry = ENTRIES[id]
    assert PERSON[lang] in " ".join(text[lang] for text in (entry.title, entry.how, entry.check))


def test_what_fits_everybody_stands_under_every_disability_and_is_ours():
    every = {disability.id for disability in GUIDE.disabilities}
    common = [entry for entry in GUIDE.accommodations if entry.common]
    assert common
    assert all(set(entry.placed) == every and entry.source != "manual" for entry in common)


def test_what_we_added_under_every_disability_is_told_as_common():
    every = {disability.id for disability in GUIDE.disabilities}
    ours = [entry for entry in GUIDE.accommodations if entry.source != "manual" and set(entry.placed) == every]
    assert all(entry.common for entry in ours)


@pytest.mark.parametrize("id", [each.id for each in GUIDE.accommodations if "周りに伝え" in each.title.ja])
def test_who_is_told_about_a_disability_is_for_the_person_to_act_on(id):
    assert ENTRIES[id].who[0] == "person"
