"""Fetches the locked packages into wheels/, for a machine without a network: `python -m publish.wheels [PLATFORM]`.

PLATFORM is pip's name of another kind of machine, such as win_amd64 or manylinux_2_28_aarch64; else they are for this one.
Whoever sets up beside that folder takes them from there. Exit codes: 0 done, 1 not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from content.console import utf8
from publish.setup import LOCK, WHEELS, run


def main() -> None:
    """Fetch, and say where they are and how big."""
    utf8()
    if sys.argv[2:] or sys.argv[1:2] in (["-h"], ["--help"]):
        sys.exit(__doc__)
    other = ["--platform", sys.argv[1], "--only-binary=:all:"] if sys.argv[1:] else []
    pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--require-hashes"]
    run("Fetching the locked packages", [*pip, *other, "-r", LOCK, "-d", WHEELS])
    files = [*Path(WHEELS).iterdir()]
    print(f"{len(files)} packages, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB, in {WHEELS}")
    print("Copy this whole folder, wheels/ with it, to the machine without a network, and run the two commands there.")


if __name__ == "__main__":
    main()
