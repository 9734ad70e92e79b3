"""The link that carries what was picked on a disability's page."""


def test_the_link_carries_what_was_picked_in_order(ask):
    assert ask(["accommodations"], [["accommodations.linked", "explore.html", ["quiet-room", "breaks"]]]) == [
        "explore.html#mine=quiet-room.breaks"
    ]
