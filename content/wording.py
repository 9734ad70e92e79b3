"""How words are put together in either language."""

from __future__ import annotations

from collections.abc import Iterable

from content.base import Lang


def listed(things: Iterable[object], lang: Lang) -> str:
    """Things in a row.

    >>> listed([3, 4], "ja"), listed([3, 4], "en")
    ('3・4', '3, 4')
    """
    return ("・" if lang == "ja" else ", ").join(map(str, things))


def bracketed(thing: object, lang: Lang) -> str:
    """What follows a word in brackets.

    >>> bracketed(2024, "ja"), bracketed(2024, "en")
    ('（2024）', ' (2024)')
    """
    return f"（{thing}）" if lang == "ja" else f" ({thing})"
