"""`make bench-growth`: the guide with 10 and 100 times today's accommodations and terms, built in a copy under /tmp.

Says for each what the build takes, what the heaviest pages and the index weigh, and how long search takes in a real
browser; or in which sentence a stated limit refuses it. Read the rows beside each other: the seconds are this machine's.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from judging import queries  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from conftest import Quiet  # noqa: E402
from content.files import LOADER, MOST_BYTES  # noqa: E402

ROOMS = ("content", "docs", "macros", "publish", "ruby", "search", "theme", "worksheets")
FILES = ("build_worksheets.py", "pyproject.toml", "mkdocs.yml", "mkdocs.en.yml")
TIMES = (1, 10, 100)
GROWN = {"accommodations": "title", "terms": "name"}  # what is told apart by which of its texts
BELOW = {"ja": "", "en": "en/"}
FOUND_IN = 300  # milliseconds: longer, and a reader waits
SET = "fresh"  # of tests/search: what people asked who had seen neither words nor engine

# Each query on its way to the page's search worker and back, once all is made ready: milliseconds.
ANSWERED = """async queries => {
  const config = JSON.parse(document.getElementById('__config').textContent);
  const index = await (await fetch(new URL('search/search_index.json', location.href))).json();
  const worker = new Worker(new URL(config.search, location.href));
  const asked = (type, message) => new Promise(done => {
    worker.addEventListener('message', function hear({data}) {
      if (data.type !== type) return;
      worker.removeEventListener('message', hear);
      done();
    });
    worker.postMessage(message);
  });
  await asked(1, {type: 0, data: {config: index.config, docs: index.docs, options: {suggest: false}}});
  const begun = performance.now();
  await asked(3, {type: 2, data: queries[0]});
  const taken = [performance.now() - begun];
  for (const query of queries) {
    const start = performance.now();
    await asked(3, {type: 2, data: query});
    taken.push(performance.now() - start);
  }
  return taken;
}"""


@dataclass
class Built:
    """What a build took: seconds of the clock and of the processor, megabytes at its fullest; and what it said."""

    code: int
    wall: float
    cpu: float
    memory: float
    said: str


def grown(rows: list[dict[str, Any]], key: str, times: int) -> list[dict[str, Any]]:
    """The entries and their copies, each copy with an id and a name of its own."""
    copies = [
        {
            **row,
            "id": f"x{copy}-{number}",
            key: {lang: f"{text} {copy}-{number}" for lang, text in row[key].items()},
        }
        for copy in range(1, times)
        for number, row in enumerate(rows)
    ]
    return [*rows, *copies]


def house(folder: Path, times: int, files_at_most: int = 0) -> Path:
    """A copy of the house with so many entries; in files of at most so many bytes, if more than one may be."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy2(ROOT / name, folder)
    for name, key in GROWN.items() if times > 1 else ():
        path = folder / f"content/data/{name}.yml"
        rows = grown(yaml.load(path.read_text("utf-8"), LOADER), key, times)
        text = json.dumps(rows, ensure_ascii=False, indent=1)  # which is YAML too
        if not files_at_most or len(text.encode()) <= files_at_most:
            path.write_text(text, "utf-8")
            continue
        path.unlink()
        path.with_suffix("").mkdir()
        parts = len(text.encode()) // files_at_most + 2
        for part in range(parts):
            some = json.dumps(rows[part::parts], ensure_ascii=False, indent=1)
            (path.with_suffix("") / f"part-{part + 1}.yml").write_text(some, "utf-8")
    return folder


def build(folder: Path) -> Built:
    """Build a house's site."""
    begun = time.monotonic()
    said = folder / "said"
    with said.open("w") as out:
        running = subprocess.Popen(
            [sys.executable, "-m", "publish.site"],
            cwd=folder,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    return Built(
        running.returncode,
        time.monotonic() - begun,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1000,
        said.read_text("utf-8"),
    )


def weights(site: Path) -> Iterator[str]:
    """The heaviest pages, and the index of each language: kilobytes as they are, and gzipped."""

    def weighed(path: Path) -> str:
        data = path.read_bytes()
        return f"{path.relative_to(site)} {len(data) / 1000:,.0f} ({len(gzip.compress(data, 6)) / 1000:,.0f})"

    pages = sorted(site.glob("*.html"), key=lambda path: path.stat().st_size, reverse=True)
    yield "heaviest pages, kB (gzipped): " + ", ".join(map(weighed, pages[:4]))
    for below in BELOW.values():
        yield "index: " + ", ".join(weighed(site / below / "search" / name) for name in ("index.js", "more.js"))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def answered(browser: Browser, root: str) -> Iterator[str]:
    """How long search takes, language by language."""
    for lang, below in BELOW.items():
        words = [query.q for query in queries(SET) if query.lang == lang]
        page = browser.new_page()
        page.goto(f"{root}{below}about.html", wait_until="load")
        first, *taken = page.evaluate(ANSWERED, words)
        page.close()
        slow = sum(each > FOUND_IN for each in taken)
        yield (
            f"search {lang}: first answer with the index on its way {first:.0f} ms, then {len(taken)} questions: median"
            f" {statistics.median(taken):.0f} ms, slowest {max(taken):.0f} ms, over {FOUND_IN} ms: {slow}"
        )


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for times, at_most in [*((times, 0) for times in TIMES), (TIMES[-1], MOST_BYTES // 2)]:
            with tempfile.TemporaryDirectory(prefix="growth-") as name:
                copy = house(Path(name), times, at_most)
                built = build(copy)
                print(f"\n{times} times{', divided into files' if at_most else ''}: exit code {built.code},", end=" ")
                print(f"{built.wall:.1f} s, {built.cpu:.1f} s of CPU, {built.memory:.0f} MB")
                print(*(line[:300] for line in built.said.splitlines()[-6:]), sep="\n")
                if built.code == 0:
                    print(*weights(copy / "site"), sep="\n")
                    with served(copy / "site") as root:
                        print(*answered(browser, root), sep="\n", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
