"""Marks within a sentence: what the rules ask, what is only advised, and what needs the person's consent."""

from content.base import Lang, Text, nearest
from content.files import ContentError
from content.marks import SIGNS, said, whose
from content.models import Guide
from macros.render import inline, mark_html, render

FROM = ("manual", "ours")  # whose advice: the source manual's, or this guide's own


def mark(guide: Guide, lang: Lang, kind: str, of: str | None = None) -> str:
    """The mark of an act; `of` says whose advice good practice is, or in words for what something is a condition."""
    known = next((each for each in SIGNS if each == kind), None)
    if known is None:
        raise ContentError(nearest(kind, list(SIGNS), "mark"))
    if known == "good-practice":
        if of not in FROM:
            raise ContentError(
                'say whose advice it is: mark("good-practice", "manual") or mark("good-practice", "ours")'
            )
        return mark_html(known, said(guide, known, whose(guide, of))[lang])
    if known == "condition" and not of:
        raise ContentError('say for what it is a condition: mark("condition", "…")')
    return mark_html(known, said(guide, known, Text.model_construct(ja=of, en=of) if of else None)[lang])


def consent(guide: Guide, lang: Lang) -> str:
    """The box that stands before whatever needs the person's consent: a rule, never advice."""
    return inline(render(guide, lang, "mark"))
