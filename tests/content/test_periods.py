"""Months: counted as the Civil Code counts them."""

from datetime import date, timedelta

import pytest

from content.periods import clear_months_before, first_day_after, last_day, month_end


@pytest.mark.parametrize("months", [1, 3, 6, 12, 36, 42])
def test_a_period_ends_in_its_month_or_on_the_day_before_it(months):
    for day in range(1, 32):
        start = date(2027, 8, day)
        years, month = divmod(8 - 1 + months, 12)
        first = date(2027 + years, month + 1, 1)  # of the month that lies so many months later
        end = last_day(start, months)
        assert first - timedelta(days=1) <= end <= month_end(first)
        assert first_day_after(start, months) == end + timedelta(days=1)


def test_a_period_of_no_months_begins_where_it_starts():
    assert first_day_after(date(2026, 8, 31), 0) == date(2026, 8, 31)


def test_a_month_ends_on_its_last_day():
    assert month_end(date(2028, 2, 1)) == date(2028, 2, 29)
    assert month_end(date(2026, 12, 31)) == date(2026, 12, 31)


@pytest.mark.parametrize("months", [1, 3, 6])
def test_one_day_later_would_leave_too_little_time(months):
    for offset in range(800):
        end = date(2027, 1, 1) + timedelta(days=offset)
        last = clear_months_before(end, months)
        assert last_day(last + timedelta(days=1), months) <= end < last_day(last + timedelta(days=2), months)
