"""The three-layer network around the person, as a picture with its list."""

from content.base import Lang
from content.models import Guide
from macros.render import render


def network(guide: Guide, lang: Lang) -> str:
    """Rings from the inside out; the list under it says the same."""
    return render(guide, lang, "network", network=guide.network)
