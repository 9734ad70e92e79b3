"""Whom to ask: name, number to call, hours, what for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from content.base import Lang, Text
from content.models import Guide
from macros.render import render


class Asked(NamedTuple):
    """Somebody to ask: one of the guide's organisations, which are found locally, or a desk with a number of its own."""

    name: Text
    what_for: Text
    phone: str | None = None
    hours: Text | None = None
    url: str | None = None
    note: Text | None = None


def desks(guide: Guide, lang: Lang, ids: Sequence[str]) -> Markup:
    """The list of those with these ids, in this order."""
    every = {each.id: Asked(each.name, each.what_for) for each in guide.organisations} | {
        desk.id: Asked(desk.name, desk.what_for, desk.phone, desk.hours, desk.url, desk.note) for desk in guide.desks
    }
    return Markup(render(guide, lang, "desks", asked=[every[id] for id in ids]))
