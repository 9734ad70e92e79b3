"""Month arithmetic and the milestones of a route (pure: values in, values out)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

SUPPORT = 36  # months of employment retention support at the most
WINDOW = 42  # months from the first day within which it must end
FOLLOW_UP = 6  # months of the sending provider's follow-up
HANDOVER = 3  # months before the end by which information is shared


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
    return date(year, month, start.day) - timedelta(days=1)


def follow_up_ends(first: date) -> date:
    """The last day of the sending provider's follow-up; `first` is day 1 of the route."""
    return last_day(first, FOLLOW_UP)


def can_start(first: date) -> date:
    """The first day on which the service can start."""
    return follow_up_ends(first) + timedelta(days=1)


def latest_end(first: date, start: date, *, windowed: bool = True) -> date:
    """The last possible day of the service that starts on `start`.

    A late start does not extend the end: `windowed` routes end within 42 months of day 1.
    """
    end = last_day(start, SUPPORT)
    return min(end, last_day(first, WINDOW)) if windowed else end


def share_by(end: date) -> date:
    """The last day to share information for a handover: three whole months lie between it and `end`.

    >>> share_by(date(2029, 9, 30))
    datetime.date(2029, 6, 30)
    """
    day = end - timedelta(days=HANDOVER * 32)
    while last_day(day + timedelta(days=2), HANDOVER) <= end:
        day += timedelta(days=1)
    return day
