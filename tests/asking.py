"""The browser's scripts, asked from Python: one Node for all tests of a run (tests/js/node.mjs)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from conftest import ROOT


@cache
def _node() -> subprocess.Popen[str]:
    return subprocess.Popen(
        ["node", str(ROOT / "tests/js/node.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def node(scripts: Sequence[Path], **question: Any) -> Any:
    """What Node answers once `scripts` are loaded: `calls`, `body`, or `index` and `engine`. Raises AssertionError."""
    running = _node()
    assert running.stdin and running.stdout
    running.stdin.write(json.dumps({"scripts": [str(path) for path in scripts], **question}) + "\n")
    running.stdin.flush()
    answer = json.loads(running.stdout.readline() or '{"error": "Node has ended"}')
    assert "error" not in answer, answer["error"]
    return answer["value"]
