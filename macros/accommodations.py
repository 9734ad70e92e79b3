"""What a workplace can do for one disability: what to ask first, the manual's examples by aspect, this guide's own behind."""

from content.accommodations import Accommodation
from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render

OURS = "ours"


def accommodations(guide: Guide, lang: Lang, id: str) -> str:
    """The questions to ask first, the caveat, and the examples for disability `id` in tables: the manual's, then ours."""
    titles = {source.id: source.title[lang] for source in guide.sources}

    def works(aspects: dict[str, list[Accommodation]]) -> list[str]:
        """The works that our examples come from, without this guide and what it follows."""
        named = {entry.source for entries in aspects.values() for entry in entries} - {OURS, "manual"}
        return [title for id, title in titles.items() if id in named]

    placed = guide.placed(id)
    tables = [
        (whose, aspects, works(aspects)) for whose in ("manual", OURS) if (aspects := _of(placed, whose == "manual"))
    ]
    return render(
        guide,
        lang,
        "accommodations",
        disability=find(guide.disabilities, id, "disability"),
        questions=guide.first_questions,
        tables=tables,
    )


def _of(placed: dict[str, list[Accommodation]], manual: bool) -> dict[str, list[Accommodation]]:
    """The examples of the manual or those that are not, by aspect, without empty ones."""
    found = {
        aspect: [entry for entry in entries if (entry.source == "manual") is manual]
        for aspect, entries in placed.items()
    }
    return {aspect: entries for aspect, entries in found.items() if entries}
