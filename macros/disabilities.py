"""The pages by disability, each with what is to be found there."""

from content.base import Lang
from content.models import Guide
from macros.render import render


def disabilities(guide: Guide, lang: Lang) -> str:
    """A list of links to all disabilities' pages."""
    return render(guide, lang, "disabilities", disabilities=guide.disabilities)
