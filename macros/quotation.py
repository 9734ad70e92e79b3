"""Words quoted letter for letter, marked as such and credited."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render


def quotation(guide: Guide, lang: Lang, id: str) -> str:
    """Quotation `id` with its source; in English, our translation."""
    return render(guide, lang, "quotation", quotation=find(guide.quotations, id, "quotation"))
