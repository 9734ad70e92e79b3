"""Reading aids: furigana, larger text, reading aloud; one row above every page's title."""

from content.base import Lang
from content.models import Guide
from macros.render import render

READ_WITH = ("guidebook",)  # pages that show their readings from the start


def aids(guide: Guide, lang: Lang, page: str) -> str:
    """The row of switches of `page`, all off but for the readings of READ_WITH."""
    return render(guide, lang, "aids", page=page, shown=lang == "ja" and page in READ_WITH)
