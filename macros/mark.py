"""The three marks: duty, best efforts, good practice (and two for what is merely allowed or an idea)."""

from content.base import Lang, nearest
from content.files import ContentError
from content.models import Guide
from macros.render import SHAPES, mark_html


def mark(guide: Guide, lang: Lang, kind: str) -> str:
    """A mark within a sentence."""
    if kind not in SHAPES:
        raise ContentError(nearest(kind, list(SHAPES), "mark"))
    return mark_html(guide, lang, kind)
