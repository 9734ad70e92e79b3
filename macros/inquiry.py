"""A few questions that lead to what fits. Without scripts all findings stand in a list; js/inquiry.js narrows them."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render

VERDICTS = ("stop", "ask", "clear")  # the strongest of those found decides


def inquiry(guide: Guide, lang: Lang, id: str) -> str:
    """The questions and findings of inquiry `id`."""
    chosen = find(guide.inquiries, id, "inquiry")
    return render(
        guide,
        lang,
        "inquiry",
        inquiry=chosen,
        asked={each.id: each.name[lang] for each in guide.organisations}
        | {desk.id: desk.name[lang] for desk in guide.desks},
        verdicts=[outcome for outcome in VERDICTS if any(each.outcome == outcome for each in chosen.findings)],
    )
