"""Where words stand: a word is looked for once in all texts."""


def test_a_word_is_found_in_titles_and_texts_and_what_stands_beside_them(small):
    plan, tired = small("ja", ["places", "計画"], ["places", "疲れ"])
    assert [(entry, hit["inTitle"], hit["inWords"], hit["inText"]) for entry, hit in plan] == [
        (0, 1, 0, 0),
        (7, 1, 0, 1),
    ]
    assert [(entry, hit["inTitle"], hit["inWords"], hit["inText"]) for entry, hit in tired] == [
        (3, 0, 0, 1),
        (5, 0, 1, 0),
    ]


def test_an_english_word_is_whole_unless_it_may_go_on(small):
    whole, part, open_ = small("en", ["places", "plan"], ["places", "pla"], ["places", "pla", True])
    assert [entry for entry, _ in whole] == [0, 2]
    assert part == []
    assert open_ == whole


def test_a_number_is_not_the_end_of_a_longer_one(small):
    six, months = small("ja", ["places", "6か月"], ["places", "か月"])  # the other text has 16
    assert [entry for entry, _ in six] == [0]
    assert [entry for entry, _ in months] == [0, 1]


def test_what_few_entries_hold_says_more(small):
    one, all_ = small("ja", ["rarity", 1], ["rarity", 8])
    assert one > all_ > 0
