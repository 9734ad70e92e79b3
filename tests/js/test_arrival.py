"""Where words stand that were searched for."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("発作のとき、発作後", ["発作"], [[0, 2], [6, 8]]),
        ("Plan and planning", ["plan"], [[0, 4], [9, 13]]),
        ("計画シートと計画", ["計画シート", "計画"], [[0, 5], [6, 8]]),  # the longer one first
        ("nothing here", ["発作"], []),
        ("", ["a"], []),
        ("İstanbul plan", ["plan"], []),  # a letter that is two in small ones: rather no mark than a wrong one
    ],
)
def test_marks_stand_where_the_words_do(ask, text, words, spans):
    run = ask(["handover", "arrival"], [["arrival.found", text, words]])
    assert run == [spans]
