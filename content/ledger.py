"""Everything that is stated and looked at again, in one list: what it is, where it stands, what it rests on, its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from content.base import Checked, Kept, Rests, Text
from content.models import Guide
from content.routes import Rule

Kind = Literal["fact", "duty", "rule", "record", "eligibility", "answer", "first-aid", "desk", "change", "reckoning"]
SOON = timedelta(days=30)
# Where a route's rules are told; the first route's stand with the scheme.
ROUTES = {"standard": "scheme"}
RECKONERS = {"fee-band": "money", "retention-rate": "claims"}


class Item(NamedTuple):
    """One statement; `place` is its page, with the anchor where it has one ("numbers#fact-x")."""

    kind: Kind
    id: str
    name: Text
    place: str
    rests: tuple[Rests, ...]
    checked: date
    next_check: date


def items(guide: Guide) -> list[Item]:
    """All statements of the guide, kind by kind."""
    return [*_figures(guide), *_rules(guide), *_answers(guide)]


def due(guide: Guide, today: date) -> list[Item]:
    """What is to be looked at again within 30 days, or was to be before today; the earliest first."""
    found = [item for item in items(guide) if item.next_check <= today + SOON]
    return sorted(found, key=lambda item: item.next_check)


def _item(kind: Kind, id: str, name: Text, place: str, thing: Checked) -> Item:
    return Item(kind, id, name, place, (thing,), thing.checked, thing.next_check)


def _kept(kind: Kind, id: str, name: Text, place: str, thing: Kept, rests: tuple[Rests, ...]) -> Item:
    return Item(kind, id, name, place, rests, thing.checked, thing.next_check)


def _figures(guide: Guide) -> Iterator[Item]:
    for fact in guide.facts:
        yield _item("fact", fact.id, fact.name, f"numbers#fact-{fact.id}", fact.latest[1])
    for change in guide.changes:
        yield _item("change", change.id, change.what, f"{change.page}#{change.anchor}", change)


def _rules(guide: Guide) -> Iterator[Item]:
    for duty in guide.duties:
        name = Text.model_construct(ja=f"{duty.who.ja}：{duty.what.ja}", en=f"{duty.who.en}: {duty.what.en}")
        yield _item("duty", duty.id, name, "duties#all-duties", duty)
    told: list[Rule] = []
    for route in guide.routes:
        for rule in route.rules:
            if rule not in told:  # what another route shares is told with the first
                place = ROUTES.get(route.id, "newer-routes")
                anchor = f"#{route.id}-{rule.id}" if rule.counts is None or rule.counts.kind != "service" else ""
                yield _item("rule", f"{route.id}-{rule.id}", rule.name, f"{place}{anchor}", rule)
            told.append(rule)
    for record in guide.must_exist:
        yield _item("record", record.id, record.what, "must-exist", record)
    for reckoner in guide.reckoners:
        for each in reckoner.rules:
            yield _item(
                "reckoning", f"{reckoner.id}-{each.id}", each.text, f"{RECKONERS[reckoner.id]}#{reckoner.id}", each
            )
    yield _item("eligibility", "eligibility", guide.ui["rules"]["eligibility"], "applying", guide.eligibility)


def _answers(guide: Guide) -> Iterator[Item]:
    for topic, answers in guide.answers.items():
        for answer in answers:
            place = f"{topic}#answer-{answer.id}"
            yield _kept("answer", answer.id, answer.question, place, answer, answer.rests)
    for aid in guide.first_aid:
        yield _kept("first-aid", aid.id, aid.person.title, "danger", aid, aid.rests)
    for desk in guide.desks:
        yield _kept("desk", desk.id, desk.name, "", desk, (desk.rests,) if desk.rests else ())
