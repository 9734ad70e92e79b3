"""The list of accommodations narrowed down, and the link that carries the choices."""

import pytest

ENTRIES = [
    {
        "words": "stairs rail",
        "placed": {"visual": "safety", "epilepsy": "work"},
        "need": ["moving"],
        "stage": ["settled"],
        "who": ["employer"],
    },
    {
        "words": "quiet room",
        "placed": {"epilepsy": "safety"},
        "need": ["stress"],
        "stage": ["settled"],
        "who": ["employer", "person"],
    },
    {
        "words": "big print",
        "placed": {"visual": "work"},
        "need": ["seeing"],
        "stage": ["before-start"],
        "who": ["employer"],
    },
]


@pytest.mark.parametrize(
    ("chosen", "words", "found"),
    [
        ({}, [], [True, True, True]),
        ({"disability": ["visual", "epilepsy"]}, [], [True, True, True]),  # the union
        ({"disability": ["epilepsy"]}, [], [True, True, False]),
        ({"disability": ["epilepsy"], "aspect": ["work"]}, [], [True, False, False]),  # under that disability
        ({"disability": ["visual"], "aspect": ["safety"]}, [], [True, False, False]),
        ({"need": ["stress", "seeing"]}, [], [False, True, True]),
        ({"who": ["person"], "stage": ["before-start"]}, [], [False, False, False]),
        ({}, ["quiet"], [False, True, False]),
        ({}, ["quiet", "print"], [False, False, False]),
    ],
)
def test_choices_narrow_the_list(ask, chosen, words, found):
    (answer,) = ask(["explorer-narrow"], [["explorer.narrow", ENTRIES, chosen, words]])
    assert answer["found"] == found


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"disability": ["epilepsy"]},
        {"disability": ["visual"], "who": ["employer"]},
        {"aspect": ["work"], "need": ["moving"]},
    ],
)
def test_each_count_is_what_choosing_it_as_well_would_show(ask, chosen):
    (answer,) = ask(["explorer-narrow"], [["explorer.narrow", ENTRIES, chosen, []]])
    keys = [key.split(" ") for key in answer["counts"]]
    calls = [["explorer.narrow", ENTRIES, {**chosen, facet: [choice]}, []] for facet, choice in keys]
    shown = [sum(alone["found"]) for alone in ask(["explorer-narrow"], calls)]
    assert shown == list(answer["counts"].values())


def test_a_link_carries_choices_words_and_picks(ask):
    choices = {"disability": ["visual", "epilepsy"], "who": ["employer"]}
    calls = [["explorer.written", choices, "big print", ["quiet-room", "stairs"]], ["explorer.written", {}, "", []]]
    link, bare = ask(["explorer-narrow"], calls)
    assert link == "disability=visual.epilepsy&who=employer&words=big+print&mine=quiet-room.stairs"
    assert bare == ""
    (state,) = ask(["explorer-narrow"], [["explorer.restored", link]])
    assert {facet: chosen for facet, chosen in state["choices"].items() if chosen} == choices
    assert (state["words"], state["mine"]) == ("big print", ["quiet-room", "stairs"])


def test_a_hostile_link_is_read_as_words_and_nothing_else(ask):
    links = ["disability=<img src=x onerror=1>&words=%", "__proto__=x&constructor=y", "mine=" + "a." * 5000, "=&&=.."]
    for state in ask(["explorer-narrow"], [["explorer.restored", link] for link in links]):
        assert set(state) == {"choices", "words", "mine"}
        assert set(state["choices"]) == {"disability", "aspect", "need", "stage", "who"}


def test_the_link_to_a_heading_carries_nothing(ask):
    assert ask(["explorer-narrow"], [["explorer.restored", "my-sheet"]]) == [None]


@pytest.mark.parametrize(
    ("found", "most", "shown"),
    [
        ([True, False, True, True], 2, [True, False, True, False]),
        ([True, False, True, True], 9, [True, False, True, True]),
        ([True, True], 0, [False, False]),
        ([], 20, []),
    ],
)
def test_the_list_shows_its_first_and_keeps_the_order(ask, found, most, shown):
    assert ask(["explorer-list"], [["explorerList.stepped", found, most]]) == [shown]
