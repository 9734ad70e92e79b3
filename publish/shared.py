"""One copy of what both languages load: the English pages use the scripts, styles and pictures beside them."""

from __future__ import annotations

import re
from filecmp import cmp
from pathlib import Path

from content.files import ContentError

# What the theme brings for its own search, which ours takes the place of.
UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers")
FOLDERS = ("assets", "css", "img", "js")
LINK = re.compile(rf'(href|src)="((?:/[^"]*)?/en/|)({"|".join(FOLDERS)})/')


def strip(folder: Path) -> None:
    """Remove from a built language what no page loads."""
    for name in UNUSED:
        for path in sorted(Path(folder, name).rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        if Path(folder, name).is_dir():
            Path(folder, name).rmdir()
    for path in folder.rglob("*.map"):
        path.unlink()


def share(folder: Path, below: str) -> None:
    """Let the pages of the language in `below` load what stands in `folder`, and drop its own copies.

    Raises ContentError where the two differ: then one page would look or work unlike its twin.
    """
    own = folder / below
    for name in FOLDERS:
        for path in sorted((own / name).rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
                continue
            twin = folder / path.relative_to(own)
            if not twin.is_file() or not cmp(path, twin, shallow=False):
                raise ContentError(
                    f"{path.relative_to(folder)}: differs from {twin.relative_to(folder)}: both languages load the same"
                )
            path.unlink()
        if (own / name).is_dir():
            (own / name).rmdir()
    for page in own.glob("*.html"):
        html = page.read_text("utf-8")
        page.write_text(LINK.sub(_beside, html), "utf-8")


def _beside(link: re.Match[str]) -> str:
    """The link, to the copy beside its language; where it leads from the root of the server, so it stays."""
    return f'{link[1]}="{link[2].removesuffix("en/") or "../"}{link[3]}/'
