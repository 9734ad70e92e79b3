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
    """A date in words ("2025年4月1日", "1 April 2025"); a year or a month alone stays one.

    >>> day("2025-04-01", "en"), day("2024-11", "en"), day("2023", "ja")
    ('1 April 2025', 'November 2024', '2023年')
    """
    year, *rest = (int(part) for part in str(value).split("-"))
    if lang == "ja":
        return "".join(f"{part}{unit}" for part, unit in zip((year, *rest), "年月日", strict=False))
    month = [MONTHS[rest[0] - 1]] if rest else []
    return " ".join([*map(str, rest[1:]), *month, str(year)])
