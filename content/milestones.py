"""The days of a route's rules for one person (pure). js/dates.js does the same in the browser; tests/dates.yml holds them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from content.periods import DAY, clear_months_before, first_day_after, last_day, month_end
from content.routes import (
    After,
    Before,
    ClearMonthsBefore,
    Counts,
    Earliest,
    Every,
    EveryCalendarMonth,
    Paper,
    Point,
    Route,
    Service,
    Span,
)

Days = tuple[date, date]  # first and last day; the same day twice for a single day
Points = dict[Point, date]


def first_day(route: Route, papers: Mapping[Paper, date]) -> date:
    """Day 1: the latest of the days on the papers, each with what it adds. Raises ValueError where one is missing."""
    for paper in route.papers:
        if paper.needed and paper.id not in papers:
            raise ValueError(f'{route.id} needs the day "{paper.id}"')
    return max(papers[paper.id] + paper.adds * DAY for paper in route.papers if paper.id in papers)


def milestones(
    route: Route,
    papers: Mapping[Paper, date],
    *,
    start: date | None = None,
    review: date | None = None,
    left: date | None = None,
) -> dict[str, tuple[Days, ...]]:
    """The days on which each rule of `route` falls, by rule id.

    `papers` are the days that the route asks for, `start` is the first day the service was used, `review` that of the
    last plan review, `left` the last day in the old job; without them the earliest start, the start, and no job change
    are taken. Raises ValueError for days that can't be.
    """
    rules = {rule.id: rule.counts for rule in route.rules}
    first = first_day(route, papers)
    points: Points = {"first-day": first}
    points.update(papers.items())
    ((earliest, _),) = _days(rules["can-start"], points)
    points["start"] = start or earliest
    ((end, _),) = _days(rules["latest-end"], points)
    points |= {"end": end, "review": review or points["start"]}
    if left:
        points["left"] = left + DAY  # the month of grace begins the day after
    if first < route.since:
        raise ValueError(f"{route.id} exists since {route.since}, not on {first}")
    if earliest > end:
        raise ValueError(f"nothing is left of the service: it can start on {earliest} and ends by {end}")
    if not earliest <= points["start"] <= end:
        raise ValueError(f"the service can start from {earliest} through {end}, not on {start}")
    if not points["start"] <= points["review"] <= end:
        raise ValueError(f"a plan is reviewed from {points['start']} through {end}, not on {review}")
    if left and not first <= left <= end:
        raise ValueError(f"the old job ended from {first} through {end}, not on {left}")
    return {id: tuple(_days(counts, points)) for id, counts in rules.items()}


def _days(counts: Counts | None, points: Points) -> Iterator[Days]:
    """Every kind of reckoning has its one case here."""
    match counts:
        case Span(point=point, months=(a, b)) if point in points:
            yield first_day_after(points[point], a - 1), last_day(points[point], b)
        case After(point=point, months=months):
            day = first_day_after(points[point], months)
            yield day, day
        case Before(point=point):
            yield points[point] - DAY, points[point] - DAY
        case Earliest(of=of):
            day = min(last_day(points[point], months) for point, months in of.items())
            yield day, day
        case Service():
            yield points["start"], points["end"]
        case Every(point=point, months=months, day=which):
            count = months
            while (last := last_day(points[point], count)) <= points["end"]:
                day = last if which == "last" else last + DAY
                if day <= points["end"]:
                    yield day, day
                count += months
        case EveryCalendarMonth():
            day = month_end(points["start"])
            while day < points["end"]:
                yield day, day
                day = month_end(day + DAY)
            yield points["end"], points["end"]
        case ClearMonthsBefore(months=months):
            day = clear_months_before(points["end"], months)
            yield day, day
