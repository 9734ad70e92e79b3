"""The rules of a route into the service, with worked examples."""

from content.base import Lang
from content.load import find
from content.models import Guide
from content.routes import Route, Rule
from macros.render import render


def by_part(guide: Guide, route: Route) -> dict[str, list[Rule]]:
    """The rules of a route by the part they belong to, in the vocabulary's order; parts without rules are left out."""
    parts = {part: [rule for rule in route.rules if rule.part == part] for part in guide.names("rule-parts", "ja")}
    return {part: rules for part, rules in parts.items() if rules}


def milestones(guide: Guide, lang: Lang, id: str) -> str:
    """The rules of route `id` and its examples, worked by hand from the rule."""
    route = find(guide.routes, id, "route")
    moved = any(paper.adds for paper in route.papers)
    return render(guide, lang, "milestones", route=route, parts=by_part(guide, route), moved=moved)
