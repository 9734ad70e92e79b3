"""What a question asks for: units, each with its ways of being said."""


def said(units):
    """[(what was typed, {word: weight})] of units."""
    return [(unit["raw"], {way["word"]: round(way["weight"], 3) for way in unit["ways"]}) for unit in units]


def test_a_word_of_the_guide_is_looked_for_on_the_pages_that_hold_it(small):
    (units,) = small("ja", ["asked", "計画"])
    assert said(units) == [("計画", {"計画": 1})]
    assert set(units[0]["within"]) == {"plan.html", "sheet-plan.html"}


def test_an_everyday_word_leads_to_what_answers_it_wherever_it_stands(small):
    (units,) = small("ja", ["asked", "退職"])
    assert units[0]["leads"] == [[2, 5]]
    assert units[0]["within"] is None


def test_a_question_is_its_phrases_and_the_words_between(small):
    (units,) = small("ja", ["asked", "上司が変わってから休憩はどうすればいい"])
    assert [raw for raw, _ in said(units)] == ["上司が変わる", "休憩"]


def test_words_that_say_nothing_are_passed_over_unless_there_are_no_others(small):
    some, none = small("en", ["asked", "how my plan"], ["asked", "how"])
    assert [raw for raw, _ in said(some)] == ["plan"]
    assert [raw for raw, _ in said(none)] == ["how"]


def test_kana_and_romaji_are_read(small):
    kana, apart = small("ja", ["asked", "けいかく"], ["asked", "kyu kei"])
    assert said(kana) == [("けいかく", {"計画": 0.9})]
    assert said(apart) == [("kyu kei", {"休憩": 0.9})]
    assert said(small("en", ["asked", "tenkan"])[0]) == [("tenkan", {"癲癇": 0.9})]


def test_the_last_word_may_still_be_being_typed(small):
    (units,) = small("en", ["asked", "goals pla"])
    assert units[-1]["ways"] == [
        {"word": "pla", "weight": 1},
        {"word": "pla", "weight": 0.8, "open": True},
    ]


def test_a_word_typed_wrongly_is_what_it_looks_like(small):
    kana, english = small("ja", ["asked", "てんかむ"])[0], small("en", ["asked", "suport"])[0]
    assert said(kana) == [("てんかむ", {"てんかん": 0.7})]
    assert said(english)[0][1]["support"] == 0.7


def test_an_unknown_compound_is_its_known_pieces(small):
    (units,) = small("ja", ["asked", "休憩目標"])
    assert [raw for raw, _ in said(units)] == ["休憩", "目標"]


def test_one_known_letter_of_many_answers_nothing(small):
    assert small("ja", ["asked", "月ぬぬぬ"], ["asked", ""], ["asked", "！？"]) == [[], [], []]


def test_of_two_ways_to_say_the_same_the_better_one_counts(small):
    (units,) = small("ja", ["unit", "x", [{"word": "計画", "weight": 0.5}, {"word": "計画", "weight": 0.9}]])
    assert said(units) == [("x", {"計画": 0.9})]
