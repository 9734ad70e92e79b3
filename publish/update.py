"""Pins all packages anew and says what changed: `python3 -m publish.update`. Needs uv (`pip install uv`).

With `--keep`, versions stay where the bounds in pyproject.toml allow it.

Exit codes: 0 done, 1 not; the lock then stays as it was. Run `make test-all` afterwards.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from content.console import in_words, utf8

HOUSE = Path(__file__).resolve().parent.parent
LOCK = HOUSE / "requirements.lock"
BUILD = HOUSE / "build"
PINNED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
COMPILE = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
GROUPS = ["--group", "kit", "--group", "test"]


def changes(before: str, after: str) -> list[str]:
    """One line a package that came, went or changed, from two locks."""
    old, new = dict(PINNED.findall(before)), dict(PINNED.findall(after))
    return [
        f"{name}  {old.get(name, 'new')} → {new.get(name, 'gone')}"
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    ]


def main() -> int:
    """Pin anew, or say in words why not; the list of before stays then."""
    utf8()
    try:
        return pin()
    except OSError as error:
        print(in_words(error), f"Nothing was changed in {LOCK.name}.", sep="\n", file=sys.stderr)
        return 1


def pin() -> int:
    """Pin anew beside the lock, put it in its place, and say what changed."""
    keep = "--keep" in sys.argv[1:]
    if not shutil.which("uv"):
        print("uv is needed to pin packages: pip install uv", file=sys.stderr)
        return 1
    before = LOCK.read_text("utf-8")
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        new = Path(folder) / LOCK.name
        if keep:
            shutil.copy(LOCK, new)
        upgrade = [] if keep else ["--upgrade"]
        command = [*COMPILE, *upgrade, *GROUPS, "pyproject.toml", "-o", str(new)]
        if subprocess.run(command, cwd=HOUSE, check=False).returncode:
            print(f"Nothing was changed in {LOCK.name}: see above", file=sys.stderr)
            return 1
        after = new.read_text("utf-8").replace(str(new), LOCK.name).replace(" --upgrade", "")
        new.write_text(after, "utf-8", newline="\n")
        os.replace(new, LOCK)
    found = changes(before, after)
    print("\n".join(found) or "Nothing newer.")
    if not keep:
        tools()
    return 0


def tools() -> None:
    """What is newer of the tools for scripts, as npm says it."""
    print("Scripts' tools are pinned in package.json; newer ones:", flush=True)
    if npm := shutil.which("npm"):  # on Windows a file npm.cmd, which is found by its whole name alone
        subprocess.run([npm, "outdated"], cwd=HOUSE, check=False)
    else:
        print("npm is not here, so nobody was asked.")


if __name__ == "__main__":
    sys.exit(main())
