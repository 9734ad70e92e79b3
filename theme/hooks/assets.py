"""Styles and scripts as they are served: joined from many files where a feature has its own, without what is for editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from content.lean import joined
from search.engine import SCRIPTS, scripts

THEME = Path(__file__).resolve().parent.parent
PARTS = THEME / "css"
# What features build on, in this order; the features follow by name, and none builds on another.
SHARED = ("roles", "type", "frame", "tables", "figures", "lists", "notes", "forms")
SERVED = "css/site.css"
# What every page carries, joined since each request costs more than its words: in the head, before anything is painted and
# the theme starts; and at the end of the page. Each part uses those before it.
FRAME = {
    "head": ("storage", "kept-aids", "scheme", "keys", "wish", "search"),
    "frame": ("page", "handover", "guard", "menu", "results", "danger", "arrival", "language"),
}
# What a tool shows once the reader has come to it (Teichaku.wish), joined likewise.
WISHED = {"calculator-result": ("calculator-days", "calculator-rows", "calculator-year")}
EDITORS = (".css", ".json", ".jsonc", ".d.ts")  # parts of styles, settings and types: nothing a reader needs


def parts() -> list[Path]:
    """The files of theme/css in the order in which they are joined."""
    features = sorted(path for path in PARTS.glob("*.css") if path.stem not in SHARED)
    return [*(PARTS / f"{name}.css" for name in SHARED), *features]


def grouped(groups: Mapping[str, Iterable[str]] = FRAME) -> dict[str, str]:
    """The scripts of every page, or others by the name that they are served under."""
    return {name: joined(SCRIPTS / f"{part}.js" for part in group) for name, group in groups.items()}


def on_files(files: Any, config: Any) -> Any:
    """Serve few files instead of their parts: styles, the search engine, the frame; leave out what is for editors."""
    framed = {f"{part}.js" for group in (FRAME | WISHED).values() for part in group}
    for file in [*files]:
        path = Path(file.abs_src_path or "").resolve()
        part = path.match("js/*.js") and (path.name in framed or path.name.startswith("search-"))
        if THEME in path.parents and (part or path.name.endswith(EDITORS)):
            files.remove(file)
    for name, content in (scripts() | grouped() | grouped(WISHED)).items():
        files.append(File.generated(config, f"js/{name}.js", content=content))
    texts = [path.read_text("utf-8") for path in parts()]
    texts.insert(len(SHARED), "/* features */\n")  # publish/styles.py parts them here
    files.append(File.generated(config, SERVED, content="".join(texts)))
    return files
