"""What comes out of a reckoner's answers (pure). theme/js/reckoner-rules.js does the same in the browser; the examples of
data/reckoners.yml, and all answers there are, hold both together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from content.inquiries import Situations
from content.periods import DAY, last_day
from content.reckoners import ByAnswers, ByShare


class Reckoned(NamedTuple):
    """The questions that are asked, how many must still be answered, what comes out, and what to mind."""

    asked: tuple[str, ...]
    remaining: int
    shows: dict[str, str]
    warnings: tuple[str, ...]


def holds(when: Situations, answers: Mapping[str, str]) -> bool:
    """Does one of the situations hold? Without situations it always does."""
    return not when or any(all(answers.get(each) in found for each, found in one.items()) for one in when)


def reckon(reckoner: ByAnswers | ByShare, given: Mapping[str, str]) -> Reckoned:
    """What comes out of what was given, by question; an answer to a question that isn't asked doesn't count."""
    answers: dict[str, str] = {}
    asked: list[str] = []
    remaining = 0
    for question in reckoner.questions:
        if question.kind == "choice" and not holds(question.when, answers):
            continue
        asked.append(question.id)
        if given.get(question.id):
            answers[question.id] = given[question.id]
        elif question.kind == "choice" and not question.optional:
            remaining += 1
    shows, warnings = (
        _by_answers(reckoner, answers, remaining) if reckoner.kind == "answers" else _by_share(reckoner, answers)
    )
    return Reckoned(tuple(asked), remaining, shows, warnings)


Found = tuple[dict[str, str], tuple[str, ...]]


def _by_answers(reckoner: ByAnswers, answers: Mapping[str, str], remaining: int) -> Found:
    shows: dict[str, str] = {}
    numbers = reckoner.reckoned
    band = next((each for each in reckoner.bands if not remaining and holds(each.when, answers)), None)
    cost = int(answers.get("cost", 0))
    pays = band is not None and band.value is not None and "cost" in answers
    if band:
        shows["band"] = band.id
        if band.value is not None:
            shows["value"] = str(band.value)
            if pays:
                shows["pays"] = str(min(cost // numbers.part, band.value))
    if "month" in answers:
        own = not numbers.fiscal_year <= int(answers["month"]) < numbers.new_tax
        shows["tax-year"] = "current" if own else "previous"
    fraction = pays and cost % numbers.part and shows["pays"] == str(cost // numbers.part)
    return shows, ("fraction",) if fraction else ()


def _by_share(reckoner: ByShare, answers: Mapping[str, str]) -> Found:
    shows: dict[str, str] = {}
    warnings: list[str] = []
    for part in (_rate, _years, _change):
        more, minded = part(reckoner, answers)
        shows |= more
        warnings += minded
    if answers.get("new-provider") == "no":
        warnings.append("new-provider")
    return shows, tuple(warnings)


def _rate(reckoner: ByShare, answers: Mapping[str, str]) -> Found:
    """The share of people in work; compared exactly, shown cut to a tenth of a per cent."""
    if "total" not in answers or "in-work" not in answers:
        return {}, ()
    total, in_work = int(answers["total"]), int(answers["in-work"])
    if in_work > total:
        return {}, ("too-many",)
    if not total:
        return {}, ("nobody",)
    tenths = in_work * 1000 // total
    band = next(each for each in reckoner.bands if in_work * 100 >= each.from_ * total)
    near = any(
        each.from_ and abs(in_work * 1000 - each.from_ * 10 * total) <= reckoner.reckoned.near * total
        for each in reckoner.bands
    )
    shows = {"rate": f"{tenths // 10}.{tenths % 10}", "band": band.id, "value": str(band.value)}
    return shows, ("near-line",) if near else ()


def _years(reckoner: ByShare, answers: Mapping[str, str]) -> Found:
    """The last day of the fiscal year before, and the years up to it; nothing outside the calendar's four digits."""
    numbers = reckoner.reckoned
    year = int(answers.get("year", 0))
    if not 1900 <= year <= 2100:
        return {}, ()
    begins = date(year, numbers.fiscal_year, 1)
    last = (begins - DAY).isoformat()
    first = begins.replace(year=year - numbers.years).isoformat()
    known = numbers.holds[0] <= year <= numbers.holds[1]
    return {"count-day": last, "from": first, "to": last}, () if known else ("other-year",)


def _change(reckoner: ByShare, answers: Mapping[str, str]) -> Found:
    """The end of the time in which a new job must begin, and whether it counts."""
    numbers = reckoner.reckoned
    if "left" not in answers:
        return {}, ()
    left = date.fromisoformat(answers["left"])
    ends = last_day(left + DAY, numbers.grace)
    shows = {"month-ends": ends.isoformat()}
    if "started" not in answers:
        return shows, ()
    started = date.fromisoformat(answers["started"])
    if started <= left:
        return shows, ("before-leaving",)
    first = answers.get("first-change")
    if started > ends or first == "no":
        return shows | {"counts": "no"}, ()
    if first is None:
        return shows, ()
    days = (date(year, numbers.fiscal_year, 1) - DAY for year in (left.year, left.year + 1))
    between = any(left < day < started for day in days)
    return shows | {"counts": "ask" if between else "yes"}, ()
