"""The milestone calculator: a form, and each rule's row ready to be filled with its dates by js/calculator.js."""

from content.base import Lang
from content.marks import marked
from content.models import Guide
from content.routes import Rule
from macros.dates import reckoned
from macros.render import render

KEY = ("can-start", "latest-end", "sharing", "plan-review")  # what most readers come for


def cells(guide: Guide, lang: Lang, rule: Rule) -> dict[str, str]:
    """What is said of a rule in a spreadsheet, a calendar, a letter: words without signs."""
    source = next(each for each in guide.sources if each.id == rule.source)
    return {
        "name": rule.name[lang],
        "who": guide.names("actors", lang)[rule.who],
        "marks": ("、" if lang == "ja" else ", ").join(words[lang] for _, words in marked(guide, rule)),
        "certainty": guide.names("certainties", lang)[rule.certainty],
        "rule": rule.rule[lang],
        "source": source.title[lang],
        "how": guide.names("hows", lang)[rule.how],
    }


def calculator(guide: Guide, lang: Lang) -> str:
    """The form and the rows of every route, hidden until js/calculator.js fills them; a note without scripts."""
    return render(
        guide,
        lang,
        "calculator",
        routes=guide.routes,
        reckoned={route.id: reckoned(route) for route in guide.routes},
        cells={route.id: {rule.id: cells(guide, lang, rule) for rule in route.rules} for route in guide.routes},
        key=KEY,
        dates=guide.ui["dates"],
    )
