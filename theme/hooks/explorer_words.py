"""What finds each accommodation in the explorer, as a script that is fetched once somebody types: most readers never do."""

from __future__ import annotations

import json
from typing import Any

from mkdocs.structure.files import File

from content.load import load
from macros.explorer import found_by

SERVED = "js/explorer-words.js"


def on_files(files: Any, config: Any) -> Any:
    """Serve it; words are looked for in both languages, so that they are the same for both."""
    guide = load()
    words = {entry.id: found_by(guide, entry) for entry in guide.accommodations}
    content = f"Teichaku.explorerWords({json.dumps(words, ensure_ascii=False)});\n"
    files.append(File.generated(config, SERVED, content=content))
    return files
