"""Which entries answer best: the formulas with figures worked by hand, and the order they make."""

import pytest

SCRIPTS = ["search-english", "search-fold", "search-kana", "search-places", "search-rank"]
PAGE = {"at": "plan.html", "kind": "", "name": "plan of work"}  # 12 letters, of which "plan" is a third


def standing(ask, entry, **hits):
    (value,) = ask(SCRIPTS, [["search.standing", {"inTitle": 0, "inWords": 0, "inText": 0, **hits}, "plan", entry]])
    return value


def scored(ask, **change):
    answer = {"sum": 10, "coverage": 1, "kind": "", "led": False, "close": False, **change}
    return ask(SCRIPTS, [["search.score", answer]])[0]


def test_a_title_says_more_the_more_of_it_the_word_is_and_most_on_a_page(ask):
    assert standing(ask, PAGE, inTitle=1) == 3 + 3 * 4 / 12 + 2
    assert standing(ask, {**PAGE, "at": "plan.html#goals"}, inTitle=1) == 3 + 3 * 4 / 12
    assert standing(ask, {**PAGE, "name": "plan"}, inTitle=1) == 3 + 3 + 2


def test_a_text_says_a_little_more_for_each_time(ask):
    assert standing(ask, PAGE, inText=1) == 1
    assert standing(ask, PAGE, inText=10) == pytest.approx(1 + 0.4 * 2.302585)


def test_words_beside_the_text_say_much_of_an_accommodation_alone(ask):
    assert standing(ask, {**PAGE, "kind": "accommodation"}, inWords=3) == 2
    assert standing(ask, PAGE, inWords=3) == 0.3


def test_half_an_answer_is_worth_less_than_half(ask):
    assert scored(ask) == 10
    assert scored(ask, coverage=0.5) == pytest.approx(10 * 0.5**1.3)


def test_an_entry_of_a_list_comes_after_a_page_unless_it_is_known_to_answer(ask):
    assert scored(ask, kind="term") == pytest.approx(4.5)
    assert scored(ask, kind="term", led=True) == 10


def test_words_that_stand_together_are_worth_a_fifth_more(ask):
    assert scored(ask, close=True) == pytest.approx(12)


def shown(small, lang, query):
    return [group[0]["location"] for group in small(lang, ["search", query])[0]["items"]]


def test_a_page_whose_title_is_asked_for_goes_before_one_that_mentions_it(small):
    assert shown(small, "en", "plan") == ["plan.html", "job-changes.html"]


def test_what_is_known_to_answer_comes_first(small):
    assert shown(small, "ja", "退職")[0] == "job-changes.html"


def test_an_accommodation_of_several_disabilities_is_shown_where_the_question_asks(small):
    assert shown(small, "ja", "てんかん 休憩") == ["disability-epilepsy.html#accommodation-breaks"]
    assert shown(small, "ja", "精神障害 休憩") == ["disability-mental.html#accommodation-breaks"]


def test_who_asks_for_a_form_gets_the_sheets(small):
    assert "sheet-plan.html" in shown(small, "ja", "様式")
