"""What every script asks of its page: wrong markup is an error that names what is missing."""

import pytest


def test_a_pattern_is_filled_in_letter_by_letter(ask):
    assert ask([], [["page.filled", "{count} of {all}: {name}", {"count": 2, "all": 9, "name": "$& {count}"}]]) == [
        "2 of 9: $& {count}"
    ]


@pytest.mark.parametrize("name", ["محمد علي", "דנה", "𞤀𞤣𞤤𞤢𞤥"])
def test_a_name_from_right_to_left_turns_nothing_around_it(ask, name):
    assert ask([], [["page.filled", "{name}（3）", {"name": name}]]) == [f"\u2068{name}\u2069（3）"]


def test_a_missing_part_is_named(run):
    said = run(
        [],
        """
        globalThis.Element = class {};
        const page = { querySelector: () => null };
        try { Teichaku.page.part(page, ".said", class HTMLElement {}); } catch (error) { return error.message; }
        """,
    )
    assert said == 'the page has no HTMLElement at ".said"'


def test_missing_data_is_named(run):
    said = run(
        [],
        """
        globalThis.Element = class { localName = "form"; className = "tool"; dataset = {}; };
        try { Teichaku.page.held(new Element(), "spoken"); } catch (error) { return error.message; }
        """,
    )
    assert said == '<form class="tool"> lacks its data: spoken'
