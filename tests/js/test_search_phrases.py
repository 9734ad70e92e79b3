"""The known phrases of a question, also with other particles, endings or words between theirs."""

import pytest


@pytest.mark.parametrize(
    ("lang", "question", "found", "rest"),
    [
        ("ja", "仕事を辞めたい人", ["仕事を辞めたい"], "人"),
        ("ja", "上司が変わってから心配", ["上司が変わる"], "から心配"),
        ("ja", "上司も変わった", ["上司が変わる"], ""),
        ("ja", "仕事をすぐ辞めたい", ["仕事を辞めたい"], "をすぐ い"),
        ("ja", "仕事の相談をしてから家に帰って辞めたい", [], "仕事の相談をしてから家に帰って辞めたい"),
        ("en", "tell my boss", [], "tell my boss"),
        ("en", "should i tell the employer", ["tell my employer"], "should i the"),
        ("en", "coach for a job", ["job coach"], "for a"),
    ],
)
def test_a_phrase_is_taken_out_of_a_question(small, lang, question, found, rest):
    (taken,) = small(lang, ["takePhrases", question])
    assert taken["found"] == found
    assert taken["rest"].split() == rest.split()


def test_a_short_phrase_does_not_cut_a_longer_word_in_two(small):
    calls = [
        ["cuts", " 支援計画 ", 1, "支援"],
        ["cuts", " しゅうろう ", 4, "ろう"],
        ["cuts", " 休憩の支援 ", 4, "支援"],
    ]
    assert small("ja", *calls) == [True, True, False]
