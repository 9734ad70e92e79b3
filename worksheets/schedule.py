"""The days of a route that are written down on a sheet: which, in what order, and how each is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content.base import Text
from content.load import find
from content.milestones import milestones
from content.models import Guide
from content.periods import DAY
from content.routes import Route, Rule

SOME_DAY = date(2026, 4, 1)  # to see in which order the days of a route come


@dataclass(frozen=True)
class Due:
    """One day of a route to write down; `number` where a rule has several, counted from 1."""

    rule: Rule
    number: int
    several: bool

    @property
    def id(self) -> str:
        """What its fields are named by."""
        return f"{self.rule.id}-{self.number}"

    def name(self, guide: Guide) -> Text:
        """What the day is for, and which of several it is."""
        if not self.several:
            return self.rule.name
        return guide.ui["worksheets"]["turn"].filled(name=self.rule.name, number=self.number)

    def who(self, guide: Guide) -> Text:
        """Who acts by that day, or within days of which it is the last; a dash where nobody needs to."""
        ui = guide.ui["worksheets"]
        if not self.rule.marks:
            return ui["nobody"]
        actor = find(guide.vocabularies["actors"], self.rule.who, "actor").name
        last = self.rule.counts is not None and self.rule.counts.kind == "span"
        return ui["until"].filled(who=actor) if last else actor


def dated(route: Route) -> list[Due]:
    """The days of a route to write down, in the order in which they come."""
    found: list[tuple[date, Due]] = []
    papers = {paper.id: SOME_DAY - paper.adds * DAY for paper in route.papers if paper.needed}
    for id, days in milestones(route, papers).items():
        rule = next(each for each in route.rules if each.id == id)
        if rule.counts is None or rule.counts.kind == "service" or rule.part in ("rhythm", "change"):
            continue
        found += [(last, Due(rule, number, len(days) > 1)) for number, (_, last) in enumerate(days, 1)]
    # The last day of the service comes after whatever else falls on it.
    return [due for _, due in sorted(found, key=lambda each: (each[0], each[1].rule.id == "latest-end"))]
