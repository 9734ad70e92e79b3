"""What a service must have, how often, kept where: one table for the service manager."""

from content.base import Lang
from content.models import Guide
from macros.grounds import grounds
from macros.render import render


def must_exist(guide: Guide, lang: Lang) -> str:
    """All records a service must or should have."""
    sources, numbers = grounds(guide.must_exist)
    return render(
        guide,
        lang,
        "must_exist",
        records=guide.must_exist,
        grounds=sources,
        numbers=numbers,
        words=guide.ui["grounds"],
    )
