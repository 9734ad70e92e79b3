"""The works the guide rests on."""

from content.base import Lang
from content.models import Guide
from macros.render import render


def sources(guide: Guide, lang: Lang) -> str:
    """All sources, cited as far as they are known."""
    return render(guide, lang, "sources", works=guide.sources)
