"""How long a plain sentence may be, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.base import Lang

LONGEST: dict[Lang, int] = {"ja": 45, "en": 20}
UNITS: dict[Lang, str] = {"ja": "letters", "en": "words"}
MOST = 3  # sentences of a page in short


def cut(text: str, lang: Lang) -> list[str]:
    """Its sentences; what stands in brackets in English is not counted."""
    if lang == "ja":
        return re.findall("[^。]+。?", text)
    return [each for each in re.split(r"(?<=[.?:])\s+", re.sub(r" \([^)]*\)", "", text)) if each]


def length(sentence: str, lang: Lang) -> int:
    """Letters of a Japanese sentence, words of an English one."""
    return len(sentence) if lang == "ja" else len(sentence.split())


def heavy(text: str, lang: Lang) -> Iterator[str]:
    """What is too long in a page's plain sentences."""
    sentences = cut(text, lang)
    if len(sentences) > MOST:
        yield f"{lang}: has {len(sentences)} sentences: {MOST} at most"
    for each in sentences:
        if (found := length(each, lang)) > LONGEST[lang]:
            yield f"{lang}: “{each}” has {found} {UNITS[lang]}: {LONGEST[lang]} at most; make it two sentences"
