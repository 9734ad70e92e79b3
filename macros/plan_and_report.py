"""What a plan and a report hold, beside what the official form asks."""

from content.base import Lang
from content.models import Guide
from macros.render import render


def plan_contents(guide: Guide, lang: Lang) -> str:
    """Every content of the employment retention support plan."""
    return render(
        guide,
        lang,
        "plan_and_report",
        contents=guide.plan_contents,
        caption=guide.ui["plan_and_report"]["caption_plan"][lang],
    )


def report_contents(guide: Guide, lang: Lang) -> str:
    """Every content of the monthly support report."""
    return render(
        guide,
        lang,
        "plan_and_report",
        contents=guide.report_contents,
        caption=guide.ui["plan_and_report"]["caption_report"][lang],
    )
