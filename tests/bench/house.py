"""`make bench-house`: what an editor waits for, in CPU seconds, beside plain Material with the same built pages, in one run.

With BEFORE=DIR the same of another checkout, which has its own `.venv` (or a link to ours). Read the columns beside each
other: the seconds are this machine's.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = str(ROOT / ".venv/bin/python")
ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)
ROUNDS = 3
PLAIN = """site_name: Plain
use_directory_urls: false
theme: {name: material, language: %s, font: false}
plugins: {search: {lang: %s}}
"""
LOAD = "from content.load import load; load()"


def spent(command: list[str], folder: Path) -> float:
    """CPU seconds of a command and all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} in {folder} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def plain(lang: str, site: Path, folder: Path) -> Path:
    """A project of the theme alone, whose pages are the articles of a built language."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN % (lang, lang), "utf-8")
    for path in sorted(site.glob("*.html")):
        if found := ARTICLE.search(path.read_text("utf-8")):
            lines = (line.strip() for line in found[1].splitlines())
            (folder / "docs" / f"{path.stem}.md").write_text("\n".join(line for line in lines if line), "utf-8")
    return folder


def least(command: list[str], folder: Path) -> float:
    """The least of some rounds: what disturbs only adds."""
    return min(spent(command, folder) for _ in range(ROUNDS))


def of(house: Path, out: Path) -> dict[str, float]:
    """What one checkout takes."""
    python = str(house / ".venv/bin/python")
    build = [python, "-m", "mkdocs", "build", "--strict", "-q", "-f"]
    return {
        "load()": least([python, "-c", LOAD], house) - least([python, "-c", "import content.load"], house),
        "Japanese pages": least([*build, "mkdocs.yml", "-d", str(out / "ja")], house),
        "English pages": least([*build, "mkdocs.en.yml", "-d", str(out / "en")], house),
        "make site": spent(["make", "-o", ".venv/ok", "site"], house),
        "make check": spent(["make", "-o", ".venv/ok", "check"], house),
    }


def main() -> None:
    houses = [ROOT, *(Path(each).resolve() for each in sys.argv[1:])]
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        columns = {str(house): of(house, out / str(number)) for number, house in enumerate(houses)}
        built = {
            lang: least(
                [PYTHON, "-m", "mkdocs", "build", "-q"], plain(lang, ROOT / "site" / below, out / f"plain-{lang}")
            )
            for lang, below in (("ja", ""), ("en", "en"))
        }
    print(f"{'CPU seconds':24}" + "".join(f"{Path(house).name or house:>14}" for house in columns) + f"{'plain':>14}")
    beside = {"Japanese pages": built["ja"], "English pages": built["en"]}
    for what in next(iter(columns.values())):
        plains = f"{beside[what]:14.2f}" if what in beside else ""
        print(f"{what:24}" + "".join(f"{each[what]:14.2f}" for each in columns.values()) + plains)
    ours = columns[str(ROOT)]
    for lang, what in (("ja", "Japanese pages"), ("en", "English pages")):
        print(f"{what}: {ours[what] / built[lang]:.2f} times plain Material of the same pages")


if __name__ == "__main__":
    main()
