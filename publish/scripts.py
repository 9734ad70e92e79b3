"""Few scripts as they are served: what all pages ask for in one file, what a kind of page asks besides in another.

A request costs more than the words of a small script, and a server packs one file better than a dozen. Pages under
`make serve` and `make preview` keep the parts, as they are written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from content.lean import lean

PART = re.compile(r'<script src="([^"]*?)js/([\w-]+)\.js" defer></script>\s*')
ALL = 0.9  # of the pages that ask for any: a file of its own, which the next page has already


def join(site: Path) -> None:
    """Let every page load the parts it asks for from one or two files, and drop the parts that are in these alone."""
    for path in (site / "js").glob("*.js"):
        path.write_text(lean(path.read_text("utf-8")), "utf-8")
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    asked = {path: [name for _, name in PART.findall(html)] for path, html in pages.items()}
    count = Counter(name for names in asked.values() for name in names)
    many = ALL * sum(1 for names in asked.values() if names)
    common = {name for name, times in count.items() if times >= many}
    for path, html in pages.items():
        groups = ([name for name in asked[path] if (name in common) is shared] for shared in (True, False))
        if first := PART.search(html):
            links = "".join(
                f'<script src="{first[1]}js/{_file(site, names)}" defer></script>\n' for names in groups if names
            )
            path.write_text(html[: first.start()] + links + PART.sub("", html[first.start() :]), "utf-8")
    for name in count:
        (site / f"js/{name}.js").unlink()


def joined(names: Iterable[str]) -> str:
    """The name of the script that parts are served in."""
    return f"page-{sha256(' '.join(sorted(names)).encode()).hexdigest()[:6]}"


def _file(site: Path, names: Sequence[str]) -> str:
    """Write parts as one script, unless it is there; its name. What fails in one is said, and leaves the others running."""
    path = site / f"js/{joined(names)}.js"
    if not path.exists():
        parts = [(site / f"js/{each}.js").read_text("utf-8").strip() for each in names]
        path.write_text("".join(f"try{{\n{part}\n}}catch(e){{reportError(e)}}\n" for part in parts), "utf-8")
    return path.name
