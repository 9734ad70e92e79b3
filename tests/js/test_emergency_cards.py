"""The words of an emergency card: lines to start from, days, and what goes into the DOCX."""

import json

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


def finished(run, values, way, texts):
    """The values as they go into the DOCX; `texts`: lines that the guide brought."""
    known = f"Teichaku.emergencyCards.known({json.dumps(texts)})"
    return run(SCRIPTS, f"return Teichaku.emergencyCards.finished({json.dumps(values)}, '{way}', {known});")


def test_known_lines_change_over_to_the_language_chosen_and_own_ones_stay(run):
    said = {"ja": CALL["ja"], "read": CALL["ja"], "en": CALL["en"], "ja-en": f"{CALL['ja']} / {CALL['en']}"}
    for way, line in said.items():
        for written in (CALL["ja"], CALL["en"]):
            values = {"do": f"{written}\nmy own line", "agreed": True}
            assert finished(run, values, way, [CALL]) == {"do": f"{line}\nmy own line", "agreed": True}


def test_a_line_that_is_named_like_a_part_of_every_object_is_the_readers_own(run):
    assert finished(run, {"do": "constructor"}, "en", []) == {"do": "constructor"}
