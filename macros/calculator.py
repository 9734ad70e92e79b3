"""The milestone calculator: a form, and each rule's row ready to be filled with its dates by js/calculator.js."""

from content.base import Lang
from content.models import Guide
from macros.dates import reckoned
from macros.render import render

KEY = ("can-start", "latest-end", "sharing", "plan-review")  # what most readers come for
SPOKEN = [
    "said",
    "said_over",
    "said_wrong",
    "said_cleared",
    "missing",
    "in_days",
    "tomorrow",
    "is_today",
    "going_on",
    "past",
    "yesterday",
    "no_more",
    "next_badge",
    "all_dates",
    "open",
    "copied",
    "not_copied",
    "not_made",
    "file",
    "reminder",
]  # what the script says


def calculator(guide: Guide, lang: Lang) -> str:
    """The form and the rows of every route, hidden until js/calculator.js fills them; a note without scripts."""
    return render(
        guide,
        lang,
        "calculator",
        routes=guide.routes,
        reckoned={route.id: reckoned(route) for route in guide.routes},
        spoken={key: guide.ui["calculator"][key][lang] for key in SPOKEN},
        key=KEY,
        dates=guide.ui["dates"],
    )
