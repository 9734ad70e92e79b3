"""A worksheet as a form on the page: the same boxes, in the same order, under the same tags as the DOCX."""

from __future__ import annotations

from markupsafe import Markup

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render
from worksheets.blocks import said
from worksheets.boxes import RATINGS, blocks
from worksheets.catalogue import catalogue, file_name
from worksheets.printed import told
from worksheets.radar import svg


def sheet_form(guide: Guide, lang: Lang, id: str) -> str:
    """Worksheet `id` to fill in on the page: download as DOCX, print, keep or clear."""
    sheet = find(list(catalogue(guide).values()), id, "sheet")
    return render(
        guide,
        lang,
        "sheet_form",
        sheet=sheet,
        sections=[
            (section, [block for field in section.fields for block in blocks(guide, field)])
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
