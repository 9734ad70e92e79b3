"""The results of the access test, criterion by criterion."""

from content.base import Lang
from content.models import Guide
from macros.render import render


def accessibility(guide: Guide, lang: Lang) -> str:
    """A table of the criteria with result and method, how many there are of each result, and the day of the test."""
    criteria = guide.accessibility.criteria
    results = guide.ui.group("accessibility", "results", lang)
    counts = {result: sum(each.result == result for each in criteria) for result in results}
    methods = guide.ui.group("accessibility", "methods", lang)
    tested = guide.accessibility.tested
    return render(
        guide,
        lang,
        "accessibility",
        criteria=criteria,
        results=results,
        counts=counts,
        methods=methods,
        tested=tested,
    )
