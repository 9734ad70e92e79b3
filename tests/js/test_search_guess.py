"""What a word may be that stands nowhere: readings, pieces of a compound, slips of the finger."""


def test_a_slip_is_a_letter_wrong_missing_added_or_swapped(ask):
    calls = [
        ["search.near", "epilpesy", "epilepsy", 1],
        ["search.near", "epilesy", "epilepsy", 1],
        ["search.near", "coach", "couch", 1],
        ["search.near", "coach", "cough", 1],
        ["search.near", "plan", "report", 2],
    ]
    scripts = ["search-english", "search-fold", "search-kana", "search-places", "search-words", "search-guess"]
    assert ask(scripts, calls) == [True, True, True, False, False]


def test_kana_are_read_whole_begun_or_as_a_compound(small):
    whole, begun, compound, unknown = small(
        "ja", ["read", "けいかく"], ["read", "きゅう"], ["read", "けいかくしえん"], ["read", "ぴょんぴょん"]
    )
    assert whole == [["計画"]]
    assert begun == [["休憩"]]
    assert compound == [["計画"], ["支援"]]  # 計画支援 stands nowhere
    assert unknown == []


def test_pieces_that_stand_together_are_one_word(small):
    assert small("ja", ["read", "しえんけいかく"]) == [[["支援計画"]]]


def test_an_unknown_compound_has_known_pieces_or_none(small):
    assert small("ja", ["pieces", "目標計画"], ["pieces", "目新"]) == [["目標", "計画"], []]


def test_a_word_typed_wrongly_looks_like_another(small):
    (coach,) = small("ja", ["slips", "じょぶこーし"])
    (short,) = small("ja", ["slips", "きゅ"])
    assert set(coach) == {"じょぶこーち"}
    assert short == []


def test_terms_that_look_like_what_is_asked_are_offered(small):
    assert small("ja", ["nearest", "ジョブコーチさん"], ["nearest", "ぴょんぴょん"]) == [
        ["ジョブコーチ（職場適応援助者）"],
        [],
    ]
