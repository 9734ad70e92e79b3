"""Month arithmetic, as the Civil Code counts (pure: dates in, dates out)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)


def last_day(start: date, months: int) -> date:
    """The last day of a period of `months` months whose first day is `start`.

    The period ends the day before the corresponding day; in a month without
    that day, on the month's last day (Civil Code, art. 143, para. 2).
    >>> last_day(date(2026, 4, 1), 6)
    datetime.date(2026, 9, 30)
    >>> last_day(date(2026, 8, 31), 6)  # February has no 31st
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    days_in_month = monthrange(year, month)[1]
    if start.day > days_in_month:
        return date(year, month, days_in_month)
    return date(year, month, start.day) - DAY


def first_day_after(start: date, months: int) -> date:
    """The day after a period of `months` months; with 0, `start` itself.

    >>> first_day_after(date(2025, 8, 31), 6)
    datetime.date(2026, 3, 1)
    """
    return last_day(start, months) + DAY if months else start


def month_end(day: date) -> date:
    """The last day of the calendar month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def clear_months_before(end: date, months: int) -> date:
    """The last day after which a whole period of `months` months still ends by `end`.

    >>> clear_months_before(date(2029, 9, 30), 3)
    datetime.date(2029, 6, 30)
    """
    day = end - timedelta(days=months * 31 + 1)
    while last_day(day + 2 * DAY, months) <= end:
        day += DAY
    return day
