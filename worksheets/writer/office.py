"""LibreOffice, run without a window and with a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

MISSING = "LibreOffice is missing: on Debian or Ubuntu, apt install libreoffice-writer-nogui"


def office() -> str:
    """What LibreOffice says of itself. Raises FileNotFoundError where it is missing."""
    if shutil.which("soffice") is None:
        raise FileNotFoundError(MISSING)
    return subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True).stdout


def convert(files: list[Path], kind: str, out: Path) -> None:
    """Convert `files` into folder `out`; `kind` is LibreOffice's name of a format and its options.

    Raises FileNotFoundError where LibreOffice is missing, RuntimeError where it fails.
    """
    if shutil.which("soffice") is None:
        raise FileNotFoundError(MISSING)
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(out),
                *map(str, files),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"LibreOffice failed: {done.stderr.strip() or done.stdout.strip()}")
