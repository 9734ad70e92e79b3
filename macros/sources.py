"""The works the guide rests on."""

from content.base import Lang
from content.models import Guide
from macros.render import render

# The manual and this guide first, then instruments, then what others say.
ORDER = ("manual", "ours", "law", "notice", "official-page", "survey", "form", "paper", "book", "page")


def sources(guide: Guide, lang: Lang) -> str:
    """All sources by kind, cited as far as they are known; what has no address says what was tried."""
    kinds = {kind: [source for source in guide.sources if source.kind == kind] for kind in ORDER}
    return render(guide, lang, "sources", kinds={kind: works for kind, works in kinds.items() if works})
