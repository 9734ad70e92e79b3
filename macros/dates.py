"""What the browser's scripts need to read and show dates: words, eras, rules. Handed to the page as JSON."""

from typing import Any

from content.base import Lang
from content.days import LATEST, MONTHS
from content.models import Guide
from content.routes import Route

SEPARATORS = "-/.年月日"  # between year, month and day


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
                "letters": [era.name.ja, era.name.en, *era.letters],
                "first": era.first.isoformat(),
            }
            for era in guide.eras
        ],
        "separators": SEPARATORS,
        "first_year_typed": "元",
        "latest": LATEST,
    }


def reckoned(route: Route) -> dict[str, Any]:
    """A route as js/dates.js reckons with it: its first possible day, and how each rule counts."""
    return {
        "since": route.since.isoformat(),
        "rules": [
            {"id": rule.id, **rule.counts.model_dump(by_alias=True)} for rule in route.rules if rule.counts is not None
        ],
    }
