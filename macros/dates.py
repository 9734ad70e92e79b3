"""What the browser's scripts need to read and show dates: words, eras, rules. Handed to the page as JSON."""

from typing import Any

from content.base import Lang
from content.days import FIRST, LATEST, MONTHS
from content.models import Guide
from content.routes import Route
from content.typed_days import FIRST_YEAR, LAST_DATE, LONGEST, Reader, plain


def date_words(guide: Guide, lang: Lang) -> dict[str, Any]:
    """Patterns, names and messages of js/dates.js and js/date-field.js in one language."""
    said = guide.ui.group("dates", "spoken", lang)
    return {
        **said,
        "weekdays": said["weekdays"].split(" "),
        "months": [str(month) for month in range(1, 13)] if lang == "ja" else MONTHS,
        "eras": [
            {
                "name": era.name[lang],
                "letters": [*dict.fromkeys(map(plain, (era.name.ja, era.name.en, *era.letters)))],
                "first": era.first.isoformat(),
            }
            for era in guide.eras
        ],
        "earliest": FIRST,
        "latest": LATEST,
        "reading": reading(guide),
    }


def reading(guide: Guide) -> dict[str, Any]:
    """How js/dates-read.js reads a day: the same in every language."""
    typed = guide.typed_days
    patterns = Reader(typed, guide.eras).patterns
    return {
        **typed.model_dump(include={"invisible", "spaces", "disguised", "signs", "numerals", "weekdays"}),
        **patterns,
        "refused": [[each.why, pattern] for each, pattern in zip(typed.refused, patterns["refused"], strict=True)],
        "months": [month.lower() for month in MONTHS],
        "first_year": FIRST_YEAR,
        "last_date": LAST_DATE,
        "longest": LONGEST,
    }


def reckoned(route: Route) -> dict[str, Any]:
    """A route as js/dates.js reckons with it: its first possible day, and how each rule counts."""
    return {
        "since": route.since.isoformat(),
        "papers": [paper.model_dump(include={"id", "adds", "needed"}) for paper in route.papers],
        "rules": [
            {"id": rule.id, **rule.counts.model_dump(by_alias=True)} for rule in route.rules if rule.counts is not None
        ],
    }
