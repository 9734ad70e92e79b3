"""Prefilled reports: files a second and peak memory, beside other ways, in one run. `office.py [N]`

Each way runs in a process of its own, so that its memory is its own. The slow ways write fewer files, which is said.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from content.load import load
from worksheets.catalogue import catalogue
from worksheets.made import replace
from worksheets.office.fill import fill, template
from worksheets.office.roster import Person
from worksheets.writer.document import document_bytes

SLOW = {"docxtpl": 60, "python-docx": 20}
WAYS = ("ours", "ours, in memory", "plain copy", "docxtpl", "python-docx")


def values(number: int) -> dict[str, str | bool]:
    """One person's."""
    return {
        "name": f"山田 {number}",
        "provider": "あおぞら",
        "month": "2026年11月",
        "made-on": "2026-11-30",
        "goal": "続ける",
    }


def made(way: str, count: int, out: Path) -> Callable[[], None]:
    """The work to time, without what is done once."""
    guide = load()
    sheet = catalogue(guide)["support-report"]
    blank = document_bytes(guide, ("ja",), sheet)
    if way.startswith("ours"):
        ready = template(guide, sheet, "ja")
        if way == "ours":
            people = ((f"{number}.docx", Person(number, "", values(number))) for number in range(count))
            return lambda: _each(lambda _: fill(ready, people, out), 1)
        return lambda: _each(lambda number: ready.filled(values(number)), count)
    if way == "plain copy":
        return lambda: _each(lambda number: replace(out / f"{number}.docx", blank), count)
    if way == "docxtpl":
        return lambda: _each(lambda number: _jinja(blank, number, out), count)
    return lambda: _each(lambda number: replace(out / f"{number}.docx", document_bytes(guide, ("ja",), sheet)), count)


def _each(work: Callable[[int], object], count: int) -> None:
    for number in range(count):
        work(number)


def _jinja(blank: bytes, number: int, out: Path) -> None:
    """The same sheet as a template of docxtpl's, which reads it anew for each file."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(io.BytesIO(blank))
    document.render(values(number))
    raw = io.BytesIO()
    document.save(raw)
    replace(out / f"{number}.docx", raw.getvalue())


def timed(way: str, count: int) -> None:
    """One way, in this process: files, files a second, peak MB."""
    with tempfile.TemporaryDirectory() as out:
        work = made(way, count, Path(out))
        start = time.perf_counter()
        work()
        took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{way:<18}{count:>8}{count / took:>12.0f}{peak:>10.0f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        timed(sys.argv[1], int(sys.argv[2]))
    else:
        files = int((sys.argv[1:] or ["1000"])[0])
        print(f"{'way':<18}{'files':>8}{'a second':>12}{'MB':>10}", flush=True)
        for each in WAYS:
            subprocess.run([sys.executable, __file__, each, str(min(files, SLOW.get(each, files)))], check=True)
