"""The periods of a route into the service, with worked examples."""

from content.load import find
from content.models import Guide, Lang
from macros.render import render


def milestones(guide: Guide, lang: Lang, id: str) -> str:
    """The rules of route `id` and its examples, worked by hand from the rule."""
    return render(guide, lang, "milestones", route=find(guide.routes, id, "route"))
