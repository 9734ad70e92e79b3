"""The guide's data as files to download."""

from __future__ import annotations

from content.base import Lang, Text
from content.models import Guide
from macros.render import render


def open_data(guide: Guide, lang: Lang) -> str:
    """A row for each kind: what it is, how many entries, its files."""
    words = guide.ui["open_data"]
    rows = []
    for kind in (name for name in Guide.model_fields if isinstance(words.get(f"kind_{name}"), Text)):
        value = getattr(guide, kind)
        count = sum(map(len, value.values())) if isinstance(value, dict) else len(value)
        rows.append((kind, words[f"kind_{kind}"], count))
    return render(guide, lang, "open_data", rows=rows)
