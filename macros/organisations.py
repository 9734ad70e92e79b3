"""Whom to turn to."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.fact import shown
from macros.render import render


def organisations(guide: Guide, lang: Lang, *ids: str) -> str:
    """All organisations, or those named, each with what to turn to them for."""
    chosen = [find(guide.organisations, id, "organisation") for id in ids] or guide.organisations
    counts = {organisation.id: shown(guide, lang, organisation.fact) for organisation in chosen if organisation.fact}
    return render(guide, lang, "organisations", organisations=chosen, counts=counts)
