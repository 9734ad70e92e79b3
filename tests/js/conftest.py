"""The browser's scripts, asked from Python: their pure parts run in plain Node."""

import json
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from conftest import ROOT

Asker = Callable[..., list[Any]]


@pytest.fixture(scope="session")
def ask() -> Asker:
    """`ask(["dates"], [["dates.lastDay", 0, 6]])` loads js/dates.js and gives each call's answer."""

    def asked(scripts: list[str], calls: list[list[Any]]) -> list[Any]:
        paths = [str(ROOT / f"theme/js/{script}.js") for script in scripts]
        done = subprocess.run(
            ["node", str(ROOT / "tests/js/ask.mjs"), *paths], input=json.dumps(calls), capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return asked
