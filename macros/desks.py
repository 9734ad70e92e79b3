"""Whom to ask: name, number to call, hours, what for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from content.base import Lang, Text
from content.models import Guide
from content.office import Local, office
from macros.render import render


class Asked(NamedTuple):
    """Somebody to ask: one of the guide's organisations, which are found locally, or a desk with a number of its own."""

    name: Text | Local
    what_for: Text | None
    phone: str | None = None
    hours: Text | Local | None = None
    url: str | None = None
    note: Text | Local | None = None
    office: Local | None = None  # whose desk it is, where the office that publishes this copy added it


def desks(guide: Guide, lang: Lang, ids: Sequence[str]) -> Markup:
    """The list of those with these ids, in this order; before them, the office's own that stand for them."""
    every = {each.id: Asked(each.name, each.what_for) for each in guide.organisations} | {
        desk.id: Asked(desk.name, desk.what_for, desk.phone, desk.hours, desk.url, desk.note) for desk in guide.desks
    }
    ours = office(guide)
    local = [
        Asked(desk.name, None, desk.phone, desk.hours, None, desk.note, ours.name)
        for desk in (ours.desks if ours else ())
        if ours and set(desk.stands_for).intersection(ids)
    ]
    return Markup(render(guide, lang, "desks", asked=[*local, *(every[id] for id in ids)]))
