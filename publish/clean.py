"""Removes what was built, and only that: `python3 -m publish.clean`. What a person wrote stays, and is named.

Standard library only: it works where setting up does not. Exit codes: 0 all that was ours is gone, 1 something could not be removed.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from worksheets.made import LIST, listed, strangers

HOUSE = Path(__file__).resolve().parent.parent
TOOLS = ("build", ".venv", "node_modules")  # of our making as a whole
OUTPUT = ("site", "dist", "dist/pdf")  # may hold a person's files


def swept(folder: Path) -> list[Path]:
    """Remove from a folder all that we made and nobody changed; what stays."""
    if not listed(folder):
        return [path for path in folder.rglob("*") if path.is_file()]
    kept = set(strangers(folder))
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in kept and not path.is_symlink():
            path.unlink()
        elif path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
    if not any(folder.iterdir()):
        folder.rmdir()
    return sorted(kept)


def main() -> int:
    """Sweep the project."""
    kept: list[Path] = []
    try:
        for name in reversed(OUTPUT):
            if (HOUSE / name).is_dir() and not (HOUSE / name).is_symlink():
                kept += [path for path in swept(HOUSE / name) if path.name != LIST]
        for name in TOOLS:
            shutil.rmtree(HOUSE / name, ignore_errors=not (HOUSE / name).exists())
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    for path in dict.fromkeys(kept):
        print(f"kept: {path.relative_to(HOUSE)} (not made by us, or changed since)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
