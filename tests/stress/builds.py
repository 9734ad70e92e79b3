"""`make stress`: builds that disturb each other, are killed, find no room or no leave to write. The last good site stays
whole, a person's files stay theirs, and every end is said in words with its exit code.

Works in a copy of the house, some minutes long. Prints a line a trial, and how many were not as they should be;
SEED=n tries the same moments again.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from houses import ROOMS, copied  # noqa: E402

from worksheets.made import LIST, digest, strangers  # noqa: E402

SITE = [sys.executable, "-m", "publish.site"]
CLEAN = [sys.executable, "-m", "publish.clean"]
SHEETS = [sys.executable, "build_worksheets.py"]
OFFSETS = [0, 0.2, 0.5, 1, 2, 3, 4, 5, 6, 8]  # seconds between two builds
KILLS = 20
ROOM_LEFT = [0, 1, 4, 12, 20]  # MB: before the first page, between pages, among sheets, at the list
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@dataclass
class Ended:
    """What a command left: its exit code and its words."""

    code: int
    said: str


@dataclass
class Trials:
    """What was tried, and what was not as it should be."""

    number: int = 0
    wrong: list[str] = field(default_factory=list)

    def note(self, what: str, **right: bool) -> None:
        """One trial and each of its promises."""
        broken = [name.replace("_", " ") for name, held in right.items() if not held]
        self.number += 1
        print(f"{'ok   ' if not broken else 'WRONG'} {what}{': ' + ', '.join(broken) if broken else ''}", flush=True)
        self.wrong += [f"{what}: {each}" for each in broken]


def start(command: list[str], folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def ended(running: subprocess.Popen[str]) -> Ended:
    said, _ = running.communicate(timeout=600)
    return Ended(running.returncode, said)


def run(command: list[str], folder: Path) -> Ended:
    return ended(start(command, folder))


def is_whole(site: Path) -> bool:
    """Is everything in it as some one build made it, with every page's folder there?"""
    return (site / LIST).exists() and strangers(site) == [] and (site / "en/index.html").exists()


def all_of(folder: Path) -> dict[str, str]:
    """Every file below a folder, by its digest."""
    return {str(path): digest(path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()}


def two_at_once(trials: Trials, copy: Path) -> None:
    """The second is told to wait, or comes after the first: either way one whole site."""
    for offset in OFFSETS:
        first = start(SITE, copy)
        time.sleep(offset)
        ends = [ended(each) for each in (start(SITE, copy), first)]
        trials.note(
            f"two builds, {offset} s between them: exit codes {ends[1].code} and {ends[0].code}",
            one_of_them_built=0 in {each.code for each in ends},
            the_other_was_told_to_wait=all(not each.code or "Another build is under way" in each.said for each in ends),
            no_traceback=not any("Traceback" in each.said for each in ends),
            site_whole=is_whole(copy / "site"),
        )


def killed(trials: Trials, copy: Path, length: float) -> None:
    """Whenever a build dies, the last good site stays, and the next build finds no lock."""
    before = (copy / "site" / LIST).read_bytes()
    for number in range(KILLS):
        after = length * (number + random.random()) / KILLS
        running = start(SITE, copy)
        time.sleep(after)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        trials.note(
            f"killed after {after:.2f} s",
            site_whole=is_whole(copy / "site") and (copy / "site" / LIST).read_bytes() == before,
        )
    again = run(SITE, copy)
    trials.note("a build after all those", exit_code_0=again.code == 0, site_whole=is_whole(copy / "site"))


@contextlib.contextmanager
def small_disk(megabytes: int) -> Iterator[Path | None]:
    """A disk of its own in memory; None where this machine doesn't let us."""
    folder = Path(tempfile.mkdtemp(prefix="disk-"))
    options = ["-o", f"size={megabytes}m", "-t", "tmpfs", "tmpfs"]
    mounted = subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False).returncode == 0
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


def remounted(disk: Path, option: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{option}", str(disk)], check=True)


def no_room(trials: Trials) -> None:
    """A disk that fills up, then one that nobody may write to."""
    with small_disk(400) as disk:
        if disk is None:
            print("skip  full and read-only disks: this user may not mount one (try as root)", flush=True)
            return
        copy = copied(disk)
        trials.note("a build on a small disk", exit_code_0=run(SITE, copy).code == 0)
        before = (copy / "site" / LIST).read_bytes()
        for left in ROOM_LEFT:
            shutil.rmtree(copy / "build", ignore_errors=True)
            used = shutil.disk_usage(disk).used
            remounted(disk, f"size={used + left * 1_000_000}")
            full = run(SITE, copy)
            trials.note(
                f"disk full after {left} MB",
                exit_code_1=full.code == 1,
                said_in_words="the disk is full: free some room" in full.said and "Traceback" not in full.said,
                site_whole=is_whole(copy / "site") and (copy / "site" / LIST).read_bytes() == before,
            )
            sheets = run([*SHEETS, "--out", "dist"], copy)
            trials.note(
                f"worksheets on a disk with {left} MB left: exit code {sheets.code}",
                said_in_words="Traceback" not in sheets.said and (sheets.code == 0 or "disk is full" in sheets.said),
                nothing_half_written=not (copy / "dist").exists() or not strangers(copy / "dist"),
            )
            shutil.rmtree(copy / "dist", ignore_errors=True)
            remounted(disk, "size=400m")
        remounted(disk, "ro")
        for name, command in (("site", SITE), ("worksheets", [*SHEETS, "--out", "dist"])):
            closed = run(command, copy)
            trials.note(
                f"{name} on a read-only disk",
                exit_code_1=closed.code == 1,
                said_in_words="read-only" in closed.said and "Traceback" not in closed.said,
                site_whole=is_whole(copy / "site"),
            )
        remounted(disk, "rw")
        again = run(SITE, copy)
        trials.note("a build once there is room", exit_code_0=again.code == 0, site_whole=is_whole(copy / "site"))


def persons_folders(trials: Trials, copy: Path) -> None:
    """Output that would fall on sources, or on what a person keeps."""
    sources = {room: all_of(copy / room) for room in ROOMS}
    for room in ROOMS:
        to_source = run([*SHEETS, "consent", "--out", f"./docs/../{room}"], copy)
        trials.note(
            f"worksheets into {room}/",
            exit_code_2=to_source.code == 2,
            said_in_words="is a folder of the guide's own sources" in to_source.said,
            sources_whole=all_of(copy / room) == sources[room],
        )
    mine = copy / "mine"
    mine.mkdir()
    for name in ("notes.txt", "consent.ja.part", "worksheets.ja.zip", "consent.en.docx"):
        (mine / name).write_text("mine", "utf-8")
    before = all_of(mine)
    refused = run([*SHEETS, "consent", "--zip", "--out", "mine"], copy)
    trials.note(
        "worksheets into a person's folder, two names taken",
        exit_code_1=refused.code == 1,
        files_named="worksheets.ja.zip" in refused.said and "consent.en.docx" in refused.said,
        theirs_whole=all_of(mine) == before,
    )
    beside = run([*SHEETS, "resource-map", "--out", "mine"], copy)
    trials.note(
        "worksheets into a person's folder, no name taken",
        exit_code_0=beside.code == 0,
        theirs_whole=before.items() <= all_of(mine).items(),
    )
    (copy / "site/my-notes.txt").write_text("mine", "utf-8")
    (copy / "site/sheets/consent.ja.docx").write_bytes(b"filled in")
    before = all_of(copy / "site")
    refused = run(SITE, copy)
    trials.note(
        "a person's notes and a filled sheet in site/",
        exit_code_1=refused.code == 1,
        files_named="my-notes.txt" in refused.said and "consent.ja.docx" in refused.said,
        theirs_whole=all_of(copy / "site") == before,
    )
    swept = run(CLEAN, copy)
    trials.note(
        "cleaning up around them",
        exit_code_0=swept.code == 0,
        theirs_whole=sorted(path.name for path in (copy / "site").rglob("*") if path.is_file() and path.name != LIST)
        == ["consent.ja.docx", "my-notes.txt"],
        mine_whole="notes.txt" in {path.name for path in mine.iterdir()},
    )
    shutil.rmtree(copy / "site")
    elsewhere = copy / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("mine", "utf-8")
    (copy / "site").symlink_to(elsewhere)
    linked = run(SITE, copy)
    trials.note(
        "site/ is a link to a person's folder",
        exit_code_1=linked.code == 1,
        said_in_words="is a link" in linked.said,
        theirs_whole=(elsewhere / "index.html").read_text("utf-8") == "mine" and len(all_of(elsewhere)) == 1,
    )
    (copy / "site").unlink()
    (copy / "site").write_text("mine", "utf-8")
    a_file = run(SITE, copy)
    trials.note(
        "site is a person's file",
        exit_code_1=a_file.code == 1,
        said_in_words="Traceback" not in a_file.said,
        theirs_whole=(copy / "site").is_file() and (copy / "site").read_text("utf-8") == "mine",
    )


def tried(prefix: str, tries: Callable[[Trials, Path], None]) -> int:
    """All trials, at moments by SEED or by chance, in a folder that goes afterwards; exit code 1 where a promise broke."""
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(2**32))
    random.seed(seed)
    print(f"seed {seed}", flush=True)
    trials = Trials()
    with tempfile.TemporaryDirectory(prefix=prefix) as name:
        tries(trials, Path(name))
    print(f"{trials.number} trials, {len(trials.wrong)} promises broken", *trials.wrong, sep="\n")
    return int(bool(trials.wrong))


def all_trials(trials: Trials, folder: Path) -> None:
    """Builds of a copy of the house, then on disks without room."""
    copy = copied(folder)
    begun = time.monotonic()
    first = run(SITE, copy)
    length = time.monotonic() - begun
    trials.note(f"a build, {length:.0f} s", exit_code_0=first.code == 0, site_whole=is_whole(copy / "site"))
    two_at_once(trials, copy)
    killed(trials, copy, length)
    persons_folders(trials, copy)
    no_room(trials)


if __name__ == "__main__":
    sys.exit(tried("stress-", all_trials))
