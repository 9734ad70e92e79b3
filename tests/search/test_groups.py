"""Words that lead somewhere: to pages and headings that are there."""

import pytest

from content.files import ContentError
from content.load import load
from search.index import groups

GUIDE = load()
ENTRIES = [{"at": "living.html"}, {"at": "living.html#money"}]


def led(*at):
    """The lines of groups where the first one leads to these, and no other anywhere."""
    first, *others = [group.model_copy(update={"at": ()}) for group in GUIDE.search_words.groups]
    words = GUIDE.search_words.model_copy(update={"groups": (first.model_copy(update={"at": at}), *others)})
    return groups(GUIDE.model_copy(update={"search_words": words}), "en", ENTRIES).split("\n")


def test_an_answer_is_told_by_its_place_among_the_entries():
    (line,) = [line for line in led("living#money", "living") if "\t" in line]
    assert line.split("\t")[1] == "1 0"


def test_an_answer_that_is_no_page_says_where_it_stands_and_names_the_nearest():
    with pytest.raises(
        ContentError, match=r"search-words\.yml:\d+: groups\[\w+\]\.at: .*Did you mean \"living#money\""
    ):
        led("living#mony")


def test_a_language_keeps_to_its_own_everyday_words():
    everyday = led()[-len(GUIDE.search_words.groups) :]
    assert not [line for line in everyday if any("\u3040" < letter < "\ua000" for letter in line)]
