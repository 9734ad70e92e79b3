"""An office's own folder: `python -m publish.overlay` checks it, `python -m publish.overlay start` begins one.

Exit codes: 0 all in order or begun, 1 not.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from content.console import told, utf8
from content.files import HOUSE, ContentError
from content.load import load
from content.office import folder, office
from worksheets.catalogue import OFFICE, catalogue

STARTER = Path(__file__).parent / "starter"
BUILD = HOUSE / "build"
CHECK = "run .venv\\Scripts\\python -m publish.overlay" if os.name == "nt" else "run make overlay-check"


def begin() -> str:
    """Copy the starter to office/, which must not be there yet. Raises ContentError."""
    place = HOUSE / "office"
    there = ContentError(f"{place}: is there already: nothing was changed")
    if place.exists():
        raise there
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as aside:  # whole or not at all, whatever happens meanwhile
        begun = shutil.copytree(STARTER, Path(aside) / "office")
        try:
            os.rename(begun, place)
        except OSError as error:
            raise (there if place.exists() else error) from None
    return f"Begun in {place}: change office.yml, then {CHECK}"


def check() -> str:
    """What the folder holds, in words. Raises ContentError with every slip, or where there is no folder."""
    guide = load()
    ours = office(guide)
    if not ours:
        raise ContentError(f"{HOUSE / 'office'}: there is no office.yml: this command with the word start begins one")
    own = sorted({sheet.of for sheet in catalogue(guide).values() if sheet.of.startswith(OFFICE)})
    counts = f"{len(ours.desks)} desks, {len(ours.resources)} resources, {len(ours.notes)} notes, {len(own)} sheets"
    return f"{folder()}: {ours.name.ja}: in order. {counts}"


def main() -> int:
    """Check or begin."""
    utf8()
    try:
        print(begin() if sys.argv[1:] == ["start"] else check())
    except (ContentError, OSError) as error:
        print(told(error), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
