"""Questions and what they lead to: every path of answers a reader can take."""

from collections.abc import Iterator

import pytest

from content.inquiries import Inquiry, Situations
from content.load import load

pytestmark = pytest.mark.slow

INQUIRIES = {inquiry.id: inquiry for inquiry in load().inquiries}
TYPES = {"type-1", "type-2", "type-3", "type-4", "type-5", "type-6", "types-3-and-6"}


def situations(when: Situations) -> list[dict[str, list[str]]]:
    return [{question: list(answers) for question, answers in situation.items()} for situation in when]


def paths(inquiry: Inquiry, ask) -> Iterator[tuple[dict[str, str], set[str]]]:
    """Every way to answer all questions that the script asks, with the findings it then shows."""
    questions = [{"id": each.id, "when": situations(each.when)} for each in inquiry.questions]
    choices = {each.id: [choice.id for choice in each.choices] for each in inquiry.questions}
    open_paths: list[dict[str, str]] = [{}]
    while open_paths:
        told = ask(["inquiry"], [["inquiry.asked", questions, given] for given in open_paths])
        longer, done = [], []
        for given, answer in zip(open_paths, told, strict=True):
            unanswered = [id for id in answer["asked"] if id not in given]
            if unanswered:
                longer += [{**given, unanswered[0]: choice} for choice in choices[unanswered[0]]]
            else:
                done.append(answer["answers"])
        calls = [["inquiry.holds", situations(each.when), given] for given in done for each in inquiry.findings]
        held = ask(["inquiry"], calls)
        for index, given in enumerate(done):
            here = held[index * len(inquiry.findings) : (index + 1) * len(inquiry.findings)]
            yield given, {each.id for each, holds in zip(inquiry.findings, here, strict=True) if holds}
        open_paths = longer


def test_every_type_is_reached_and_no_path_ends_without_a_type_and_somebody_to_ask(ask):
    findings = {each.id: each for each in INQUIRIES["approach"].findings}
    reached: set[str] = set()
    walked = 0
    for given, found in paths(INQUIRIES["approach"], ask):
        walked += 1
        reached |= found
        assert found & TYPES, f"no type fits {given}"
        assert all(findings[id].ask for id in found), given
        assert any("municipality" in findings[id].ask for id in found), given
    assert reached == set(findings)
    assert walked > 100


# The answers of a month that can be claimed; with any other, something has to be asked first.
SURE = {
    "period": ["inside"],
    "plan": ["in-force"],
    "leave": ["no"],
    "contact": ["face-to-face", "equivalent"],
    "job-coach": ["no", "center-based", "in-house"],
    "joint": ["yes"],
    "job-change": ["no", "first"],
    "leaving": ["supported"],
}


def outcome(inquiry: Inquiry, found: set[str]) -> str:
    outcomes = {each.outcome for each in inquiry.findings if each.id in found}
    return next(each for each in ("stop", "ask", "clear") if each in outcomes)


def test_a_claim_is_judged_by_the_strongest_finding_and_every_finding_is_reached(ask):
    reached: set[str] = set()
    for given, found in paths(INQUIRIES["claim"], ask):
        reached |= found
        judged = outcome(INQUIRIES["claim"], found)
        if given["report"] == "not-given" or given["period"] == "outside" or given.get("grant") == "applied":
            assert judged == "stop", given
        else:
            assert judged == (
                "clear" if all(given[id] in sure for id, sure in SURE.items() if id in given) else "ask"
            ), given
    assert reached == {each.id for each in INQUIRIES["claim"].findings}


@pytest.mark.parametrize(
    "finding", [each for inquiry in INQUIRIES.values() for each in inquiry.findings], ids=lambda each: each.id
)
def test_each_answer_names_somebody_to_ask(finding):
    if finding.outcome in ("ask", "stop", "fits"):
        assert finding.ask, f"{finding.id} leaves the reader without somebody to ask"


def test_an_answer_to_a_question_no_longer_asked_does_not_count(ask):
    questions = [{"id": each.id, "when": situations(each.when)} for each in INQUIRIES["claim"].questions]
    (told,) = ask(["inquiry"], [["inquiry.asked", questions, {"job-coach": "no", "grant": "applied"}]])
    assert "grant" not in told["asked"]
    assert told["answers"] == {"job-coach": "no"}


def test_nothing_is_concluded_while_a_question_is_open(ask):
    questions = [{"id": "came-by", "when": []}, {"id": "months", "when": [{"came-by": ["transition"]}]}]
    findings = [{"id": "fits", "when": [{"months": ["six"]}]}, {"id": "always", "when": []}]
    given = [{}, {"came-by": "transition"}, {"came-by": "transition", "months": "six"}, {"came-by": "none"}]
    told = ask(["inquiry"], [["inquiry.concluded", questions, findings, each] for each in given])
    assert [each["remaining"] for each in told] == [1, 1, 0, 0]
    assert [[found["id"] for found in each["found"]] for each in told] == [[], [], ["fits", "always"], ["always"]]
