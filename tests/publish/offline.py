"""Sets up and builds in a fresh folder, from wheels/, with the network off: `make offline-check`. Exit codes: 0 built, 1 not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
# Without the right to a network of its own (unshare), nothing answers at this address.
NOBODY = "http://127.0.0.1:9"
STEPS = (["python3", "-m", "publish.setup"], [".venv/bin/python", "-m", "publish.site"])


def main() -> int:
    """Copy what is under version control, build there, and say how it went."""
    cut = ["unshare", "--net"] if subprocess.run(["unshare", "--net", "true"], check=False).returncode == 0 else []
    proxies = {} if cut else {name: NOBODY for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")}
    with tempfile.TemporaryDirectory() as folder:
        kept = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
        for name in filter(None, kept.split("\0")):
            if (HOUSE / name).is_file():
                (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(HOUSE / name, Path(folder) / name)
        (Path(folder) / "wheels").symlink_to(HOUSE / "wheels")
        for step in STEPS:
            done = subprocess.run([*cut, *step], cwd=folder, env={**os.environ, **proxies}, check=False)
            if done.returncode:
                print(f"{' '.join(step)} failed without a network: see above", file=sys.stderr)
                return 1
        pages = len(list((Path(folder) / "site").rglob("*.html")))
    print(f"Built without a network ({'cut off by unshare' if cut else 'no address answered'}): {pages} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
