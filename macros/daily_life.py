"""Support in daily life, and whom to work with, for one disability."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render


def daily_life(guide: Guide, lang: Lang, id: str) -> str:
    """What helps in daily life and the organisations to turn to."""
    disability = find(guide.disabilities, id, "disability")
    partners = [find(guide.organisations, partner, "organisation") for partner in disability.partners]
    return render(guide, lang, "daily_life", disability=disability, partners=partners)
