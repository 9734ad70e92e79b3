"""English words for search: one form for a word's endings and for British and American spellings."""

import re

from search.engine import path

SAME = [
    ("organisations", "organization"),
    ("labour", "labor"),
    ("counselling", "counsel"),
    ("policies", "policy"),
    ("tried", "try"),
    ("Coaches’", "coach"),
    ("centre", "centers"),
    ("programme", "program"),
    ("planned", "plans"),
    ("changing", "change"),
    ("they'll", "they"),
    ("can't", "cannot"),
    ("cafés", "cafe"),
]
OTHER = [("note", "not"), ("cane", "can"), ("four", "for"), ("need", "ne"), ("status", "statu"), ("speed", "sp")]


def alike(ask, pairs):
    """The pairs that have one stem."""
    stems = ask(["search-english"], [["search.stem", word] for pair in pairs for word in pair])
    return [pair for pair, one, other in zip(pairs, stems[::2], stems[1::2], strict=True) if one == other]


def test_forms_of_one_word_are_the_same(ask):
    assert alike(ask, SAME) == SAME


def test_words_that_only_look_alike_stay_apart(ask):
    assert alike(ask, OTHER) == []


def test_every_irregular_form_leads_to_its_word(ask):
    lines = [line.split() for line in re.findall(r'^ +"([a-z ]+)",$', path("english").read_text("utf-8"), re.MULTILINE)]
    pairs = [(word, form) for word, *forms in lines for form in forms]
    assert ("go", "went") in pairs
    assert alike(ask, pairs) == pairs
