"""`make bench-office N=16460`: filled reports, 16,460 being as many as the country's providers write a month. Files a second
and peak memory beside docxtpl, python-docx and a plain copy written as safely; a tenth of the people shows growth.

Every method runs in a process of its own, in turn, ROUNDS times; the median counts. What is slow makes fewer files. All
write into memory where the system offers that, since a disk makes everybody wait alike; what it adds is said for two.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from docx import Document  # noqa: E402
from docxtpl import DocxTemplate  # noqa: E402

from content.base import Text  # noqa: E402
from content.load import load  # noqa: E402
from worksheets.catalogue import catalogue  # noqa: E402
from worksheets.made import replace  # noqa: E402
from worksheets.office.fill import Filler, all_fields  # noqa: E402
from worksheets.office.folder import folder  # noqa: E402
from worksheets.office.roster import roster  # noqa: E402
from worksheets.office.tables import tables  # noqa: E402
from worksheets.writer.document import document_bytes  # noqa: E402

PEOPLE, SLOW, ROUNDS = 16_460, 150, 3
MEMORY = Path("/dev/shm")  # Linux
SHEET = "support-report"
HEADS = ("氏名", "記号", "事業所名", "事業所番号", "担当者", "就職日", "今月の主な目標")
TAGS = ("name", "provider", "provider-number", "author", "goal", "month")
TARGETS = {"docxtpl": 50, "copy": 6}  # at least so many times docxtpl; at most so many times as long as a copy


def person(number: int) -> tuple[str, ...]:
    """One invented row."""
    day = f"2025/{number % 12 + 1}/{number % 28 + 1}"
    office = number % 900
    return (
        f"利用者{number}",
        f"P{number:06}",
        f"事業所{office}",
        f"13{office:08}",
        f"支援員{number % 3000}",
        day,
        "休まず通う",
    )


def values(number: int) -> dict[str, str]:
    """The same by tag."""
    name, _, provider, digits, author, _, goal = person(number)
    return dict(zip(TAGS, (name, provider, digits, author, goal, "2026年11月"), strict=True))


def table(place: Path, people: int) -> Path:
    """A roster as Excel writes it."""
    path = place / f"roster-{people}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        writer.writerows(map(person, range(people)))
    return path


def ours(place: Path, people: int) -> None:
    """The whole command: roster read and checked, sheets filled in, written aside, listed and renamed."""
    guide = load()
    found = roster(guide, tables(table(place, people)), all_fields(guide, SHEET))
    assert not found.slips and len(found.people) == people
    filler = Filler(guide, SHEET, "ja", date(2026, 11, 1), found)
    with folder(place / "out") as out:
        for job in filler.jobs():
            out.put(job.name, filler.bytes_of(job))


def copy(place: Path, people: int) -> None:
    """The blank sheet written under as many names, aside and renamed: nothing is filled in."""
    blank = document_bytes(load(), ("ja",), catalogue(load())[SHEET])
    (place / "out").mkdir()
    for number in range(people):
        replace(place / "out" / f"支援レポート_2026-11_P{number:06}.docx", blank)


def docxtpl(place: Path, people: int) -> None:
    """The same sheet as a template of docxtpl, its fields written as {{ name }}."""
    sheet = catalogue(load())[SHEET]
    marks = {tag: f"{{{{ {tag.replace('-', '_')} }}}}" for tag in TAGS}
    words = {tag: Text.model_construct(ja=mark, en=mark) for tag, mark in marks.items()}
    (place / "template.docx").write_bytes(document_bytes(load(), ("ja",), sheet.model_copy(update={"values": words})))
    (place / "out").mkdir()
    for number in range(people):
        made = DocxTemplate(place / "template.docx")
        made.render({tag.replace("-", "_"): value for tag, value in values(number).items()}, autoescape=True)
        made.save(place / "out" / f"{number}.docx")


def anew(place: Path, people: int) -> None:
    """The sheet built anew for everybody, as build_worksheets.py builds it once."""
    guide, sheet = load(), catalogue(load())[SHEET]
    (place / "out").mkdir()
    for number in range(people):
        words = {tag: Text.model_construct(ja=value, en=value) for tag, value in values(number).items()}
        filled = sheet.model_copy(update={"values": words})
        (place / "out" / f"{number}.docx").write_bytes(document_bytes(guide, ("ja",), filled))


def python_docx(place: Path, people: int) -> None:
    """python-docx from scratch: a title, and a table of 24 rows with labels and values, without any controls."""
    labels = [field.name("ja") for field in all_fields(load(), SHEET)][:24]
    (place / "out").mkdir()
    for number in range(people):
        found = list(values(number).values())
        document = Document()
        document.add_heading("支援レポート")
        rows = document.add_table(rows=len(labels), cols=2)
        for at, label in enumerate(labels):
            cells = rows.rows[at].cells
            cells[0].text, cells[1].text = label, found[at] if at < len(found) else ""
        out = io.BytesIO()
        document.save(out)
        (place / "out" / f"{number}.docx").write_bytes(out.getvalue())


METHODS: dict[str, Callable[[Path, int], None]] = {
    "ours": ours,
    "copy": copy,
    "docxtpl": docxtpl,
    "anew": anew,
    "python-docx": python_docx,
}
MANY = ("ours", "copy")


def alone(method: str, people: int, disk: Path | None) -> None:
    """One method in this process, after a few files that don't count (libraries load, data is read)."""
    with tempfile.TemporaryDirectory(dir=disk) as warm, tempfile.TemporaryDirectory(dir=disk) as place:
        METHODS[method](Path(warm), 3)
        begun = time.perf_counter()
        METHODS[method](Path(place), people)
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        assert len(list((Path(place) / "out").glob("*.docx"))) == people
    print(json.dumps({"seconds": seconds, "peak": peak}))


def measured(method: str, people: int, disk: Path | None) -> tuple[float, float]:
    """Files a second, and peak memory in MB."""
    command = [sys.executable, __file__, "--method", method, "--people", str(people)]
    command += ["--disk", str(disk)] if disk else []
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)
    return people / found["seconds"], found["peak"]


def main() -> int:
    """All methods in turn; exit code 1 where a target is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=PEOPLE)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--method", choices=METHODS)
    asked.add_argument("--disk", type=Path)
    given = asked.parse_args()
    if given.method:
        alone(given.method, given.people, given.disk)
        return 0
    memory = MEMORY if MEMORY.is_dir() else None
    counts = {method: given.people if method in MANY else min(SLOW, given.people) for method in METHODS}
    found: dict[str, list[tuple[float, float]]] = {method: [] for method in METHODS}
    for _ in range(given.rounds):
        for method in METHODS:
            found[method].append(measured(method, counts[method], memory))
    speed = {method: median(each[0] for each in rounds) for method, rounds in found.items()}
    print(f"{'method':<14}{'files':>9}{'files/s':>10}{'lowest':>9}{'highest':>9}{'peak MB':>9}")
    for method, rounds in found.items():
        lowest, highest = min(each[0] for each in rounds), max(each[0] for each in rounds)
        peak = max(each[1] for each in rounds)
        print(f"{method:<14}{counts[method]:>9}{speed[method]:>10.0f}{lowest:>9.0f}{highest:>9.0f}{peak:>9.0f}")
    small = measured("ours", max(1, given.people // 10), memory)
    print(f"ours, a tenth of the people: {small[0]:.0f} files/s, {small[1]:.0f} MB")
    for method in MANY if memory else ():
        print(f"{method}, onto the disk: {measured(method, given.people, None)[0]:.0f} files/s")
    times, longer = speed["ours"] / speed["docxtpl"], speed["copy"] / speed["ours"]
    print(
        f"{times:.0f} times docxtpl (at least {TARGETS['docxtpl']}), {longer:.1f} times as long as a copy (at most {TARGETS['copy']})"
    )
    return int(times < TARGETS["docxtpl"] or longer > TARGETS["copy"])


if __name__ == "__main__":
    sys.exit(main())
