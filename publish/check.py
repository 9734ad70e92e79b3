"""Checks data, pages, links, search words, sheets and wording without a built site: `python -m publish.check`.

Says every slip in words, and what is to be looked at again soon. Exit codes: 0 all in order, 1 not.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from content.console import in_words, utf8
from content.files import ContentError
from content.style import slips
from publish.pages import both


def main() -> int:
    """Build both languages into a folder that is thrown away."""
    utf8()
    found: list[str] = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            both(Path(folder))
    except (ContentError, OSError) as error:
        found.append(in_words(error) if isinstance(error, OSError) else str(error))
    found += slips()
    if found:
        print("\n".join(found), file=sys.stderr)
        return 1
    print("data, pages, links, search words, sheets and wording are in order")
    return 0


if __name__ == "__main__":
    sys.exit(main())
