"""`make stress-kits`: the release kit, an office's folder, the locked list, the packages for a machine without a network and
the setting up, each killed at 20 moments, begun twice at once, and on a disk that is full. What stood before stands whole, or
what is new does; every end is said in words with its exit code.

Works in a copy of the house, some minutes long. Pages stand for the PDFs, a script for uv, and three small packages for the
index: nothing is fetched. Prints a line a trial; SEED=n tries the same moments again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import signal
import stat
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builds import ENVIRONMENT, KILLS, SHEETS, SITE, Trials, all_of, ended, remounted, run, small_disk, start, tried

from houses import ROOT, copied, printed  # isort: skip - builds.py lays the path
from worksheets.made import strangers  # isort: skip

LOCK = "requirements.lock"
OFFSETS = [0, 0.1, 0.3, 0.6, 1, 2, 3]  # seconds between two
ROOM_LEFT = [0, 1, 8, 30]  # MB: before the first byte, among small files, among the site's copy, at the zip
PACKAGES = ("one", "two", "three")
HEAVY = 3_000_000  # bytes a package, so that a disk can fill up while they come
# In place of uv, which asks the package index: it takes a moment, and writes the list in two parts.
UV = """#!/bin/sh
set -e
for last; do :; done
sleep 0.2; printf '# half\\n' > "$last"; sleep 0.2; printf 'jinja2==9.9.9\\n' >> "$last"
"""
PINNED = b"# half\njinja2==9.9.9\n"


@dataclass(frozen=True)
class Command:
    """What is tried: `again` puts things back as before it, `whole` looks at what stands."""

    name: str
    words: list[str]
    whole: Callable[[], bool]
    again: Callable[[], None]
    refuses: str | None = None  # what the second of two is told; None: both may do it, one after the other
    small: int = 0  # MB of room with which it gets along


def kit_of(copy: Path) -> Path:
    return next((copy / "dist").glob("*.zip"), copy / "dist/none.zip")


def unpacks(kit: Path) -> bool:
    """Does it unpack, with every file as its list says?"""
    if not zipfile.is_zipfile(kit):
        return False
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(kit) as archive:
        archive.extractall(folder)
        return strangers(Path(folder) / kit.stem) == []


def began(office: Path) -> bool:
    """Is an office's folder as the starter begins it, or not there at all?"""
    starter = {path.relative_to(ROOT / "publish/starter") for path in (ROOT / "publish/starter").rglob("*")}
    return not office.exists() or {path.relative_to(office) for path in office.rglob("*")} == starter


def package(folder: Path, name: str) -> str:
    """Write a wheel that holds random bytes; its line of the locked list."""
    wheel, info = folder / f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"{name}.bin", random.randbytes(HEAVY))
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: us\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", "")
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def stand_ins(folder: Path) -> bytes:
    """uv and the package index, as commands find them; a locked list of what the index holds."""
    (folder / "bin").mkdir()
    (folder / "bin/uv").write_text(UV, "utf-8")
    (folder / "bin/uv").chmod(stat.S_IRWXU)
    (folder / "index").mkdir()
    lock = "".join(package(folder / "index", name) for name in PACKAGES)
    ENVIRONMENT["PATH"] = f"{folder / 'bin'}{os.pathsep}{ENVIRONMENT['PATH']}"
    ENVIRONMENT.update(PIP_NO_INDEX="1", PIP_FIND_LINKS=str(folder / "index"), PIP_NO_CACHE_DIR="1")
    return lock.encode()


def made_ready(trials: Trials, copy: Path) -> None:
    """A site with pages for its PDFs, and a first kit of it."""
    run([*SHEETS, "--out", "sheets-to-print"], copy)
    printed(copy / "sheets-to-print", copy / "dist/pdf")
    shutil.rmtree(copy / "sheets-to-print")
    trials.note("a site", exit_code_0=run(SITE, copy).code == 0)
    first = run([sys.executable, "-m", "publish.kit"], copy)
    trials.note("a kit", exit_code_0=first.code == 0, unpacks=unpacks(kit_of(copy)))


def commands(copy: Path, lock: bytes) -> list[Command]:
    """All that is tried in a copy that has a kit; `lock`: the list of the packages that are there."""
    kit, ours, wheels, venv = kit_of(copy).read_bytes(), (copy / LOCK).read_bytes(), copy / "wheels", copy / ".venv"

    def locked(text: bytes) -> None:
        (copy / LOCK).write_bytes(text)

    def packages(*folders: Path) -> Callable[[], None]:
        def again() -> None:
            locked(lock)
            for folder in folders:
                shutil.rmtree(folder, ignore_errors=True)

        return again

    def set_up() -> bool:
        """Where it is said to be done, all packages are there."""
        found = {path.stem for path in venv.rglob("site-packages/*.bin")}
        return not (venv / "ok").exists() or found == set(PACKAGES)

    def module(*words: str) -> list[str]:
        return [sys.executable, "-m", *words]

    wait = "is under way"
    return [
        Command("the kit", module("publish.kit"), lambda: kit_of(copy).read_bytes() == kit, lambda: locked(ours), wait),
        Command(
            "an office's folder",
            module("publish.overlay", "start"),
            lambda: began(copy / "office"),
            lambda: shutil.rmtree(copy / "office", ignore_errors=True),
            "is there already",
            small=1,
        ),
        Command(
            "the locked list",
            module("publish.update", "--keep"),
            lambda: (copy / LOCK).read_bytes() in (ours, PINNED),
            lambda: locked(ours),
            small=1,
        ),
        Command(
            "the packages",
            module("publish.wheels"),
            lambda: not wheels.exists() or len(list(wheels.glob("*.whl"))) == len(PACKAGES),
            packages(wheels),
            wait,
            small=30,
        ),
        Command("setting up", module("publish.setup"), set_up, packages(venv, wheels), wait, small=100),
    ]


def killed(trials: Trials, copy: Path, command: Command) -> None:
    """Whenever it dies, what stands is whole; then it runs to its end."""
    command.again()
    begun = time.monotonic()
    first = run(command.words, copy)
    length = time.monotonic() - begun
    trials.note(f"{command.name}, {length:.1f} s", exit_code_0=first.code == 0, whole=command.whole())
    for number in range(KILLS):
        command.again()
        after = length * (number + random.random()) / KILLS
        running = start(command.words, copy)
        time.sleep(after)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        trials.note(f"{command.name} killed after {after:.2f} s", whole=command.whole())
    if command.name != "setting up":  # takes up what was left half done
        command.again()
    last = run(command.words, copy)
    trials.note(f"{command.name} after all those", exit_code_0=last.code == 0, whole=command.whole())


def twice(trials: Trials, copy: Path, command: Command) -> None:
    """One of two does it; the other does it too, or is told why not."""
    for offset in OFFSETS:
        command.again()
        first = start(command.words, copy)
        time.sleep(offset)
        ends = [ended(each) for each in (start(command.words, copy), first)]
        trials.note(
            f"two of {command.name}, {offset} s between them: exit codes {ends[1].code} and {ends[0].code}",
            one_of_them_did=0 in {each.code for each in ends},
            the_other_was_told=all(not each.code or (command.refuses or "-") in each.said for each in ends),
            no_traceback=not any("Traceback" in each.said for each in ends),
            whole=command.whole(),
        )


def without_room(trials: Trials, copy: Path, disk: Path, room: int, command: Command) -> None:
    """One command with so many MB left: it gets along, or says that the disk is full and leaves what stood."""
    command.again()
    shutil.rmtree(copy / "build", ignore_errors=True)
    before = all_of(copy)
    for left in ROOM_LEFT:
        used = shutil.disk_usage(disk).used
        remounted(disk, f"size={used + left * 1_000_000}")
        done = run(command.words, copy)
        remounted(disk, f"size={room}m")
        after = {name: digest for name, digest in all_of(copy).items() if not name.startswith(f"{copy}/build/")}
        trials.note(
            f"{command.name} with {left} MB left: exit code {done.code}",
            ended_as_it_should=done.code == 1 or (command.small <= max(left, 0) and done.code == 0),
            said_in_words=done.code == 0 or ("the disk is full" in done.said and "Traceback" not in done.said),
            said_once_what_is=done.code == 0 or done.said.count("the disk is full") == 1,
            whole=command.whole(),
            all_else_as_it_was=done.code == 0 or command.name == "setting up" or after == before,
        )
        command.again()
        shutil.rmtree(copy / "build", ignore_errors=True)


def full_disk(trials: Trials, lock: bytes) -> None:
    """All of them on a disk of their own that fills up."""
    room = 600
    with small_disk(room) as disk:
        if disk is None:
            print("skip  a full disk: this user may not mount one (try as root)", flush=True)
            return
        copy = copied(disk)
        made_ready(trials, copy)
        for command in commands(copy, lock):
            without_room(trials, copy, disk, room, command)


def all_trials(trials: Trials, folder: Path) -> None:
    """All commands in a copy of the house, then on a disk without room."""
    lock = stand_ins(folder)
    copy = copied(folder / "house")
    before = {path.name for path in copy.iterdir()}
    made_ready(trials, copy)
    for command in commands(copy, lock):
        killed(trials, copy, command)
        twice(trials, copy, command)
    ours = before | {"build", "site", "dist", "office", "wheels", ".venv"}
    lying = sorted({path.name for path in copy.iterdir()} - ours)
    trials.note(f"what lies about among the sources: {', '.join(lying) or 'nothing'}", clean=not lying)
    full_disk(trials, lock)


if __name__ == "__main__":
    sys.exit(tried("stress-", all_trials))
