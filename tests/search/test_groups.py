"""Words that lead somewhere: to pages and headings that are there."""

import pytest

from content.files import ContentError
from content.load import load
from search.index import groups

GUIDE = load()
ENTRIES = [{"at": "living.html"}, {"at": "living.html#money"}]


def led(*ats):
    """The lines of groups where the first ones lead to these, and no other anywhere."""
    given = [*ats, *[()] * (len(GUIDE.search_words.groups) - len(ats))]
    every = [group.model_copy(update={"at": at}) for group, at in zip(GUIDE.search_words.groups, given, strict=True)]
    words = GUIDE.search_words.model_copy(update={"groups": tuple(every)})
    bare = GUIDE.model_copy(update={"search_words": words, "answers": {}, "elsewhere": ()})
    return groups(bare, "en", ENTRIES).split("\n")


def test_an_answer_is_told_by_its_place_among_the_entries():
    (line,) = [line for line in led(("living#money", "living")) if "\t" in line]
    assert line.split("\t")[1] == "1 0"


def test_an_answer_that_is_no_page_says_where_it_stands_and_names_the_nearest():
    with pytest.raises(
        ContentError, match=r"search-words\.yml:\d+: groups\[\w+\]\.at\[1\]: .*Did you mean \"living#money\""
    ):
        led(("living#mony",))


def test_all_answers_that_are_no_pages_are_said_at_once():
    with pytest.raises(ContentError) as error:
        led(("living", "livin"), ("living#mony", "nowhere"))
    assert [slip.split('"')[1] for slip in str(error.value).splitlines()] == ["livin", "living#mony", "nowhere"]


def test_a_language_keeps_to_its_own_everyday_words():
    everyday = led()[-len(GUIDE.search_words.groups) :]
    assert not [line for line in everyday if any("\u3040" < letter < "\ua000" for letter in line)]


def test_ways_to_ask_a_question_lead_to_its_answer_and_to_nothing_else():
    guide = GUIDE.model_copy(update={"search_words": GUIDE.search_words.model_copy(update={"groups": ()})})
    (topic, answers), *_ = guide.answers.items()
    places = [{"at": f"{topic}.html#answer-{answer.id}"} for answer in answers]
    one = guide.model_copy(update={"answers": {topic: answers}, "elsewhere": ()})
    asked = [line for line in groups(one, "ja", places).split("\n") if line.startswith("=")]
    assert [line.split("\t")[1] for line in asked] == [str(place) for place in range(len(answers))]
    assert asked[0].startswith(f"={answers[0].asked_as.ja[0]}|")
