"""The end of a page: the terms it used, its sources, the day it was last checked."""

import re

from content.base import Lang
from content.load import find
from content.models import Guide
from content.wording import listed
from macros.render import render

TERM = re.compile(r'href="#term-([a-z0-9-]+)"')


def foot(guide: Guide, lang: Lang, id: str, words: str) -> str:
    """The foot of page `id` whose finished Markdown is `words`; terms in the order of first use."""
    used = dict.fromkeys(TERM.findall(words))
    page = find(guide.pages, id, "page")
    return render(
        guide,
        lang,
        "foot",
        page=page,
        sections=_sections(guide, lang, page.sections),
        used=[find(guide.terms, term, "term") for term in used],
    )


def _sections(guide: Guide, lang: Lang, numbers: tuple[int, ...]) -> str:
    """Sections of the manual in words; 0 is its introduction."""
    ui = guide.ui["foot"]
    numbered = listed((number for number in numbers if number), lang)
    said = [
        ui["introduction"][lang] if 0 in numbers else "",
        ui["sections"][lang].format(sections=numbered) if numbered else "",
    ]
    return listed(filter(None, said), lang)
