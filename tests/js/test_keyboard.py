"""Which keys press the buttons of menu and search. All else of the script is the page itself (tests/browser)."""


def test_enter_and_space_press_a_button_and_no_other_key_does(ask):
    keys = ["Enter", " ", "Tab", "Escape", "e", "ArrowDown"]
    assert ask(["keyboard"], [["keyboard.presses", key] for key in keys]) == [True, True, False, False, False, False]
