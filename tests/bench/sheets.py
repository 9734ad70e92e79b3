"""`make bench`: seconds for all sheets, beside the same sheets on python-docx's default template, in one run."""

from __future__ import annotations

import sys
import tempfile
import time
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from docx import Document  # noqa: E402
from docx.enum.style import WD_STYLE_TYPE  # noqa: E402

from content.load import load  # noqa: E402
from worksheets.catalogue import catalogue, languages  # noqa: E402
from worksheets.writer import document  # noqa: E402
from worksheets.writer.base import OURS  # noqa: E402

ROUNDS = 3


def default_template(folder: Path) -> Path:
    """python-docx's own template with our styles added: the same work without the slim base."""
    made = Document()
    for name in OURS:
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.styles.add_style("PlaceholderText", WD_STYLE_TYPE.CHARACTER)
    path = folder / "default.docx"
    made.save(str(path))
    return path


def built() -> tuple[float, int]:
    """Seconds and bytes of all sheets in all languages and editions."""
    guide = load()
    begun = time.perf_counter()
    size = sum(
        len(document.document_bytes(guide, langs, sheet))
        for sheet in catalogue(guide).values()
        for langs in languages(sheet)
    )
    return time.perf_counter() - begun, size


def main() -> None:
    warnings.simplefilter("ignore")
    slim = document.BASE
    count = sum(len(languages(sheet)) for sheet in catalogue(load()).values())
    with tempfile.TemporaryDirectory() as name:
        bases = {"our slim base": slim, "python-docx's default": default_template(Path(name))}
        best = {}
        for _ in range(ROUNDS):
            for label, path in bases.items():
                document.BASE = path
                best[label] = min(best.get(label, (1e9, 0)), built())
    ours = best["our slim base"][0]
    print(f"All {count} worksheets, best of {ROUNDS}:")
    for label, (seconds, size) in best.items():
        print(f"  {label:<28}{seconds:>7.1f} s   {seconds / ours:.1f} × ours   {size / 1000:,.0f} kB")


if __name__ == "__main__":
    main()
