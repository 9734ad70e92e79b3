"""The browser's scripts, asked from Python: their pure parts run in plain Node."""

import json
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from judging import engine

from conftest import ROOT
from search.engine import PARTS, path

Asker = Callable[..., list[Any]]
SMALL = yaml.safe_load((ROOT / "tests/js/small.yml").read_text("utf-8"))


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


@pytest.fixture(scope="session")
def small() -> Asker:
    """`small("ja", ["asked", "計画"])`: what the engine's functions answer over a small index."""

    def asked(lang: str, *calls: list[Any]) -> list[Any]:
        rows = SMALL[lang]["entries"]
        columns = {key: [row.get(key, "") for row in rows] for key in ("at", "title", "text", "kind", "words")}
        return engine([path(part) for part in PARTS], {**SMALL[lang], "entries": columns}, calls)

    return asked
