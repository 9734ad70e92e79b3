"""Fetches the locked packages into wheels/, for a machine without a network: `python -m publish.wheels [PLATFORM]`.

PLATFORM is pip's name of another kind of machine, such as win_amd64 or manylinux_2_28_aarch64; else they are for this one.
What was fetched for another kind before stays beside them. Whoever sets up beside that folder takes them from there.
Exit codes: 0 done, 1 not; the folder then stays as it was.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from content.console import told, utf8
from content.files import ContentError
from publish.setup import LOCK, WHEELS, run
from publish.site import BUILD, alone, swap


def fetch(platform: list[str]) -> str:
    """Fetch aside, swap in when all are there; what and where, in words. Raises ContentError, OSError, SystemExit."""
    place, aside = Path(WHEELS), BUILD / "wheels"
    with alone():
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(place, aside) if place.exists() else aside.mkdir()
        other = ["--platform", *platform, "--only-binary=:all:"] if platform else []
        pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--require-hashes"]
        run("Fetching the locked packages", [*pip, *other, "-r", LOCK, "-d", str(aside)])
        swap(aside, place)
    files = [*place.iterdir()]
    return f"{len(files)} packages, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB, in {place}"


def main() -> int:
    """Fetch, and say where they are and how big."""
    utf8()
    if sys.argv[2:] or sys.argv[1:2] in (["-h"], ["--help"]):
        sys.exit(__doc__)
    try:
        print(fetch(sys.argv[1:]))
    except (ContentError, OSError) as error:
        print(told(error), f"Nothing was changed in {WHEELS}.", sep="\n", file=sys.stderr)
        return 1
    print("Copy this whole folder, wheels/ with it, to the machine without a network, and run the two commands there.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
