"""Checks data, pages, links, search words and sheets without a built site: `python -m publish.check`.

Says every slip in words. Exit codes: 0 all in order, 1 not.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from content.console import in_words, utf8
from content.files import ContentError
from publish.pages import both


def main() -> int:
    """Build both languages into a folder that is thrown away."""
    utf8()
    try:
        with tempfile.TemporaryDirectory() as folder:
            both(Path(folder))
    except (ContentError, OSError) as error:
        print(in_words(error) if isinstance(error, OSError) else error, file=sys.stderr)
        return 1
    print("data, pages, links, search words and sheets are in order")
    return 0


if __name__ == "__main__":
    sys.exit(main())
