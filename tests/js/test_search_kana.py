"""What Japanese grammar tells of folded words: particles, endings, romaji."""

SCRIPTS = ["search-english", "search-fold", "search-kana"]


def each(ask, name, phrases):
    """What a function makes of each phrase."""
    return dict(zip(phrases, ask(SCRIPTS, [[f"search.{name}", phrase] for phrase in phrases]), strict=True))


def test_a_verb_is_known_by_its_stem(ask):
    stems = {
        "会社を辞めたい": "会社を辞め",
        "上司が変わる": "上司が変わ",
        "連絡が取れない": "連絡が取れな",  # who can isn't who can't
        "会社": "",
        "会社へ": "",
        "働きながら": "",
    }
    assert each(ask, "stemmed", stems) == stems


def test_an_ending_is_as_long_as_the_verb_goes_on(ask):
    lengths = {"ってから": 2, "らなくなったので": 6, "たい": 2, "のに": 0, "": 0}
    assert each(ask, "endingLength", lengths) == lengths


def test_a_loose_particle_is_left_out_and_every_letter_keeps_its_place(ask):
    assert ask(SCRIPTS, [["search.loosen", "上司が変わる"]]) == [{"text": "上司変わる", "from": [0, 1, 3, 4, 5]}]


def test_a_phrase_is_parted_at_its_particles(ask):
    words = {"会社を辞める": ["会社", "辞め"], "親の入院": ["親", "入院"], "休憩": ["休憩"]}
    assert each(ask, "parts", words) == words


def test_the_runs_of_a_phrase_are_worth_looking_for_alone(ask):
    assert ask(SCRIPTS, [["search.runs", "入社6か月で辞めそうな人"]]) == [["入社", "6か月", "辞め", "そうな", "人"]]


def test_kana_are_written_in_the_romaji_that_people_type(ask):
    romaji = {
        "てんかん": "tenkan",
        "じょぶこーち": "jobukochi",
        "しゅうろう": "shuro",
        "がっこう": "gakko",
        "しんぶん": "shinbun",
    }
    assert each(ask, "roman", romaji) == romaji


def test_romaji_are_typed_in_several_ways(ask):
    found = each(ask, "loose", ["shinbun", "shimbun", "gakkou", "gakko"])
    assert found["shinbun"] == found["shimbun"]
    assert found["gakkou"] == found["gakko"]
