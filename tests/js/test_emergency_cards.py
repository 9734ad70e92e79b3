"""The words of an emergency card: lines to start from, days, and what goes into the DOCX."""

CALL = {
    "ja": "救急車を呼ぶ",
    "en": "Call an ambulance",
    "read": [["救急車", "きゅうきゅうしゃ"], ["を", ""], ["呼", "よ"]],
}
SCRIPTS = ["emergency-cards"]


def test_a_line_is_added_once(ask):
    calls = [
        ["emergencyCards.withLine", "", "wait"],
        ["emergencyCards.withLine", "sit down", "wait"],
        ["emergencyCards.withLine", "sit down\nwait", "wait"],
    ]
    assert ask(SCRIPTS, calls) == ["wait", "sit down\nwait", "sit down\nwait"]


def test_a_day_is_written_out_in_both_languages(ask):
    (said,) = ask(SCRIPTS, [["emergencyCards.dated", "2026-04-01"]])
    assert (said["ja"], said["en"]) == ("2026年4月1日", "1 April 2026")


def test_a_text_is_known_by_its_words_in_either_language(ask):
    (known,) = ask(SCRIPTS, [["emergencyCards.known", [CALL]]])
    assert known == {CALL["ja"]: CALL, CALL["en"]: CALL}


def test_known_lines_change_over_to_the_language_chosen_and_own_ones_stay(ask):
    texts = {CALL["ja"]: CALL, CALL["en"]: CALL}
    values = {"do": f"{CALL['en']}\nmy own line", "agreed": True}
    calls = [["emergencyCards.finished", values, way, texts] for way in ("ja", "read", "en", "ja-en")]
    assert [answer["do"].split("\n")[0] for answer in ask(SCRIPTS, calls)] == [
        CALL["ja"],
        CALL["ja"],
        CALL["en"],
        f"{CALL['ja']} / {CALL['en']}",
    ]
    assert all(answer["do"].endswith("\nmy own line") and answer["agreed"] is True for answer in ask(SCRIPTS, calls))


def test_a_line_that_is_named_like_a_part_of_every_object_is_the_readers_own(ask):
    (answer,) = ask(SCRIPTS, [["emergencyCards.finished", {"do": "constructor"}, "en", {}]])
    assert answer == {"do": "constructor"}
