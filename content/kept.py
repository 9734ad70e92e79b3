"""What a build has worked out and the next may take over: a file in build/, good as long as its stamp is the same."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "build"


class Kept:
    """Values by text, as JSON has them; nothing where the file cannot be read or bears another stamp."""

    def __init__(self, path: Path, stamp: str) -> None:
        self.path, self.stamp = path, stamp
        self.new: dict[str, Any] = {}

    @cached_property
    def before(self) -> dict[str, Any]:
        """What an earlier build kept."""
        try:
            kept = json.loads(self.path.read_text("utf-8"))
            return dict(kept["texts"]) if kept["stamp"] == self.stamp else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def get(self, text: str) -> Any:
        """The value of a text; None where there is none yet."""
        return self.new[text] if text in self.new else self.before.get(text)

    def keep(self, texts: Iterable[str]) -> None:
        """Write the values of these texts alone for the next build; nothing where all are written."""
        now = {text: value for text in sorted(texts) if (value := self.get(text)) is not None}
        if now == self.before:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        aside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        aside.write_text(json.dumps({"stamp": self.stamp, "texts": now}, ensure_ascii=False), "utf-8")
        aside.replace(self.path)
