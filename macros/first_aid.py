"""What to do now, for the person and for who stands beside."""

from __future__ import annotations

from typing import Any

from content.answers import Desk
from content.base import Lang
from content.load import find
from content.models import Guide
from macros.desks import desks
from macros.render import render
from macros.rests import rests

DANGER = "danger"  # where a life is at stake


def first_aid(guide: Guide, lang: Lang, id: str) -> str:
    """First aid `id`: steps, whom to call, what to say and what not to do."""
    aid = find(guide.first_aid, id, "first aid")
    readers = (aid.person, aid.beside)
    return render(
        guide,
        lang,
        "first_aid",
        readers=[(urgent, desks(guide, lang, urgent.call)) for urgent in readers],
        rests=rests(guide, lang, aid, aid.person.title[lang]),
    )


def help_lines(guide: Guide) -> list[Desk]:
    """Whom to call where a life is in danger: ambulance and police first, then each line that has a number."""
    aid = find(guide.first_aid, DANGER, "first aid")
    wanted = dict.fromkeys((*aid.person.call, *aid.beside.call))
    return [desk for id in wanted for desk in guide.desks if desk.id == id and desk.phone]


def danger(guide: Guide, lang: Lang) -> dict[str, Any]:
    """What the search box needs before it has an index: words of danger, what to do, whom to call."""
    aid = find(guide.first_aid, DANGER, "first aid")
    return {
        "words": list(aid.asked_as[lang]),
        "lines": [
            {"name": desk.name[lang], "phone": desk.phone, "hours": desk.hours[lang] if desk.hours else ""}
            for desk in help_lines(guide)
        ],
    }
