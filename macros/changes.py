"""Changes of rules to come, all or those that one page tells of."""

from __future__ import annotations

from content.base import Lang, nearest
from content.files import ContentError
from content.models import Guide
from content.titles import title
from macros.render import render


def changes(guide: Guide, lang: Lang, page: str | None = None) -> str:
    """What changes next, the earliest first: all, or what `page` tells of."""
    pages = list(dict.fromkeys(change.page for change in guide.changes))
    if page not in (None, *pages):
        raise ContentError(nearest(page or "", pages, "page with changes"))
    chosen = sorted((each for each in guide.changes if page in (None, each.page)), key=lambda each: each.when)
    titles = {each: title(lang, each) for each in pages}
    return render(guide, lang, "changes", changes=chosen, page=page, titles=titles)
