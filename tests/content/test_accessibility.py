"""The access statement: all criteria of the standard, each with what was really tried."""

from content.load import load

CRITERIA = load().accessibility.criteria


def test_all_criteria_of_levels_a_and_aa_are_there_once():
    """JIS X 8341-3:2016 has the 25 criteria of level A and the 13 of level AA of WCAG 2.0."""
    assert len({each.number for each in CRITERIA}) == len(CRITERIA) == 38
    assert sum(each.level == "A" for each in CRITERIA) == 25


def test_a_result_says_how_it_was_found_and_only_then():
    for each in CRITERIA:
        assert (each.result in ("nothing-found", "in-part")) == bool(each.by), each.number
