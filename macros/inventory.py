"""Where the manual's sections went."""

from itertools import groupby

from content.base import Lang
from content.models import Guide
from macros.render import render


def inventory(guide: Guide, lang: Lang) -> str:
    """Everything the manual holds, section by section, each linked to the place that shows it."""
    ordered = sorted(guide.inventory, key=lambda entry: entry.section)  # stable: the order within a section stays
    sections = [(section, list(entries)) for section, entries in groupby(ordered, key=lambda entry: entry.section)]
    return render(guide, lang, "inventory", sections=sections, total=len(guide.inventory))
