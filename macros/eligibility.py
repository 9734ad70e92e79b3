"""Who may use the service, in the first screen of the pages where somebody decides."""

from content.base import Lang, nearest
from content.files import ContentError
from content.models import Guide
from macros.render import render


def eligibility(guide: Guide, lang: Lang, reader: str) -> str:
    """Who may use it and who else can be asked, in the words of `reader`: "person", "employer" or "professional"."""
    told = guide.eligibility
    for each in told.who:
        if each == reader:
            return render(
                guide,
                lang,
                "eligibility",
                who=told.who[each],
                otherwise=told.otherwise[each],
                doors=told.open_to_all,
                cited=told,
                organisations={each.id: each.name[lang] for each in guide.organisations},
            )
    raise ContentError(nearest(reader, list(told.who), "reader"))
