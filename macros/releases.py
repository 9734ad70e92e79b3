"""What changed with each version: pages to read again, sheets to print again."""

from __future__ import annotations

from content.base import Lang
from content.models import Guide
from content.titles import title
from macros.render import render
from worksheets.catalogue import catalogue
from worksheets.models import Sheet


def releases(guide: Guide, lang: Lang) -> str:
    """All versions, the newest first, each with its pages and sheets."""
    named = {changed.page: title(lang, changed.page) for release in guide.releases for changed in release.pages}
    return render(guide, lang, "releases", releases=guide.releases, titles=named, printed=printed(guide))


def printed(guide: Guide) -> dict[str, list[Sheet]]:
    """{version: sheets that came or changed with it}: by their dates, since the version before.

    A sheet that is dated after the newest version belongs to it.
    """
    every = {sheet.of: sheet for sheet in reversed(catalogue(guide).values())}
    before = [*(release.date for release in guide.releases[1:]), None]
    return {
        release.version: sorted(
            (
                sheet
                for sheet in every.values()
                if (since is None or sheet.date > since) and (number == 0 or sheet.date <= release.date)
            ),
            key=lambda sheet: sheet.of,
        )
        for number, (release, since) in enumerate(zip(guide.releases, before, strict=True))
    }
