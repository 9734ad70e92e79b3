"""What this guide does not answer, and who does."""

from content.base import Lang
from content.models import Guide
from macros.desks import desks
from macros.render import render


def elsewhere(guide: Guide, lang: Lang) -> str:
    """Every such matter with whom to ask."""
    rows = [(each, desks(guide, lang, each.ask)) for each in guide.elsewhere]
    return render(guide, lang, "elsewhere", rows=rows)
