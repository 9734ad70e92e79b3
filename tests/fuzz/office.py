"""`make fuzz-office`: sheets and rosters with random damage, for SECONDS (60). Each is read, or refused in words with exit code 1:
never a traceback, a hang or a file where there should be none. The seed is printed; SEED=n runs the same again.
"""

from __future__ import annotations

import io
import os
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from click.testing import CliRunner  # noqa: E402
from openpyxl import Workbook  # noqa: E402

from content.load import load  # noqa: E402
from worksheets.boxes import copies  # noqa: E402
from worksheets.catalogue import catalogue  # noqa: E402
from worksheets.office.commands import office  # noqa: E402
from worksheets.office.forms import fields  # noqa: E402
from worksheets.office.segments import Template  # noqa: E402
from worksheets.writer.document import document_bytes  # noqa: E402

SECONDS = float(os.environ.get("SECONDS", "60"))
LONGEST = 20  # seconds that one file may take
SHEETS = ("support-report", "retention-assessment-person", "natural-support-check", "consent", "emergency-card")
PARTS = ("word/document.xml", "docProps/custom.xml", "word/settings.xml", "[Content_Types].xml")
CELLS = (
    *(
        "",
        " ",
        "　",
        "青木 花子",
        "=1+1",
        "@x",
        "'",
        '"',
        "\n",
        "\t",
        "\0",
        "\ufeff",
        "\u202e",
        "💬" * 50,
        "x" * 40_000,
        "#REF!",
    ),
    *(
        "2025/4/1",
        "R7.4.1",
        "25/4/1",
        "45748",
        "1899/12/31",
        "9999-99-99",
        "令和元年5月1日",
        "2025年4月",
        "明日",
        "-1",
        "1e308",
    ),
    *("standard", "return-to-work", "復職", "A", "a", "CON", "..", "/", "\\", ":", "○", "×", "手渡し", "手渡し、郵送"),
)
HEADS = (
    "氏名",
    "名前",
    "記号",
    "就職日",
    "復職日",
    "最終利用日",
    "利用開始日",
    "離職日",
    "計画見直し日",
    "流れ",
    "担当",
    "本人に渡した日",
    "方法",
    "x",
    "",
)
SOUND = {  # a cell that may well be right under a head
    "氏名": ("青木 花子", "=1+1", "𠮷田\u3000さん", "x" * 300),
    "記号": ("A", "B", "C", "CON", "..", "/", "💬"),
    "就職日": ("2025/4/1", "R7.4.1", "令和７年４月１日", "2025年10月15日", ""),
    "流れ": ("standard", "標準", ""),
    "担当": ("山田", "\n", "@x", "'"),
    "本人に渡した日": ("2026/11/30", ""),
}
ENCODINGS = ("utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "euc_jp", "iso2022_jp")


def sheet(choose: random.Random, id: str) -> bytes:
    """A filled sheet."""
    guide = load()
    found: dict[str, str | bool] = {}
    for field in fields(guide, id):
        if field.kind == "choice":
            found[choose.choice(field.tags)] = True
        elif field.kind == "date":
            found[field.id] = choose.choice(("2026-04-01", "来月", ""))
        elif field.kind == "dropdown":
            found[field.id] = choose.choice([*field.options, "?"])
        elif field.kind != "checkbox":
            found[field.id] = choose.choice(("青木", "x\ny", "<&>"))
    blank = document_bytes(guide, ("ja",), catalogue(guide)[id])
    return Template(blank, found, copies(guide, catalogue(guide)[id])).filled(found)


def damaged(choose: random.Random, data: bytes) -> bytes:
    """The same with some bytes changed, taken out, put in or cut off."""
    made = bytearray(data)
    for _ in range(choose.choice((1, 1, 2, 5, 30))):
        at = choose.randrange(len(made) + 1)
        match choose.randrange(6):
            case 0:
                made[at : at + 1] = bytes([choose.randrange(256)])
            case 1:
                del made[at : at + choose.choice((1, 10, 1000))]
            case 2:
                made[at:at] = choose.randbytes(choose.choice((1, 10, 1000)))
            case 3:
                del made[at:]
            case 4:
                made[at:at] = choose.choice(
                    (b"<w:sdt>", b"</w:sdt>", b'<w:tag w:val="name"/>', b"&x;", b"<!DOCTYPE x>", b"\xff\xfe", b"]]>")
                )
            case _:
                there = choose.randrange(len(made) + 1)
                made[at:at] = made[there : there + choose.choice((10, 500, 5000))]
        if not made:
            break
    return bytes(made)


def package(choose: random.Random, data: bytes) -> bytes:
    """A package with one of its parts damaged, or the whole of it."""
    if choose.random() < 0.3:
        return damaged(choose, data)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = choose.choice([name for name in names if name in PARTS or "sheet" in name or "workbook" in name] or names)
        for name in names:
            part = old.read(name)
            new.writestr(name, damaged(choose, part) if name == hit else part)
    return out.getvalue()


def roster(choose: random.Random) -> tuple[str, bytes]:
    """A roster, as CSV in some encoding or as a workbook, often damaged."""
    if choose.random() < 0.5:
        heads = [*SOUND]
        rows = [heads, *([choose.choice(SOUND[head]) for head in heads] for _ in range(choose.randrange(1, 4)))]
    else:
        heads = choose.sample(HEADS, choose.randrange(1, len(HEADS)))
        rows = [heads, *([choose.choice(CELLS) for _ in heads] for _ in range(choose.randrange(4)))]
    if choose.random() < 0.3:
        book = Workbook()
        for row in rows:
            book.active.append(["".join(x for x in cell if x.isprintable())[:30_000].lstrip("=") for cell in row])
        out = io.BytesIO()
        book.save(out)
        return "xlsx", package(choose, out.getvalue()) if choose.random() < 0.8 else out.getvalue()
    sign = choose.choice(",\t;")
    text = choose.choice(("\r\n", "\n", "\r")).join(sign.join(row) for row in rows)
    data = text.encode(choose.choice(ENCODINGS), "replace")
    return "csv", damaged(choose, data) if choose.random() < 0.4 and data else data


def tried(choose: random.Random, place: Path, sheets: list[bytes]) -> str:
    """One input; how it ended. Raises AssertionError where a promise broke."""
    out = place / "out"
    if choose.random() < 0.5:
        kind, data = roster(choose)
        file = place / f"in.{kind}"
        calls = (
            ["fill", file, "--sheet", choose.choice((*SHEETS, "schedule")), "--out", out],
            ["schedule", file, "--out", out],
        )
    else:
        file, data = place / "in.docx", package(choose, choose.choice(sheets))
        calls = (
            ["collect", file, "--out", place / f"x{choose.choice(('.csv', '.xlsx', '.json'))}"],
            ["carry", file, "--out", out],
            ["summary", file, "--out", out],
            ["inspect", file],
        )
    file.write_bytes(data)
    call = [str(each) for each in choose.choice(calls)] + choose.choice(([], ["--lang", "en"]))
    begun = time.monotonic()
    result = CliRunner().invoke(office, call)
    took = time.monotonic() - begun
    if result.exception and not isinstance(result.exception, SystemExit):
        raise AssertionError("".join(traceback.format_exception(result.exception)))
    assert result.exit_code in (0, 1), result.output
    assert took < LONGEST, f"{took:.0f} s"
    assert result.exit_code == 0 or result.output.strip(), "nothing is said"
    assert "Errno" not in result.output
    left = [path for path in out.glob("*") if path.name.startswith(".") and path.suffix != ".lock"]
    assert not left, left
    return f"{call[0]} {result.exit_code}"


def main() -> int:
    """Try for SECONDS; exit code 1 at the first broken promise, with its input kept."""
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(2**32))
    print(f"seed {seed}", flush=True)
    choose = random.Random(seed)
    sheets = [sheet(choose, id) for id in SHEETS for _ in range(3)]
    ends: Counter[str] = Counter()
    begun = time.monotonic()
    while time.monotonic() - begun < SECONDS:
        place = Path(tempfile.mkdtemp(prefix="fuzz-office-"))
        try:
            ends[tried(choose, place, sheets)] += 1
        except AssertionError as broken:
            print(f"{broken}\nafter {sum(ends.values())} inputs; the input is kept in {place}")
            return 1
        for path in sorted(place.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        place.rmdir()
    print(f"{sum(ends.values())} inputs: {', '.join(f'{end} {count}' for end, count in sorted(ends.items()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
