"""What words mean: their groups, the guide's own names, beginnings."""


def ways(found):
    """{word: weight}"""
    return {way["word"]: round(way["weight"], 3) for way in found if way["weight"]}


def test_a_word_of_a_group_brings_the_others_and_what_answers_them(small):
    (group,) = small("ja", ["group", "退職"])
    assert group == {
        "words": ["辞める", "仕事を辞めたい", "上司が変わる", "退職"],
        "answers": [{"entry": 2, "worth": 5}],
    }


def test_a_word_of_no_group_brings_nothing(small):
    assert small("ja", ["group", "休憩"]) == [{"words": [], "answers": []}]


def test_other_words_weigh_less_where_the_word_itself_stands(small):
    nowhere, somewhere = small("ja", ["alike", "jc"], ["alike", "職場適応援助者"])
    assert ways(nowhere)["じょぶこーち"] == 0.9
    assert ways(somewhere)["じょぶこーち"] == 0.55


def test_other_words_weigh_less_where_it_is_known_what_answers(small):
    (quit,) = small("ja", ["alike", "退職"])
    assert ways(quit)["辞める"] == 0.45
    assert quit[-1]["answers"] == [{"entry": 2, "worth": 5}]


def test_a_noun_made_of_a_verb_is_the_verb_too(small):
    (handover,) = small("ja", ["alike", "引継ぎ"])
    assert ways(handover)["引継"] == 0.85


def test_a_term_has_all_its_names(small):
    (names,) = small("ja", ["names"])
    assert dict(names)["じょぶこーち"] == dict(names)["職場適応援助者"] == ["じょぶこーち", "職場適応援助者"]


def test_the_guide_s_own_words_are_in_titles_or_many_entries(small):
    assert small("ja", ["used", "計画"], ["used", "じょぶこーち"], ["used", "手順"], ["used", "ない"]) == [
        True,
        True,
        False,
        False,
    ]


def test_a_beginning_leads_on_to_the_groups_of_the_words_that_so_begin(small):
    begun, nothing = small("ja", ["begun", "仕事を辞"], ["begun", "仕事を続"])
    assert ways(begun) == {"辞める": 0.6, "仕事を辞めたい": 0.6, "上司が変わる": 0.6, "退職": 0.6}
    assert nothing == []
