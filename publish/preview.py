"""One page in a moment, into build/preview: `python -m publish.preview PAGE [ja|en]`. A sheet's page is called sheet-ID.

It looks as it will on the site; search, sheets to load and links to pages that were not previewed are not there.
Exit codes: 0 built, 1 something in the page is wrong, which is said (what could be built is there all the same).
"""

from __future__ import annotations

import sys
import time
from typing import get_args

from content.base import Lang
from content.console import told, utf8
from content.files import HOUSE, ContentError
from publish.pages import FOLDERS, one

FOLDER = HOUSE / "build/preview"


def main() -> int:
    """Build it and say where it is."""
    utf8()
    given = sys.argv[1:]
    lang: Lang = "en" if given[1:] == ["en"] else "ja"
    if not any(given[:1]) or len(given) > 2 or (given[1:] and given[1] not in get_args(Lang)):
        print(__doc__, file=sys.stderr)
        return 1
    begun = time.monotonic()
    try:
        page, slips = one(lang, given[0].removesuffix(".md"), FOLDER / FOLDERS[lang])
    except (ContentError, OSError) as error:
        print(told(error), file=sys.stderr)
        return 1
    if slips:
        print("\n".join(slips), file=sys.stderr)
    print(f"Open {page} in a browser ({time.monotonic() - begun:.1f} s)")
    return bool(slips)


if __name__ == "__main__":
    sys.exit(main())
