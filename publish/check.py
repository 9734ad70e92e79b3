"""Checks data, pages, links, search words and sheets without a built site: `python -m publish.check`.

Says every slip in words. Exit codes: 0 all in order, 1 not.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from content.console import utf8
from content.files import ContentError
from content.models import LANGUAGES
from publish.pages import pages


def main() -> int:
    """Build both languages into a folder that is thrown away."""
    utf8()
    slips: dict[str, None] = {}
    with tempfile.TemporaryDirectory() as folder:
        for lang in LANGUAGES:
            try:
                pages(lang, Path(folder, lang))
            except ContentError as error:
                slips |= dict.fromkeys(str(error).splitlines())  # what both languages share is said once
    print(*slips, sep="\n", file=sys.stderr) if slips else print(
        "data, pages, links, search words and sheets are in order"
    )
    return bool(slips)


if __name__ == "__main__":
    sys.exit(main())
