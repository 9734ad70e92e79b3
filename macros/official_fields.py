"""The fields of an official form, or what the rules ask for where there is none, against those of our sheet."""

from content.base import Lang
from content.models import Guide
from macros.render import render
from worksheets.catalogue import catalogue, labelled

OFFICIAL = ("support-plan", "support-report")  # forms that a notice of the ministry carries


def official_fields(guide: Guide, lang: Lang, form: str) -> str:
    """The table of sheet `form`, folded; nothing where no official field is known."""
    official = [each for each in guide.official_fields if each.form == form]
    if not official:
        return ""
    ui = guide.ui["official_fields"]
    return render(
        guide,
        lang,
        "official_fields",
        official=official,
        ours=labelled(guide, catalogue(guide)[form]),
        caption=ui[f"caption_{form}"][lang],
        unconfirmed=ui["unconfirmed" if form in OFFICIAL else "no_form"][lang],
    )
