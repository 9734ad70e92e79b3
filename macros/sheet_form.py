"""A worksheet as a form on the page: the same boxes, in the same order, under the same tags as the DOCX."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from markupsafe import Markup

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render
from worksheets.blocks import said
from worksheets.boxes import RATINGS, blocks, copies, lengthened, tags
from worksheets.catalogue import catalogue, file_name
from worksheets.models import OWN_PAGE, Sheet
from worksheets.office.forms import SIGNS
from worksheets.office.next import carry, following
from worksheets.office.said import Say
from worksheets.printed import told
from worksheets.radar import svg

# Why a file isn't opened (worksheets/office/said.yml), as js/sheet-form-package.js and js/sheet-form-read.js find it.
REFUSED = (
    *("is-empty", "too-large", "is-pdf", "is-old-or-locked", "is-rtf", "is-picture", "no-package", "broken-package"),
    *("bad-path", "bad-xml", "has-macros", "has-links", "twice-in-package", "too-many-entries", "too-large-unpacked"),
    *("not-ours", "no-fields"),
)


def opened(guide: Guide, lang: Lang, sheet: Sheet) -> dict[str, Any] | None:
    """What js/sheet-form-open.js needs to open a filled sheet on its own page; None where it has none."""
    if sheet.on_screen != OWN_PAGE:
        return None
    rule = following(guide, sheet.id)
    family = [each for each in catalogue(guide).values() if each.of == sheet.of and not each.example]
    return {
        "ids": [
            each.id for each in family if tags(guide, each) == tags(guide, sheet)
        ],  # in plain words: the same boxes
        "title": sheet.title[lang],
        "version": sheet.version,
        "next": {**asdict(rule), "months": carry().months.model_dump()} if rule else None,
        "signs": SIGNS,
        "copies": list(copies(guide, sheet)),
        "replaced": [each.model_dump(include={"id", "now"}) for each in sheet.replaced],
        "refused": {key: Say(lang).pattern(key) for key in REFUSED},
    }


def sheet_form(guide: Guide, lang: Lang, id: str) -> str:
    """Worksheet `id` to fill in on the page: download as DOCX, print, keep or clear."""
    sheet = find(list(catalogue(guide).values()), id, "sheet")
    own = opened(guide, lang, sheet)
    return render(
        guide,
        lang,
        "sheet_form",
        sheet=sheet,
        opened=own,
        editions={
            each.id: each.edition_name[lang]
            for each in catalogue(guide).values()
            if each.of == sheet.of and each.edition_name and not each.example and not each.continuation
        },
        sections=[
            (
                section,
                [block for field in section.fields for block in blocks(guide, lengthened(field) if own else field)],
            )
            for section in sheet.sections
        ],
        say=lambda phrase: said(phrase, lambda text: text[lang]),
        paper=guide.ui["worksheets"],
        ratings=len(RATINGS),
        file=file_name(sheet, (lang,)),
        size=told().get(file_name(sheet, (lang,))),
        radar=lambda field: Markup(svg(find(guide.checklists, field.checklist, "checklist"), lang)),
        dates=guide.ui["dates"],
    )
