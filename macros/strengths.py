"""The fifteen strengths at work, in four groups."""

from content.base import Lang
from content.models import Guide
from macros.render import render


def strengths(guide: Guide, lang: Lang) -> str:
    """All strengths with their meaning and an everyday example."""
    return render(guide, lang, "strengths", groups=guide.strengths)
