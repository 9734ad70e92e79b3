"""`make fuzz`: random slips in every data and sheet file, for SECONDS (60). Each is refused in words, with its place, or
leads to a whole build: never a traceback, a hang, or a change in a sheet of another file.

Prints the seed and what became of how many; `make fuzz SEED=n` runs the same again.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from hypothesis import HealthCheck, given, seed, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from calling import calls  # noqa: E402
from content.files import ContentError  # noqa: E402
from content.load import DATA, load  # noqa: E402
from content.models import Guide  # noqa: E402
from macros import BLOCKS, INLINE  # noqa: E402
from worksheets.catalogue import FOLDER, catalogue, languages  # noqa: E402
from worksheets.models import Sheet  # noqa: E402
from worksheets.writer.document import document_bytes  # noqa: E402

FILES = sorted([*DATA.rglob("*.yml"), *FOLDER.glob("*.yml")])
PLACE = re.compile(r"^\S.*:\d+: \S")
FOREIGN = re.compile(r"Input should|validation error|Traceback|pydantic|Errno")
VALUES = (
    *(
        "",
        "[]",
        "{}",
        "null",
        "~",
        "no",
        "0",
        "-1",
        "12:30",
        "1e999",
        "2026-02-31",
        "9999999999",
        "{value}",
        "{0}",
        "{",
    ),
    *(
        "<b>x</b>",
        "[x](javascript:alert(1))",
        "**x**",
        "{{ x }}",
        "'",
        '"',
        "*a",
        "&a x",
        "!!int 3",
        "|",
        ">",
        "- x",
        "%",
    ),
    *(
        "\u202ex",
        "\u200b",
        "\u0000",
        "\ufeff",
        "\ud7ff",
        "𠮷",
        "שלום",
        "TODO",
        "-",
        "x" * 3000,
        "a b",
        "A-b",
        "?",
        "#x",
        "@x",
    ),
)
LIMIT = 30  # seconds of the processor that a case may take


class Slip:
    """A file and what it holds now; shown by what was changed (hypothesis would print a dataclass whole)."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    def __repr__(self) -> str:
        now = self.text.split("\n")
        changed = unified_diff(self.path.read_text("utf-8").split("\n"), now, self.path.name, "", n=0, lineterm="")
        return "\n".join(line[:200] for line in [*changed][:12])


@st.composite
def slips(draw: st.DrawFn) -> Slip:
    """A file, and its text with a slip or two."""
    path = draw(st.sampled_from(FILES))
    lines = path.read_text("utf-8").split("\n")
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.integers(0, 8)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, line)
            case 2 if at:
                lines[at - 1], lines[at] = lines[at], lines[at - 1]
            case 3 if words := [*re.finditer(r"[a-z]{3,}", line)]:
                word = draw(st.sampled_from(words))
                cut = draw(st.integers(word.start(), word.end() - 1))
                lines[at] = line[:cut] + line[cut + 1 :]
            case 4:
                cut = draw(st.integers(0, len(line)))
                lines[at] = line[:cut] + draw(st.sampled_from(VALUES) | st.characters(codec="utf-8")) + line[cut:]
            case 5:
                lines[at] = " " * draw(st.integers(0, 8)) + line.lstrip()
            case 6 if values := [*re.finditer(r"(?<=: )[^,{}\[\]]+", line)]:
                value = draw(st.sampled_from(values))
                lines[at] = line[: value.start()] + draw(st.sampled_from(VALUES)) + line[value.end() :]
            case 7:
                lines = [*lines[:at], line[: draw(st.integers(0, len(line)))]]
            case _:
                lines[at] = draw(st.sampled_from(lines))
    return Slip(path, "\n".join(lines))


class Door:
    """The guide in a folder of its own, tried with one changed file at a time."""

    def __init__(self, folder: Path) -> None:
        self.data = Path(shutil.copytree(DATA, folder / "data"))
        self.sheets = folder / "worksheets"
        self.sheets.mkdir()
        for path in FOLDER.glob("*.yml"):
            shutil.copy(path, self.sheets)
        self.guide = load()
        self.whole = catalogue(self.guide)
        self.calls = [*calls((*BLOCKS, *INLINE))]
        self.counted: Counter[str] = Counter()
        self.chance = random.Random()  # our own: hypothesis sets the common one to the same number before each case

    def tried(self, path: Path, text: str) -> None:
        """One slip; AssertionError where it isn't dealt with."""
        changed = self.sheets / path.name if path.parent == FOLDER else self.data / path.relative_to(DATA)
        before = changed.read_bytes()
        changed.write_bytes(text.encode("utf-8", "surrogatepass"))
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        try:
            self.counted[self.outcome(path)] += 1
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            changed.write_bytes(before)

    def outcome(self, path: Path) -> str:
        try:
            guide = self.guide if path.parent == FOLDER else load.__wrapped__(self.data)
            every = catalogue.__wrapped__(guide, self.sheets)
            return self.made(guide, every, path)
        except ContentError as error:
            for line in str(error).splitlines():
                assert PLACE.match(line), f"{path.name}: no place: {line}"
                assert not FOREIGN.search(line), f"{path.name}: not in words: {line}"
            return "refused"

    def made(self, guide: Guide, every: dict[str, Sheet], path: Path) -> str:
        """What could be built with the slip."""
        for id, sheet in every.items():
            if path.parent == FOLDER and sheet.of != path.stem and sheet.id != path.stem:
                assert sheet == self.whole.get(id), f"{path.name} changed {id}"
        for sheet in every.values():
            if (path.parent != FOLDER and self.chance.random() < 0.1) or sheet.of == path.stem or sheet.id == path.stem:
                for langs in languages(sheet):
                    document_bytes(guide, langs, sheet)
        if path.parent != FOLDER and self.chance.random() < 0.2:
            for call in self.chance.sample(self.calls, 60):
                macro, lang, args = call.values
                try:
                    macro(guide, lang, *args)
                except ContentError as error:  # a page calls for what has another name now
                    assert not FOREIGN.search(str(error)), error
            return "built, macros too"
        return "built"


def late(*_: object) -> None:
    raise AssertionError(f"took more than {LIMIT} seconds of the processor")


def main() -> None:
    start, seconds = time.monotonic(), float(os.environ.get("SECONDS") or 60)
    first = int(os.environ.get("SEED") or random.SystemRandom().randrange(2**32))
    print(f"seed {first}", flush=True)
    signal.signal(signal.SIGPROF, late)
    with tempfile.TemporaryDirectory() as folder:
        door = Door(Path(folder))
        number = first
        while time.monotonic() - start < seconds:
            door.chance.seed(number)

            @seed(number)
            @settings(max_examples=50, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            @given(slips())
            def tried(slip: Slip) -> None:
                door.tried(slip.path, slip.text)

            tried()
            number += 1
        print(f"{door.counted.total()} slips, seeds {first} to {number - 1}: {dict(door.counted)}")


if __name__ == "__main__":
    main()
