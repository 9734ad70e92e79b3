"""Dates: counted as the Civil Code counts them."""

from datetime import date

import pytest

from content import periods
from content.load import load

EXAMPLES = [
    pytest.param(route, example, id=f"{route.id} from {example.start}")
    for route in load().routes
    for example in route.examples
]
SETTLED = [  # day 1, six months end, can start, latest end, share by
    ("2024-04-01", "2024-09-30", "2024-10-01", "2027-09-30", "2027-06-30"),
    ("2025-12-01", "2026-05-31", "2026-06-01", "2029-05-31", "2029-02-28"),
    ("2025-08-31", "2026-02-28", "2026-03-01", "2029-02-28", "2028-11-30"),
    ("2025-08-28", "2026-02-27", "2026-02-28", "2029-02-27", "2028-11-27"),
]


@pytest.mark.parametrize(("route", "example"), EXAMPLES)
def test_every_route_gives_the_days_its_worked_examples_promise(route, example):
    windowed = route.id != "working-hours-extension"
    assert periods.follow_up_ends(example.start) == example.follow_up_ends
    assert periods.can_start(example.start) == example.can_start
    assert periods.latest_end(example.start, example.can_start, windowed=windowed) == example.latest_end
    assert periods.share_by(example.latest_end) == example.share_by


@pytest.mark.parametrize("days", SETTLED, ids=lambda days: days[0])
def test_the_settled_examples_hold(days):
    first, ends, starts, end, share = map(date.fromisoformat, days)
    assert (periods.follow_up_ends(first), periods.can_start(first)) == (ends, starts)
    assert (periods.latest_end(first, starts), periods.share_by(end)) == (end, share)


def test_a_late_start_does_not_extend_the_end():
    first = date(2024, 4, 1)
    assert periods.latest_end(first, date(2025, 4, 1)) == periods.latest_end(first, date(2024, 10, 1))


def test_sharing_one_day_later_would_be_too_late():
    for month in range(1, 13):
        for day in (1, 15, 28):
            end = date(2029, month, day)
            last = periods.share_by(end)
            tomorrow, after = date.fromordinal(last.toordinal() + 1), date.fromordinal(last.toordinal() + 2)
            assert periods.last_day(tomorrow, 3) <= end < periods.last_day(after, 3) or periods.last_day(after, 3) > end
