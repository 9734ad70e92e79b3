"""`make same-twice`: the release kit made twice, by two who have nothing in common, and compared byte by byte.

The second house lies in a folder with spaces and Japanese letters, on another day (faketime) in another time zone, with another
locale, HOME, umask, hash seed, user (unshare) and, if one is found or named by OTHER, another Python with the locked packages.
What this machine doesn't have is said. A page stands for each PDF: how those are printed is the office suite's matter.
Exit codes: 0 the same bytes, 1 not, or no kit.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:1] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from houses import copied, printed  # noqa: E402

PLACES = [*os.environ["PATH"].split(os.pathsep), *map(str, Path.home().glob(".pyenv/versions/*/bin"))]
ASK = "import sys; print('.'.join(map(str, sys.version_info[:3])))"
SHOWN = 20  # differences, at most
MASKS = {"022": 0o022, "077": 0o077}


@dataclass(frozen=True)
class Maker:
    """Who makes a kit: where, with which Python, before which words, and what is set."""

    house: Path
    python: str
    mask: str
    settings: dict[str, str]
    before: list[str] = field(default_factory=list)

    def run(self, *words: str) -> None:
        """Run a command of the house; ends with its words where it fails."""
        done = subprocess.run(
            [*self.before, self.python, *words],
            cwd=self.house,
            env={"PATH": os.environ["PATH"], "NO_MKDOCS_2_WARNING": "1", **self.settings},
            umask=MASKS[self.mask],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{done.stdout.decode('utf-8', 'replace')}\n{' '.join(words)} failed in {self.house}")

    def kit(self) -> Path:
        """Make all of it, from the sources on."""
        self.run("build_worksheets.py", "--out", "to-print")
        printed(self.house / "to-print", self.house / "dist/pdf")
        for module in ("publish.site", "publish.kit"):
            self.run("-m", module)
        return next((self.house / "dist").glob("*.zip"))


def works(*before: str) -> list[str]:
    """Words to put before a command, if they work here; else none."""
    able = (
        shutil.which(before[0]) and subprocess.run([*before, "true"], capture_output=True, check=False).returncode == 0
    )
    return list(before) if able else []


def another_python() -> tuple[str, str]:
    """A Python that is new enough and not of our own version, with its version; empty where there is none."""
    named = os.environ.get("OTHER")
    found = [named] if named else [f"{place}/python3.{minor}" for place in PLACES for minor in (15, 14, 13, 12, 11)]
    for python in found:
        asked = (
            subprocess.run([python, "-c", ASK], capture_output=True, text=True, check=False)
            if shutil.which(python)
            else None
        )
        version = asked.stdout.strip() if asked and not asked.returncode else ""
        if version and version.split(".")[1] != str(sys.version_info[1]):
            return python, version
    return "", ""


def differences(one: Path, other: Path) -> list[str]:
    """What is not the same in two kits: names, then bytes, then how they are packed."""
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        names, others = set(first.namelist()), set(second.namelist())
        alone = [f"{name}: in one of them alone" for name in sorted(names ^ others)]
        unlike = [f"{name}: differs" for name in sorted(names & others) if first.read(name) != second.read(name)]
    found = alone + unlike
    rest = [f"… and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    return found[:SHOWN] + rest or ["the same files, packed in two ways"]


def main() -> int:
    """Make both, compare, say so."""
    python, version = another_python()
    later, user = works("faketime", "-f", "+40d"), works("unshare", "--user", "--map-user=1234")
    with tempfile.TemporaryDirectory() as name:
        houses = Path(name) / "one", Path(name) / "別の 家/もう 一つ"
        for house in houses:
            house.mkdir(parents=True)
            copied(house)
        usual = {"HOME": str(Path.home()), "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
        other = {
            "HOME": str(houses[1]),
            "USER": "tanaka",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "POSIX",
            "LANG": "ja_JP.SJIS",
        }
        if python:
            Maker(houses[1], python, "022", {**usual, "HOME": str(Path.home())}).run("-m", "publish.setup")
        makers = (
            Maker(houses[0], sys.executable, "022", usual),
            Maker(
                houses[1],
                str(houses[1] / ".venv/bin/python") if python else sys.executable,
                "077",
                {**other, "PYTHONHASHSEED": "2"},
                user + later,
            ),
        )
        kits = [maker.kit() for maker in makers]
        digests = [hashlib.sha256(kit.read_bytes()).hexdigest() for kit in kits]
        found = [] if digests[0] == digests[1] else differences(*kits)
    ours = ".".join(map(str, sys.version_info[:3]))
    print(f"Python {ours} and {version or 'the same: no other was found (OTHER=path/to/python)'}")
    print(f"another user: {'yes' if user else 'no (unshare)'}; another day: {'yes' if later else 'no (faketime)'}")
    print("another folder, HOME, umask, locale, time zone and hash seed: yes; PDFs: a page stands for each")
    print(*(f"sha256 {digest}" for digest in digests), *found, sep="\n")
    print("The two kits differ." if found else "Two kits, the same bytes.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
