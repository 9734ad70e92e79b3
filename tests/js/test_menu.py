"""Which keys press the buttons of menu and search, and where Tab leaves the menu. All else of the script is the page itself
(tests/browser)."""


def test_enter_and_space_press_a_button_and_no_other_key_does(ask):
    keys = ["Enter", " ", "Tab", "Escape", "e", "ArrowDown"]
    assert ask(["menu"], [["menu.presses", key] for key in keys]) == [True, True, False, False, False, False]


def test_tab_leaves_the_menu_at_its_ends_alone(ask):
    at = [(0, 3, False), (1, 3, False), (2, 3, False), (0, 3, True), (2, 3, True), (0, 1, False), (-1, 3, True)]
    assert ask(["menu"], [["menu.leaves", *each] for each in at]) == [False, False, True, True, False, True, False]
