"""Where the guide differs from its source."""

from content.base import Lang
from content.models import Guide
from macros.render import render


def differences(guide: Guide, lang: Lang) -> str:
    """Every correction and every doubtful reading of the source, with what the guide does."""
    kinds = {kind: [entry for entry in guide.differences if entry.kind == kind] for kind in ("correction", "doubtful")}
    return render(guide, lang, "differences", kinds=kinds)
