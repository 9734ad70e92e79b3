"""What a workplace can do for one disability: the questions first, then the examples by aspect."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render


def accommodations(guide: Guide, lang: Lang, id: str) -> str:
    """The questions to ask first, the examples for disability `id` in a table, and the caveat."""
    return render(
        guide,
        lang,
        "accommodations",
        disability=find(guide.disabilities, id, "disability"),
        questions=guide.first_questions,
        aspects=guide.placed(id),
    )
