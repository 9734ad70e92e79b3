"""Which keys are kept from the theme."""


def test_letters_and_stops_leave_no_page_and_open_no_search(ask):
    keys = ["n", "p", ",", ".", "s", "f", "/", "Tab", "Escape", "Enter", "ArrowDown", "x", "N"]
    assert ask(["keys"], [["keys.ours", key, False] for key in keys]) == [True] * 7 + [False] * 6


def test_in_the_search_tab_and_escape_are_ours_and_letters_the_fields(ask):
    keys = ["Tab", "Escape", "Enter", "ArrowDown", "n", "/"]
    assert ask(["keys"], [["keys.ours", key, True] for key in keys]) == [True, True, False, False, False, False]


def test_a_key_of_an_input_method_is_known_in_every_order(ask):
    """Chrome and Firefox: composing still. Safari: composing no more, but 229. Last: an Enter of its own."""
    events = [(True, 229), (True, 13), (False, 229), (False, 13)]
    calls = [["keys.composing", {"isComposing": composing, "keyCode": code}] for composing, code in events]
    assert ask(["keys"], calls) == [True, True, True, False]
