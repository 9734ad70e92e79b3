"""`make bench-site`: how a page opens on a phone, beside plain Material with the same articles, in one run.

Plain is built from the articles of the site as it stands: the same menu and headings, without our theme, styles and
scripts. Every site is served gzipped from this machine and opened by Lighthouse with its own phone (four times slower,
slow 4G, simulated), page by page in turn. Read the columns beside each other: the milliseconds are this machine's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from lxml import html  # noqa: E402
from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402

from conftest import Quiet  # noqa: E402

OUT = ROOT / "build/bench-site"
PAGES = ("index", "scheme", "explore", "calculator", "sheets", "fill-must-exist-check", "disability-visual", "terms")
ROUNDS = 3
ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)
PLAIN = """site_name: Plain
docs_dir: docs
site_dir: site
use_directory_urls: false
theme:
  name: material
  language: ja
  font: false
  features: [navigation.sections, navigation.top, navigation.footer, search.highlight, toc.follow]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/weather-night, name: dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/weather-sunny, name: light}}
plugins:
  search: {lang: ja}
markdown_extensions: {attr_list: {}}
not_in_nav: "*"
"""


@cache
def zipped(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 6)


class Gzipped(Quiet):
    """A web server that sends text as a good host does."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in {".html", ".css", ".js", ".json", ".svg"} or not path.is_file():
            super().do_GET()
            return
        body = zipped(str(path))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def build_plain(site: Path) -> Path:
    """A site of the theme alone that shows the articles of `site`."""
    folder = OUT / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    articles = {}
    for path in sorted(site.glob("*.html")):
        if found := ARTICLE.search(path.read_text("utf-8")):
            articles[path.name] = found[1]
            heads = html.fromstring(found[0]).xpath(".//h1 | .//h2 | .//h3")
            lines = [
                f"{'#' * int(head.tag[1])} {head.xpath('string(text())').strip()} {{#{head.get('id')}}}"
                for head in heads
            ]
            (folder / "docs" / f"{path.stem}.md").write_text("\n\n".join(lines), "utf-8")
    config = load_config(str(folder / "mkdocs.yml"), nav=load_config(str(ROOT / "mkdocs.yml")).nav)
    config.plugins.events["page_content"].append(lambda _, page, **__: articles[page.url])
    build(config)
    return folder / "site"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipped, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def opened(address: str) -> dict[str, float]:
    """What Lighthouse says of a page."""
    command = [
        *("node", str(ROOT / "node_modules/lighthouse/cli/index.js"), address, "--quiet", "--output=json"),
        *("--only-categories=performance", "--no-enable-error-reporting"),
        "--chrome-flags=--headless=new --no-sandbox --no-first-run --disable-background-networking --disable-sync",
    ]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise RuntimeError(f"lighthouse {address}: {done.stderr}")
    told = json.loads(done.stdout)
    audits, asked = told["audits"], told["audits"]["network-requests"]["details"]["items"]
    if any(not item["url"].startswith((address.rpartition("/")[0], "data:")) for item in asked):
        raise RuntimeError(f"{address} asks another host")
    return {
        "blocking": audits["total-blocking-time"]["numericValue"],
        "shift": audits["cumulative-layout-shift"]["numericValue"],
        "score": told["categories"]["performance"]["score"] * 100,
        "kilobytes": sum(item["transferSize"] for item in asked) / 1000,
        "requests": len([item for item in asked if not item["url"].startswith("data:")]),
    }


def middle(runs: list[dict[str, float]], what: str) -> str:
    values = [run[what] for run in runs]
    digits = {"shift": 3, "kilobytes": 1}.get(what, 0)
    value, low, high = (f"{each:.{digits}f}" for each in (statistics.median(values), min(values), max(values)))
    return value if low == high else f"{value} ({low}–{high})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the site to look at")
    parser.add_argument("--before", type=Path, help="another build of it, shown beside")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("pages", nargs="*", default=PAGES)
    options = parser.parse_args()
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    sites = {"plain": build_plain(options.site.resolve())}
    if options.before:
        sites["before"] = options.before.resolve()
    sites["ours"] = options.site.resolve()
    runs: dict[tuple[str, str], list[dict[str, float]]] = {}
    with ExitStack() as stack:
        roots = {name: stack.enter_context(served(folder)) for name, folder in sites.items()}
        for _ in range(options.rounds):
            for page in options.pages:
                for name, root in roots.items():
                    runs.setdefault((page, name), []).append(opened(f"{root}{page}.html"))
    columns = ("blocking", "shift", "score", "kilobytes", "requests")
    print(f"{options.rounds} rounds, medians (lowest–highest); blocking in ms, kilobytes as sent, all of a first view")
    print(f"{'page':<24}{'site':<8}" + "".join(f"{column:>22}" for column in columns))
    for (page, name), found in runs.items():
        print(f"{page:<24}{name:<8}" + "".join(f"{middle(found, column):>22}" for column in columns))


if __name__ == "__main__":
    main()
