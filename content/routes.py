"""Ways into the service and how their days are counted: what changes with the law."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from content.base import Actor, Checked, Day, Id, Line, Marked, Model, Months, SourceId, Text, known, nearest

Paper = Literal["hired", "last-use", "returned"]  # days that a reader's papers show
Point = Literal["first-day", "start", "end", "review", "left"] | Paper


class Span(Model):
    """The days of months `months` (both included), counted from a point: 1 is the first."""

    kind: Literal["span"]
    point: Point = Field(alias="from")
    months: tuple[Months, Months]

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        first, last = self.months
        if not 1 <= first <= last:
            raise ValueError("months: from the first to the last, counted from 1, such as [1, 6]")
        return self


class After(Model):
    """The first day after a period of so many months; with 0, the point itself."""

    kind: Literal["first-day-after"]
    point: Point = Field(alias="from")
    months: Months


class Before(Model):
    """The day before a point."""

    kind: Literal["day-before"]
    point: Point = Field(alias="from")


class Earliest(Model):
    """The last day of whichever period ends first; `of` is {point: months}."""

    kind: Literal["earliest-last-day"]
    of: dict[Point, Annotated[Months, Field(ge=1)]] = Field(min_length=1)


class Service(Model):
    """All days from the start of the service through its end."""

    kind: Literal["service"]


class Every(Model):
    """Each so many months until the end: the last day of each period, or the first day after it."""

    kind: Literal["every"]
    point: Point = Field(alias="from")
    months: Annotated[Months, Field(ge=1)]
    day: Literal["last", "first-after"]


class EveryCalendarMonth(Model):
    """The last day of each calendar month of the service, or the end itself."""

    kind: Literal["every-calendar-month"]


class ClearMonthsBefore(Model):
    """The last day that leaves so many whole months between it and the end."""

    kind: Literal["clear-months-before"]
    months: Annotated[Months, Field(ge=1)]


Counts = Annotated[
    Span | After | Before | Earliest | Service | Every | EveryCalendarMonth | ClearMonthsBefore,
    Field(discriminator="kind"),
]


def points(counts: Counts | None) -> tuple[Point, ...]:
    """The points that a way of reckoning counts from."""
    if isinstance(counts, Earliest):
        return tuple(counts.of)
    return (counts.point,) if isinstance(counts, Span | After | Before | Every) else ()


class Rule(Checked, Marked):
    """One thing that falls on certain days of a route: how its days are counted, who acts, on what it rests.

    `certainty`: fixed by rule, a suggestion, or our reading, to be asked of the municipality.
    Without `counts` the rule has no day of its own.
    """

    id: Id
    part: Annotated[str, known("rule-parts")]
    name: Text
    rule: Text
    counts: Counts | None = None
    certainty: Annotated[str, known("certainties")]
    who: Actor


class RouteWarning(Model):
    """Where the reading of some rules is open: always, or only for certain days."""

    id: Id
    when: Literal["always", "month-end", "mid-month", "last-use-later", "last-use-open"]
    text: Text
    rules: tuple[Id, ...] = Field(min_length=1)


class PaperDay(Model):
    """A day that the reader's papers show. Day 1 of a route is the latest of them, each with the days it `adds`."""

    id: Paper
    name: Text
    hint: Text  # on which paper it stands
    adds: Annotated[int, Field(ge=0, le=1)]  # 1: day 1 is the day after
    needed: bool = True


class Dates(Model):
    """A worked example, written by hand from the rule (never copied from our output)."""

    papers: dict[Paper, Day] = Field(min_length=1)
    start: Day
    follow_up_ends: Day = Field(alias="follow-up-ends")
    can_start: Day = Field(alias="can-start")
    latest_end: Day = Field(alias="latest-end")
    share_by: Day = Field(alias="share-by")


class Route(Model):
    """A way into the service, with its periods and worked examples."""

    id: Id
    name: Text
    anchor: Text
    since: Day
    source: SourceId
    papers: tuple[PaperDay, ...] = Field(min_length=1)
    warnings: tuple[RouteWarning, ...]
    rules: tuple[Rule, ...]
    examples: tuple[Dates, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Route:
        ids = [rule.id for rule in self.rules]
        for needed in ("can-start", "latest-end"):  # what the other rules count from
            if needed not in ids:
                raise ValueError(f'needs a rule "{needed}": add it')
        papers: list[str] = [paper.id for paper in self.papers]
        given: set[str] = {paper.id for paper in self.papers if paper.needed}
        if not given or len(papers) != len(set(papers)):
            raise ValueError("papers: each day once, and at least one of them needed")
        for rule in self.rules:
            for point in points(rule.counts):
                if point in get_args(Paper) and point not in given:
                    raise ValueError(f'rule "{rule.id}" counts from "{point}": name it in papers, as needed')
        for example in self.examples:
            for paper in example.papers:
                if paper not in papers:
                    raise ValueError(f"examples: {nearest(paper, papers, 'day')}")
        for warning in self.warnings:
            for id in warning.rules:
                if id not in ids:
                    raise ValueError(f'warning "{warning.id}": {nearest(id, ids, "rule")}')
        return self


class Era(Model):
    """A Japanese era and its first day; `letters` are how people write it before the year."""

    id: Id
    name: Text
    letters: tuple[Line, ...] = Field(min_length=1)
    first: Day
