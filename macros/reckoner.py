"""A small reckoning: questions, and its bands, rules and examples as tables. js/reckoner.js says what comes out."""

from collections.abc import Iterator
from typing import Any

from content.base import Lang
from content.days import day
from content.load import find
from content.models import Guide
from content.reckoners import ByAnswers, ByShare, Outcome
from macros.grounds import grounds
from macros.render import render

DAYS = ("count-day", "from", "to", "month-ends")  # outcomes that are days


def rules(reckoner: ByAnswers | ByShare) -> dict[str, Any]:
    """A reckoner as js/reckoner-rules.js reckons with it."""
    return {
        "kind": reckoner.kind,
        "questions": [
            {
                "id": each.id,
                "when": each.when if each.kind == "choice" else [],
                "needed": each.kind == "choice" and not each.optional,
            }
            for each in reckoner.questions
        ],
        "reckoned": reckoner.reckoned.model_dump(),
        "bands": [
            each.model_dump(by_alias=True, include={"id", "value", "when", "from_"}, mode="json")
            for each in reckoner.bands
        ],
    }


def said(reckoner: ByAnswers | ByShare, lang: Lang, outcome: Outcome, id: str, value: str) -> str:
    """A value that comes out, in words."""
    names = {each.id: each.name[lang] for each in (*outcome.choices, *(reckoner.bands if id == "band" else ()))}
    if id in DAYS:
        return day(value, lang)
    shown = names.get(value) or (f"{int(value):,}" if value.isdigit() else value)
    return outcome.shown[lang].format(value=shown) if outcome.shown else shown


def results(reckoner: ByAnswers | ByShare, lang: Lang) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each example: its id, why, and what comes out of it in words, by name."""
    outcomes = {each.id: each for each in reckoner.outcomes}
    for each in reckoner.examples:
        found = [
            (outcomes[id].name[lang], said(reckoner, lang, outcomes[id], id, value))  # type: ignore[index]
            for id, value in each.gives.items()
        ]
        yield each.id, each.why[lang], found


def reckoner(guide: Guide, lang: Lang, id: str) -> str:
    """The questions, bands, rules and examples of reckoner `id`."""
    chosen = find(guide.reckoners, id, "reckoner")
    sources, numbers = grounds(chosen.rules)
    return render(
        guide,
        lang,
        "reckoner",
        reckoner=chosen,
        rules=rules(chosen),
        by_id={rule.id: rule for rule in chosen.rules},
        value=next(each for each in chosen.outcomes if each.id == "value"),
        results=list(results(chosen, lang)),
        organisations={each.id: each.name[lang] for each in guide.organisations},
        days=DAYS,
        grounds=sources,
        numbers=numbers,
        words=guide.ui["grounds"],
        dates=guide.ui["dates"],
    )
