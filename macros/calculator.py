"""The milestone calculator: a form, and each rule's row ready to be filled with its dates by js/calculator.js."""

from content.base import Lang
from content.models import Guide
from macros.dates import reckoned
from macros.render import render

KEY = ("can-start", "latest-end", "sharing", "plan-review")  # what most readers come for


def calculator(guide: Guide, lang: Lang) -> str:
    """The form and the rows of every route, hidden until js/calculator.js fills them; a note without scripts."""
    return render(
        guide,
        lang,
        "calculator",
        routes=guide.routes,
        reckoned={route.id: reckoned(route) for route in guide.routes},
        key=KEY,
        dates=guide.ui["dates"],
    )
