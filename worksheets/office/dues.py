"""Who is due what and when: the days of the rules for everybody in a roster, for some months, as table, calendar, overview."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from content.base import Choice, Text
from content.days import day as in_words
from content.load import find
from content.models import Guide
from content.routes import Rule
from worksheets.office.forms import folded
from worksheets.office.paper import Line, Rows, document
from worksheets.office.roster import Person
from worksheets.office.said import Say

FIRST = ("handover", "change")  # parts of the rules that come before everything else, with those of RENEWALS
RENEWALS = ("renewals", "latest-end")
RHYTHM = "rhythm"  # what comes every month
OVERVIEW = 40  # rows that fit on the one page of the overview


@dataclass(frozen=True)
class Due:
    """One day of a rule for a person; `number` of several, from 1."""

    person: Person
    identity: str
    rule: Rule
    number: int
    first: date
    last: date

    @property
    def urgent(self) -> bool:
        """Is it about handing over or renewing?"""
        return self.rule.part in FIRST or self.rule.id in RENEWALS

    @property
    def rank(self) -> int:
        """What comes first, what every month."""
        return 0 if self.urgent else 2 if self.rule.part == RHYTHM else 1


def identities(people: Iterable[Person]) -> Iterator[tuple[Person, str]]:
    """Each person with a name for calendars that no other has: their label, or name and day 1; a number where both are alike."""
    seen: Counter[str] = Counter()
    for person in people:
        own = person.cells.get("label") or f"{person.name}|{person.point('first-day')}"
        key = folded(own)
        seen[key] += 1
        yield person, key if seen[key] == 1 else f"{key}|{seen[key]}"


def dues(people: Iterable[Person], start: date, end: date, *, monthly: bool) -> list[Due]:
    """What falls between two days: handover and renewals first, what comes every month last, and only if it is wanted."""
    found: list[Due] = []
    for person, identity in identities(people):
        for rule in person.route.rules:
            if rule.part == RHYTHM and not monthly:
                continue
            for number, (first, last) in enumerate(person.milestones.get(rule.id, ()), 1):
                if start <= last <= end and (rule.counts is None or rule.counts.kind != "service"):
                    found.append(Due(person, identity, rule, number, first, last))
    return sorted(found, key=lambda due: (due.rank, due.last, due.person.row, due.rule.id))


def what(guide: Guide, due: Due, say: Say) -> str:
    """What is due, which of several it is."""
    several = len(due.person.milestones[due.rule.id]) > 1 and due.rule.part != RHYTHM
    turn = guide.ui["worksheets"]["turn"].filled(name=due.rule.name, number=due.number)
    name: Text = turn if several else due.rule.name
    return name[say.lang]


def who(guide: Guide, due: Due, say: Say) -> str:
    """Who acts."""
    actor: Choice = find(guide.vocabularies["actors"], due.rule.who, "actor")
    return actor.name[say.lang]


def table(guide: Guide, found: Sequence[Due], say: Say) -> list[list[str]]:
    """A head, and a row a day."""
    heads = ["head-due", "head-name", "head-label", "head-what", "head-who", "head-from", "head-first"]
    return [
        [say(head) for head in heads],
        *(
            [
                due.last.isoformat(),
                due.person.name,
                due.person.cells.get("label", ""),
                what(guide, due, say),
                who(guide, due, say),
                due.first.isoformat() if due.first != due.last else "",
                "★" if due.urgent else "",
            ]
            for due in found
        ),
    ]


def calendar(guide: Guide, found: Sequence[Due], say: Say) -> bytes:
    """The days as a calendar (.ics): whole days, each with an id that stays when a day is corrected."""
    made = Calendar()
    made.add("prodid", "-//Teichaku Guide//office//EN")
    made.add("version", "2.0")
    for due in found:
        key = hashlib.sha256(due.identity.encode()).hexdigest()[:16]
        event = Event()
        event.add("uid", f"{due.rule.id}-{due.number}-{key}@teichaku-guide")
        event.add("dtstamp", datetime(1980, 1, 1, tzinfo=UTC))  # the same file from the same roster
        event.add("dtstart", due.last)
        event.add("dtend", due.last + timedelta(days=1))
        whose = due.person.cells.get("label") or due.person.name
        event.add("summary", say("of-whom", name=whose, what=what(guide, due, say)))
        event.add("description", f"{who(guide, due, say)}\n{due.rule.rule[say.lang]}")
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def overview(guide: Guide, found: Sequence[Due], start: date, end: date, say: Say) -> bytes:
    """One page: what comes first, as far as there is room; the table holds the rest."""
    shown = found[:OVERVIEW]
    span = say("span", first=in_words(start, say.lang), last=in_words(end, say.lang))
    body: list[Line | Rows] = [Line(f"{span}　{say('overview-note')}", "Note"), Line("", "Gap")]
    rows = [
        [
            ("★ " if due.urgent else "") + in_words(due.last, say.lang),
            f"{due.person.name}{_bracketed(due.person.cells.get('label', ''))}",
            what(guide, due, say),
            who(guide, due, say),
        ]
        for due in shown
    ]
    heads = [say(key) for key in ("head-due", "head-name", "head-what", "head-who")]
    body.append(Rows(heads, rows, (6, 6, 12, 7), "Small"))
    if left := len(found) - len(shown):
        body.append(Line(say("more-in-table", count=left), "Note"))
    if not found:
        body.append(Line(say("nothing-due"), "Normal"))
    return document(say("overview"), body, say.lang)


def _bracketed(label: str) -> str:
    return f" ({label})" if label else ""
