"""How words are read: found in phrases once, kept for the next build."""

from search.readings import readings

PHRASE = ["職場で相談する。"]


def test_kanji_are_found_by_how_they_are_read(tmp_path):
    assert readings(PHRASE, {"職場": "しごとば"}, tmp_path) == {
        "しごとば": ["職場"],
        "そうだん": ["相談"],
    }


def test_the_ending_of_a_verb_is_no_word_that_sounds_like_it(tmp_path):
    """“Cannot keep up” is not about tears."""
    assert readings(["泣いて帰る。"], {}, tmp_path) == {"かえる": ["帰る"]}


def test_what_an_earlier_build_found_is_taken_from_the_file(tmp_path):
    first = readings(PHRASE, {}, tmp_path / "build")
    kept = tmp_path / "build/readings.json"
    kept.write_text(kept.read_text("utf-8").replace("ソウダン", "ソーダン"), "utf-8")
    assert readings(PHRASE, {}, tmp_path / "build") != first


def test_a_file_of_earlier_builds_that_cannot_be_read_is_made_anew(tmp_path):
    first = readings(PHRASE, {}, tmp_path)
    kept = tmp_path / "readings.json"
    for broken in ("", "[]", '{"stamp": "0"}', kept.read_text("utf-8")[:40]):
        kept.write_text(broken, "utf-8")
        assert readings(PHRASE, {}, tmp_path) == first


def test_only_what_this_build_reads_is_kept(tmp_path):
    readings([*PHRASE, "面談をする。"], {}, tmp_path)
    readings(PHRASE, {}, tmp_path)
    assert "面談" not in (tmp_path / "readings.json").read_text("utf-8")
