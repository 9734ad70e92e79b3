"""What a plan and a report hold, and the fields of the official form against those of our sheet."""

from content.base import Lang
from content.models import Guide, WrittenItem
from macros.official_fields import official_fields
from macros.render import render
from worksheets.catalogue import catalogue, labelled


def plan_contents(guide: Guide, lang: Lang) -> str:
    """Every content of the employment retention support plan."""
    return _contents(guide, lang, "plan", "support-plan", guide.plan_contents)


def report_contents(guide: Guide, lang: Lang) -> str:
    """Every content of the monthly support report."""
    return _contents(guide, lang, "report", "support-report", guide.report_contents)


def _contents(guide: Guide, lang: Lang, name: str, form: str, contents: tuple[WrittenItem, ...]) -> str:
    ui = guide.ui["plan_and_report"]
    table = render(
        guide,
        lang,
        "plan_and_report",
        contents=contents,
        ours=labelled(guide, catalogue(guide)[form]),
        caption=ui[f"caption_{name}"][lang],
    )
    return table + official_fields(guide, lang, form)
