"""The styles as they are served: one file, joined from theme/css, where each feature has its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

PARTS = Path(__file__).resolve().parent / "css"
# What features build on, in this order; the features follow by name, and none builds on another.
SHARED = ("roles", "type", "frame", "tables", "figures", "lists", "notes", "forms")
SERVED = "css/site.css"
EDITORS = (".css", ".json", ".jsonc", ".d.ts")  # parts of styles, settings and types: nothing a reader needs


def parts() -> list[Path]:
    """The files of theme/css in the order in which they are joined."""
    features = sorted(path for path in PARTS.glob("*.css") if path.stem not in SHARED)
    return [*(PARTS / f"{name}.css" for name in SHARED), *features]


def on_files(files: Any, config: Any) -> Any:
    """Serve one style sheet instead of its parts, and leave out what is for editors."""
    for file in [*files]:
        path = Path(file.abs_src_path or "").resolve()
        if PARTS.parent in path.parents and path.name.endswith(EDITORS):
            files.remove(file)
    files.append(File.generated(config, SERVED, content="".join(path.read_text("utf-8") for path in parts())))
    return files
