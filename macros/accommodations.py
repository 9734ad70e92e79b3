"""What a workplace can do for one disability: the questions first, then the examples by aspect."""

from content.load import find
from content.models import Accommodation, Aspect, Guide, Lang
from macros.render import render


def placed(guide: Guide, disability: str) -> dict[Aspect, list[Accommodation]]:
    """The entries of a disability by aspect, in the order of the data."""
    aspects: tuple[Aspect, ...] = ("safety", "work", "health")
    return {
        aspect: [entry for entry in guide.accommodations if entry.placed.get(disability) == aspect]
        for aspect in aspects
    }


def accommodations(guide: Guide, lang: Lang, id: str) -> str:
    """The questions to ask first, the examples for disability `id` in a table, and the caveat."""
    return render(
        guide,
        lang,
        "accommodations",
        disability=find(guide.disabilities, id, "disability"),
        questions=guide.questions,
        aspects=placed(guide, id),
    )
