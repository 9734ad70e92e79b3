"""`make bench-search`: the theme's own search and ours over the same pages, in one run in a real browser.

The theme's own is a copy of the site built without our engine. Both answer by the same messages to a search worker, and
are timed in their own search box; with BEFORE=DIR another built site is timed beside them. Each set of queries is
reported apart: `queries` and `own` are ours and tuned on; `unseen`, `later` and `fresh` were run once before any word was
added for them, and looked at since (first runs: CONTRIBUTING); the misses of `held` were never looked at.
"""

from __future__ import annotations

import gzip
import json
import logging
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]  # in place of this folder: `search` is our package, not this file

from judging import figures, queries, shown  # noqa: E402
from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from conftest import Quiet  # noqa: E402
from search.packed import read, script  # noqa: E402

OUT = ROOT / "build/bench"
CONFIGS = {"ja": "mkdocs.yml", "en": "mkdocs.en.yml"}
BELOW = {"ja": "", "en": "en/"}
ENGINES = ("theirs", "ours")
SETS = ("queries", "own", "unseen", "later", "fresh", "held")
WORDS = {"ja": "面談", "en": "meeting"}  # for the timings
LATE = 60_000  # milliseconds after which no answer comes any more
REACHED = 400  # milliseconds in which a hand goes from the mouse to the keys
ROUNDS, TIMES = 7, 10  # of each timing; how many times the pages for the long one

# Asks the page's search worker, theirs or ours: setup, then query after query.
ASK = """async queries => {
  const config = JSON.parse(document.getElementById('__config').textContent);
  const index = await (await fetch(new URL('search/search_index.json', location.href))).json();
  const worker = new Worker(new URL(config.search, location.href));
  const answer = type => new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('the search gives no answer')), LATE);
    worker.addEventListener('message', function hear({data}) {
      if (data.type !== type) return;
      worker.removeEventListener('message', hear);
      clearTimeout(late);
      done(data.data);
    });
  });
  let ready = answer(1);
  worker.postMessage({type: 0, data: {config: index.config, docs: index.docs, options: {suggest: false}}});
  await ready;
  const found = [];
  for (const query of queries) {
    const result = answer(3);
    worker.postMessage({type: 2, data: query});
    found.push((await result).items.map(page => page.map(({location}) => ({location}))));
  }
  return found;
}""".replace("LATE", str(LATE))
# From the first key in the search box to the first result on the page, so long after the reader reached for the box.
FIRST = """([word, reached]) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error('the search shows no result')), LATE);
  const field = document.querySelector('.md-search__input');
  const list = document.querySelector('.md-search-result__list');
  const type = () => {
    const begun = performance.now();
    new MutationObserver(() => list.querySelector('a') && done(performance.now() - begun)).observe(list, {childList: true, subtree: true});
    field.value = word;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    field.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
  };
  document.querySelector('label[for=__search]').click();
  field.focus();
  if (reached) setTimeout(type, reached);
  else type();
})""".replace("LATE", str(LATE))


def build_theirs(lang: str) -> None:
    """The same pages with the theme's own search, which is given all of their text."""
    config = load_config(str(ROOT / CONFIGS[lang]), site_dir=str(OUT / "theirs" / BELOW[lang]))
    head = config.hooks["theme/hooks/assets.py"].FRAME
    head["head"] = tuple(part for part in head["head"] if part != "search")
    ours = config.hooks["theme/hooks/indexing.py"]  # it would keep the theme's index empty
    config.plugins.events["page_markdown"].remove(ours.on_page_markdown)
    config.plugins.events["post_build"].remove(ours.on_post_build)
    config.plugins.events["page_content"].append(lambda html, **_: html.replace(" data-search-exclude", ""))
    build(config)


def grow_theirs(text: str) -> str:
    index = json.loads(text)
    index["docs"] = [{**doc, "location": f"{copy}-{doc['location']}"} for copy in range(TIMES) for doc in index["docs"]]
    return json.dumps(index, ensure_ascii=False)


def grow_ours(text: str) -> str:
    index = read(text)
    entries = index["entries"]
    index["entries"] = {key: column * TIMES for key, column in entries.items()}
    index["entries"]["at"] = [
        at if at.startswith("#") else " ".join(f"{copy}-{page}" for page in at.split(" "))
        for copy in range(TIMES)
        for at in entries["at"]
    ]
    return script(index)


def grow(engine: str) -> None:
    """The site of an engine again, with its search index many times as long."""
    folder = OUT / f"{engine}-{TIMES}"
    shutil.copytree(OUT / engine, folder, ignore=shutil.ignore_patterns("sheets"))
    name, grown = ("index.js", grow_ours) if engine == "ours" else ("search_index.json", grow_theirs)
    for below in BELOW.values():
        path = folder / below / "search" / name
        path.write_text(grown(path.read_text("utf-8")), "utf-8")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def asked(browser: Browser, address: str, words: list[str]) -> list[list[list[str]]]:
    """The locations found for each query, page by page."""
    page = browser.new_page()
    page.goto(address, wait_until="load")
    found: list[list[list[dict[str, Any]]]] = page.evaluate(ASK, words)
    page.close()
    return [shown(items) for items in found]


def timed(browser: Browser, address: str, word: str, reached: int) -> float:
    """Milliseconds from the first key to the first result, each time in a browser that holds nothing; `reached`:
    milliseconds between reaching for the box and the key."""
    taken = []
    for _ in range(ROUNDS):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address, wait_until="load")
        taken.append(page.evaluate(FIRST, [word, reached]))
        context.close()
    return statistics.median(taken)


def report_hits(browser: Browser, root: str, pages: dict[str, int]) -> None:
    print(f"{'':44}theirs: hit@1 hit@3  MRR none noise | ours: hit@1 hit@3  MRR none noise")
    for name in SETS:
        for lang in CONFIGS:
            mine = [query for query in queries(name) if query.lang == lang]
            found = {
                engine: asked(browser, f"{root}{engine}/{BELOW[lang]}about.html", [query.q for query in mine])
                for engine in ENGINES
            }
            for kind in ("all", *sorted({query.kind for query in mine})):
                rows = [
                    figures(
                        [pair for pair in zip(mine, found[engine], strict=True) if kind in ("all", pair[0].kind)],
                        pages[lang],
                    )
                    for engine in ENGINES
                ]
                print(f"{name:8} {lang} {kind:14} n {rows[0]['n']:3}" + " " * 14 + " |       ".join(map(line, rows)))


def line(row: dict[str, float]) -> str:
    shares = [f"{row[key]:5.0%}" for key in ("hit@1", "hit@3")] + [f"{row['MRR']:4.2f}"]
    return " ".join([*shares, *(f"{row[key]:4.0%}" for key in ("none", "noise"))])


def report_times(browser: Browser, root: str, before: str | None) -> None:
    print(f"\nFirst key to first result, nothing cached, median of {ROUNDS} (ms)")
    for lang, word in WORDS.items():
        for size, reached in (("", 0), ("", REACHED), (f"-{TIMES}", 0)):
            pages = [f"{root}{each}{size}/{BELOW[lang]}about.html" for each in ENGINES]
            theirs, ours = (timed(browser, page, word, reached) for page in pages)
            what = f"{TIMES} times the pages" if size else f"{reached} ms after reaching" if reached else "the site"
            row = f"  {lang} {what:22} theirs {theirs:7.0f}  ours {ours:6.0f}  {theirs / ours:4.1f} times as fast"
            if before and not size:
                row += f"  before {timed(browser, f'{before}{BELOW[lang]}about.html', word, reached):6.0f}"
            print(row)


def report_sizes() -> None:
    print("\nIndex, bytes gzipped")
    for lang, below in BELOW.items():
        theirs, ours = (
            len(gzip.compress((OUT / each / below / "search" / name).read_bytes(), 9))
            for each, name in (("theirs", "search_index.json"), ("ours", "index.js"))
        )
        print(f"  {lang}: theirs {theirs:,}, ours {ours:,}")


def main() -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    shutil.rmtree(OUT, ignore_errors=True)
    shutil.copytree(ROOT / "site", OUT / "ours")
    for lang in CONFIGS:
        build_theirs(lang)
    for engine in ENGINES:
        grow(engine)
    pages = {lang: len(list((OUT / "theirs" / below).glob("*.html"))) - 1 for lang, below in BELOW.items()}  # but 404
    with served(OUT) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        report_hits(browser, root, pages)
        with served(Path(sys.argv[1])) if len(sys.argv) > 1 else nullcontext() as before:
            report_times(browser, root, before)
        browser.close()
    report_sizes()


if __name__ == "__main__":
    main()
