"""What every macro can be called with: all that the guide knows of its kind."""

from __future__ import annotations

from typing import Any

import pytest

from content.load import load
from content.marks import SIGNS
from macros.mark import FROM
from worksheets.catalogue import catalogue, families

GUIDE = load()
IDS: dict[str, list[Any]] = {
    "answers": list(GUIDE.answers),
    "accommodations": [each.id for each in GUIDE.disabilities],
    "changes": [None, *dict.fromkeys(each.page for each in GUIDE.changes)],
    "checklist": [each.id for each in GUIDE.checklists],
    "daily_life": [each.id for each in GUIDE.disabilities],
    "duties": [None, *dict.fromkeys(each.actor for each in GUIDE.duties)],
    "eligibility": list(GUIDE.eligibility.who),
    "first_aid": [each.id for each in GUIDE.first_aid],
    "questions": [choice.id for choice in GUIDE.vocabularies["askers"]],
    "inquiry": [each.id for each in GUIDE.inquiries],
    "milestones": [each.id for each in GUIDE.routes],
    "opening": [each.id for each in GUIDE.pages],
    "organisations": [each.id for each in GUIDE.organisations],
    "picture": [each.id for each in GUIDE.pictures],
    "quotation": [each.id for each in GUIDE.quotations],
    "timeline": [each.id for each in GUIDE.timelines],
    "fact": [each.id for each in GUIDE.facts],
    "mark": [
        *(each for each in SIGNS if each not in ("good-practice", "condition")),
        *(("good-practice", of) for of in FROM),
        ("condition", "words"),
    ],
    "sheet": list(families(GUIDE)),
    "sheet_form": list(catalogue(GUIDE)),
    "sheet_page": list(families(GUIDE)),
    "sheets": [each.id for each in GUIDE.vocabularies["sheet-moments"]],
    "term": [each.id for each in GUIDE.terms],
}


def arguments(macro: Any) -> list[tuple[Any, ...]]:
    """What a macro is called with, after the guide and the language: one tuple a call."""
    return [() if id is None else id if isinstance(id, tuple) else (id,) for id in IDS.get(macro.__name__, [None])]


def calls(macros):
    for macro in macros:
        for lang in ("ja", "en"):
            for args in arguments(macro):
                yield pytest.param(macro, lang, args, id=f"{macro.__name__}-{lang}-{'-'.join(args)}")
