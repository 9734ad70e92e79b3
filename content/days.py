"""Days as readers give them and as they are said."""

from __future__ import annotations

from datetime import date

from content.base import Lang

# The first and the last day that is read: a slip like 9999 is told from a date. Pickers begin at EARLIEST.
FIRST, EARLIEST, LATEST = "1868-01-25", "1989-01-08", "2099-12-31"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(value: date | str, lang: Lang) -> str:
    """A date in words ("2025年4月1日", "1 April 2025"); a bare year stays a year.

    >>> day("2025-04-01", "en"), day("2023", "ja")
    ('1 April 2025', '2023年')
    """
    text = str(value)
    if len(text) == 4:
        return f"{text}年" if lang == "ja" else text
    when = date.fromisoformat(text)
    if lang == "ja":
        return f"{when.year}年{when.month}月{when.day}日"
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
