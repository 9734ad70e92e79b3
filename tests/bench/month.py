"""`make bench-month`: the month of one invented caseworker with the twenty people of the sample roster, on the command line,
step by step with its time; and what need not be typed, beside blank sheets.

What the caseworker writes is put into the files as Word would save it: other words, so that they are theirs from then on.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from content.load import load  # noqa: E402
from worksheets.boxes import copies  # noqa: E402
from worksheets.catalogue import catalogue  # noqa: E402
from worksheets.office.collect import collected  # noqa: E402
from worksheets.office.forms import fields  # noqa: E402
from worksheets.office.segments import Template, Value  # noqa: E402
from worksheets.writer.document import document_bytes  # noqa: E402

SAMPLE = ROOT / "worksheets/office/sample.csv"
ASSESSED = {"retention-assessment-person": "2", "retention-assessment-supporter": "3"}
WRITTEN: dict[str, dict[str, Value]] = {
    "support-report": {
        "goal": "休まず通う",
        "result": "休まず通えた",
        "next-support": "週1回の電話を続ける",
        "given-on": "2026-11-30",
        "given-how-hand": True,
    },
    "workplace-visit": {"visited-on": "2026-11-16"},
}


def step(what: str, *words: str | Path, expected: int = 0) -> str:
    """One command, its time, and the last thing that it said."""
    begun = time.perf_counter()
    call = [sys.executable, "build_worksheets.py", *map(str, words)]
    done = subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    took = time.perf_counter() - begun
    assert done.returncode == expected, done.stdout
    print(f"{took:6.1f} s  {what}: {done.stdout.strip().splitlines()[-1]}", flush=True)
    return done.stdout


def write(folder: Path, own: dict[str, Value]) -> tuple[int, int]:
    """Words of a person's own into every sheet of a folder; how many values stood there before, and their letters."""
    guide, known, letters = load(), 0, 0
    for path in sorted(folder.glob("*.docx")):
        found = collected(guide, path.read_bytes())
        known += len(found.values)
        letters += sum(len(str(value)) for value in found.values.values())
        sheet = catalogue(guide)[found.sheet]
        values = {**found.values, **own}
        blank = document_bytes(guide, found.langs, sheet)
        path.write_bytes(Template(blank, values, copies(guide, sheet)).filled(values))
    return known, letters


def answers(sheet: str, code: str) -> dict[str, Value]:
    """The same answer to every question of an assessment."""
    return {field.id: code for field in fields(load(), sheet) if field.kind == "dropdown"}


def main() -> None:
    """The month, from the roster to next month's reports."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        papers, begun = place / "papers", time.perf_counter()
        step("the roster is checked", "fill", SAMPLE, "--sheet", "support-report", "--check")
        step("what is due this month", "schedule", SAMPLE, "--month", "2026-11", "--out", place / "due")
        known, letters = 0, 0
        for sheet in ("support-plan", "consent", *WRITTEN, *ASSESSED):
            made = papers / sheet
            step(f"{sheet} for everybody", "fill", SAMPLE, "--sheet", sheet, "--month", "2026-11", "--out", made)
            own = WRITTEN.get(sheet) or (answers(sheet, ASSESSED[sheet]) if sheet in ASSESSED else {})
            before = write(made, own)
            known, letters = known + before[0], letters + before[1]
        step("what was written, as a list", "collect", papers / "support-report", "--out", place / "november.xlsx")
        both = [papers / sheet for sheet in ASSESSED]
        step("assessments drawn together", "summary", *both, "--out", place / "charts")
        lacking = step(
            "held against the inspection list",
            *("inspect", papers, "--roster", SAMPLE, "--month", "2026-11"),
            expected=1,  # much of it is never there in an example
        )
        step("next month's reports", "carry", papers / "support-report", "--out", place / "december")
        last = [collected(load(), path.read_bytes()).values for path in (place / "december").glob("*.docx")]
        assert len(last) == 20 and all(each["goal"] == WRITTEN["support-report"]["next-support"] for each in last)
        print(
            f"{time.perf_counter() - begun:6.1f} s  in all, {lacking.count(chr(9)) // 3} papers or fields are lacking"
        )
        print(
            f"{known} values ({letters} letters) on {20 * 6} sheets stood there before anybody typed; on blank ones, none."
        )
        carried = sum(len(str(value)) for each in last for value in each.values())
        print(f"{sum(map(len, last))} values ({carried} letters) stand on next month's 20 reports.")


if __name__ == "__main__":
    main()
