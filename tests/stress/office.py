"""`make stress-office`: filling sheets in for a roster, and reading them back into a list, is killed at 20 moments, runs out
of room, meets a closed disk, another run, and files that somebody has edited. A run afterwards ends with exactly the right
files, and theirs as they were.

Prints a line a trial, and how many promises broke; SEED=n tries the same moments again.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from builds import KILLS, ROOT, Ended, Trials, remounted, run, small_disk, start, tried

sys.path.insert(0, str(ROOT))

from worksheets.made import LIST, digest, listed
from worksheets.office.folder import LOCK

PEOPLE = 600
READ = 150  # sheets that are read back into a list
EARLY = 4  # kills while the command still gets ready; all others while it writes
FULL_AT = (0, 1, 3, 6)  # MB left
OFFSETS = (0, 0.3, 1, 2)  # seconds between two runs


def roster(path: Path, aim: str) -> Path:
    """A roster whose last column says `aim`."""
    rows = (f"利用者{n},P{n:05},みどり,山田,2025/{n % 12 + 1}/{n % 28 + 1},{aim}{n}" for n in range(PEOPLE))
    path.write_text("\r\n".join(["氏名,記号,事業所名,担当者,就職日,今月の主な目標", *rows]), "utf-8-sig")
    return path


def command(table: Path, out: Path) -> list[str]:
    more = ["--sheet", "support-report", "--month", "2026-11", "--out", str(out)]
    return [sys.executable, "build_worksheets.py", "fill", str(table), *more]


def there(folder: Path) -> dict[str, str]:
    """Everything in a folder but the list and the lock, by digest."""
    return {path.name: digest(path.read_bytes()) for path in folder.iterdir() if path.name not in (LIST, LOCK)}


def in_words(end: Ended) -> bool:
    return "Traceback" not in end.said and "Errno" not in end.said


def sound(folder: Path, right: list[dict[str, str]]) -> bool:
    """Is every named file one that some whole run makes, and each known as ours?"""
    found = {name: sha for name, sha in there(folder).items() if not name.startswith(".")}
    known = listed(folder)
    return all(any(sha == each.get(name) for each in right) and sha in known[name] for name, sha in found.items())


def kill(running: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate()


def listed_so_far(folder: Path) -> int:
    """How many files a run has written so far, by the lines of the list."""
    path = folder / LIST
    return path.read_bytes().count(b"\n") if path.exists() else 0


def killed(trials: Trials, place: Path, tables: list[Path], right: list[dict[str, str]], length: float) -> None:
    """Killed at any moment, in a fresh folder and over another roster's files: whole files only, and a rerun ends right."""
    for number in range(KILLS):
        out = place / f"killed-{number}"
        if number % 2:
            run(command(tables[0], out), ROOT)
        before, wanted = listed_so_far(out), random.randrange(PEOPLE)
        running = start(command(tables[1], out), ROOT)
        if number < EARLY:
            time.sleep(length / 2 * random.random())
        while number >= EARLY and running.poll() is None and listed_so_far(out) - before < wanted:
            time.sleep(0.01)
        kill(running)
        written = listed_so_far(out) - before
        half = sound(out, right) if out.exists() else True
        again = run(command(tables[1], out), ROOT)
        trials.note(
            f"killed after {written} files{' over other files' if number % 2 else ''}",
            nothing_half_written=half,
            rerun_exit_code_0=again.code == 0,
            exactly_the_right_files=there(out) == right[1],
        )


def at_once(trials: Trials, place: Path, tables: list[Path], right: list[dict[str, str]]) -> None:
    """Two runs into one folder: one writes, the other is told, and a rerun ends right."""
    for number, offset in enumerate(OFFSETS):
        out = place / f"both-{number}"
        first = start(command(tables[0], out), ROOT)
        time.sleep(offset)
        second = run(command(tables[1], out), ROOT)
        said, _ = first.communicate()
        ends = (Ended(first.returncode, said), second)
        again = run(command(tables[1], out), ROOT)
        trials.note(
            f"two runs, {offset} s between them: exit codes {ends[0].code} and {ends[1].code}",
            one_wrote=0 in {each.code for each in ends},
            the_other_was_told=all(not each.code or "ほかの実行" in each.said for each in ends),
            in_words=all(map(in_words, ends)),
            rerun_ends_right=again.code == 0 and there(out) == right[1],
        )


def edited(trials: Trials, place: Path, tables: list[Path], right: list[dict[str, str]]) -> None:
    """Files that somebody has written in, replaced by links or taken away."""
    out = place / "edited"
    run(command(tables[0], out), ROOT)
    names = sorted(right[0])
    theirs = {name: f"written by hand {name}".encode() for name in names[::100]}
    for name, data in theirs.items():
        (out / name).write_bytes(data)
    (out / names[1]).unlink()
    (out / "notes.txt").write_text("mine", "utf-8")
    end = run(command(tables[1], out), ROOT)
    found = there(out)
    trials.note(
        f"{len(theirs)} edited files, one gone, one of a person's own",
        exit_code_0=end.code == 0,
        theirs_as_they_were=all(found[name] == digest(data) for name, data in theirs.items()) and "notes.txt" in found,
        each_is_named=all(name in end.said for name in theirs),
        all_others_right=all(found[name] == right[1][name] for name in names if name not in theirs),
    )


def read_back(trials: Trials, place: Path, sheets: list[Path]) -> None:
    """Into a list: killed at any moment, two at once, a list that somebody has edited, a disk that is full or closed."""

    def collect(number: int, out: Path) -> list[str]:
        return [sys.executable, "build_worksheets.py", "collect", str(sheets[number]), "--out", str(out)]

    begun = time.monotonic()
    for number in (0, 1):
        run(collect(number, place / f"list-{number}.csv"), ROOT)
    length = (time.monotonic() - begun) / 2
    right = [(place / f"list-{number}.csv").read_bytes() for number in (0, 1)]
    for number in range(KILLS):
        out = place / f"lists-{number}" / "all.csv"
        if number % 2:
            run(collect(0, out), ROOT)
        running = start(collect(1, out), ROOT)
        after = length * (number + random.random()) / KILLS
        time.sleep(after)
        kill(running)
        whole = not out.exists() or out.read_bytes() in right
        again = run(collect(1, out), ROOT)
        trials.note(
            f"reading back killed after {after:.2f} s{' over another list' if number % 2 else ''}",
            nothing_half_written=whole,
            rerun_ends_right=again.code == 0 and there(out.parent) == {"all.csv": digest(right[1])},
        )
    for offset in OFFSETS:
        out = place / f"both-lists-{offset}" / "all.csv"
        first = start(collect(0, out), ROOT)
        time.sleep(offset)
        second = run(collect(1, out), ROOT)
        said, _ = first.communicate()
        ends = (Ended(first.returncode, said), second)
        trials.note(
            f"two lists at once, {offset} s between them: exit codes {ends[0].code} and {ends[1].code}",
            one_wrote=0 in {each.code for each in ends} and out.read_bytes() in right,
            in_words=all(map(in_words, ends)),
            rerun_ends_right=run(collect(1, out), ROOT).code == 0 and out.read_bytes() == right[1],
        )
    out = place / "list-0.csv"
    out.write_bytes(b"mine")
    end = run(collect(1, out), ROOT)
    trials.note("a list that somebody has edited", exit_code_1=end.code == 1, as_it_was=out.read_bytes() == b"mine")
    with small_disk(1) as disk:
        if disk is None:
            return
        remounted(disk, f"size={4096 * 4}")
        full = run(collect(1, disk / "all.csv"), ROOT)
        trials.note(
            "no room for a list",
            exit_code_1=full.code == 1,
            said_in_words="disk is full" in full.said and in_words(full),
            nothing_half_written=not (disk / "all.csv").exists(),
        )
        remounted(disk, "size=1m")
        again = run(collect(1, disk / "all.csv"), ROOT)
        trials.note("room again", rerun_ends_right=again.code == 0 and (disk / "all.csv").read_bytes() == right[1])
        remounted(disk, "ro")
        closed = run(collect(0, disk / "all.csv"), ROOT)
        trials.note(
            "a list on a read-only disk",
            exit_code_1=closed.code == 1,
            said_in_words="read-only" in closed.said and in_words(closed),
            as_it_was=(disk / "all.csv").read_bytes() == right[1],
        )
        remounted(disk, "rw")


def few(place: Path, of: Path) -> Path:
    """Some of a folder's sheets, in a folder of their own."""
    place.mkdir()
    for path in sorted(of.glob("*.docx"))[:READ]:
        (place / path.name).write_bytes(path.read_bytes())
    return place


def no_room(trials: Trials, tables: list[Path], right: list[dict[str, str]]) -> None:
    """A disk that fills up, then one that nobody may write to."""
    with small_disk(200) as disk:
        if disk is None:
            print("skip  full and read-only disks: this user may not mount one (try as root)", flush=True)
            return
        for left in FULL_AT:
            out = disk / f"full-{left}"
            remounted(disk, "size=200m")
            used = sum(path.stat().st_size for path in disk.rglob("*") if path.is_file())
            remounted(disk, f"size={max(4096, used + left * 1_000_000)}")
            full = run(command(tables[1], out), ROOT)
            half = sound(out, right) if out.exists() else True
            remounted(disk, "size=200m")
            again = run(command(tables[1], out), ROOT)
            trials.note(
                f"disk full after {left} MB",
                exit_code_1=full.code == 1,
                said_in_words="disk is full" in full.said and in_words(full),
                nothing_half_written=half,
                rerun_ends_right=again.code == 0 and there(out) == right[1],
            )
            for path in out.iterdir():
                path.unlink()
        run(command(tables[0], disk / "closed"), ROOT)
        remounted(disk, "ro")
        closed = run(command(tables[1], disk / "closed"), ROOT)
        trials.note(
            "a read-only disk",
            exit_code_1=closed.code == 1,
            said_in_words="read-only" in closed.said and in_words(closed),
            as_it_was=there(disk / "closed") == right[0],
        )
        remounted(disk, "rw")


def all_trials(trials: Trials, folder: Path) -> None:
    """Sheets for two rosters, filled in under all that can come between, and read back."""
    tables = [roster(folder / f"{aim}.csv", aim) for aim in ("休まず通う", "昼休みに散歩する")]
    right = []
    for number, table in enumerate(tables):
        begun = time.monotonic()
        end = run(command(table, folder / f"right-{number}"), ROOT)
        length = time.monotonic() - begun
        right.append(there(folder / f"right-{number}"))
        trials.note(f"a run, {length:.1f} s", exit_code_0=end.code == 0, all_made=len(right[-1]) == PEOPLE)
    killed(trials, folder, tables, right, length)
    at_once(trials, folder, tables, right)
    edited(trials, folder, tables, right)
    no_room(trials, tables, right)
    read_back(trials, folder, [few(folder / f"few-{number}", folder / f"right-{number}") for number in (0, 1)])


if __name__ == "__main__":
    sys.exit(tried("stress-office-", all_trials))
