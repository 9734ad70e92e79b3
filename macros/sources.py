"""The works the guide rests on."""

from typing import get_args

from content.base import Lang, nearest
from content.files import ContentError
from content.models import Guide, Source, SourceKind
from macros.render import render


def sources(guide: Guide, lang: Lang, *kinds: str) -> str:
    """The sources of some kinds, or of all, cited as far as they are known; what has no address says what was tried."""
    return render(guide, lang, "sources", kinds=by_kind(guide, kinds))


def by_kind(guide: Guide, kinds: tuple[str, ...]) -> dict[str, list[Source]]:
    """The sources of each of these kinds, or of all. Raises ContentError where there is no such kind."""
    names = list(get_args(SourceKind))
    for kind in kinds:
        if kind not in names:
            raise ContentError(nearest(kind, names, "kind of source"))
    return {kind: [source for source in guide.sources if source.kind == kind] for kind in kinds or names}
