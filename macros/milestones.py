"""The rules of a route into the service, with worked examples."""

from content.base import Lang, nearest
from content.files import ContentError
from content.load import find
from content.models import Guide
from content.routes import Route, Rule
from macros.grounds import grounds
from macros.render import render


def by_part(guide: Guide, route: Route) -> dict[str, list[Rule]]:
    """The rules of a route by the part they belong to, in the vocabulary's order; parts without rules are left out.

    That the service runs from its first to its last day is left out too: both have a rule of their own.
    """
    told = [rule for rule in route.rules if rule.counts is None or rule.counts.kind != "service"]
    parts = {part: [rule for rule in told if rule.part == part] for part in guide.names("rule-parts", "ja")}
    return {part: rules for part, rules in parts.items() if rules}


def milestones(guide: Guide, lang: Lang, id: str, *parts: str) -> str:
    """The rules of route `id`, all or those of some parts; with those of its periods, examples worked by hand.

    What another route shares with the first one is named and linked there, not told again.
    """
    route = find(guide.routes, id, "route")
    rules = by_part(guide, route)
    for part in parts:
        if part not in rules:
            raise ContentError(nearest(part, list(rules), f'part of "{id}"'))
    chosen = {part: rules[part] for part in parts or rules}
    first = guide.routes[0]
    shared = [] if route is first else [rule for each in chosen.values() for rule in each if rule in first.rules]
    own = {part: left for part, each in chosen.items() if (left := [rule for rule in each if rule not in shared])}
    sources, numbers = grounds(rule for each in own.values() for rule in each)
    return render(
        guide,
        lang,
        "milestones",
        route=route,
        first=first,
        moved=any(paper.adds for paper in route.papers),
        parts=own,
        shared=shared,
        examples=route.examples if "period" in chosen else (),
        table="-".join((route.id, *parts)),
        grounds=sources,
        numbers=numbers,
        words=guide.ui["grounds"],
    )
