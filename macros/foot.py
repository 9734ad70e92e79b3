"""The end of a page: the terms it used, its sources, the day it was last checked."""

import re

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render

TERM = re.compile(r'href="#term-([a-z0-9-]+)"')


def foot(guide: Guide, lang: Lang, id: str, words: str) -> str:
    """The foot of page `id` whose finished Markdown is `words`; terms in the order of first use."""
    used = dict.fromkeys(TERM.findall(words))
    return render(
        guide,
        lang,
        "foot",
        page=find(guide.pages, id, "page"),
        used=[find(guide.terms, term, "term") for term in used],
    )
