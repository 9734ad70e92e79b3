"""Styles and scripts as they are served: joined from many files where a feature has its own, without what is for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from search.engine import scripts

THEME = Path(__file__).resolve().parent.parent
PARTS = THEME / "css"
# What features build on, in this order; the features follow by name, and none builds on another.
SHARED = ("roles", "type", "frame", "tables", "figures", "lists", "notes", "forms")
SERVED = "css/site.css"
EDITORS = (".css", ".json", ".jsonc", ".d.ts")  # parts of styles, settings and types: nothing a reader needs


def parts() -> list[Path]:
    """The files of theme/css in the order in which they are joined."""
    features = sorted(path for path in PARTS.glob("*.css") if path.stem not in SHARED)
    return [*(PARTS / f"{name}.css" for name in SHARED), *features]


def on_files(files: Any, config: Any) -> Any:
    """Serve one style sheet and one search engine instead of their parts, and leave out what is for editors."""
    for file in [*files]:
        path = Path(file.abs_src_path or "").resolve()
        if THEME in path.parents and (path.name.endswith(EDITORS) or path.match("js/search-*.js")):
            files.remove(file)
    for name, content in scripts().items():
        files.append(File.generated(config, f"js/{name}.js", content=content))
    files.append(File.generated(config, SERVED, content="".join(path.read_text("utf-8") for path in parts())))
    return files
