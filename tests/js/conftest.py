"""The browser's scripts, asked from Python: their pure parts run in plain Node."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from judging import engine

from asking import node
from conftest import ROOT
from search.engine import PARTS, path

Asker = Callable[..., list[Any]]
SMALL = yaml.safe_load((ROOT / "tests/js/small.yml").read_text("utf-8"))
Runner = Callable[[list[str], str], Any]


def paths(scripts: list[str]) -> list[Path]:
    """page.js, which the others lean on, and the scripts named."""
    return [ROOT / f"theme/js/{script}.js" for script in ("page", *scripts)]


@pytest.fixture(scope="session")
def ask() -> Asker:
    """`ask(["dates"], [["dates.lastDay", 0, 6]])` loads js/dates.js and gives each call's answer."""
    return lambda scripts, calls: node(paths(scripts), calls=calls)


@pytest.fixture(scope="session")
def small() -> Asker:
    """`small("ja", ["asked", "計画"])`: what the engine's functions answer over a small index."""

    def asked(lang: str, *calls: list[Any]) -> list[Any]:
        rows = SMALL[lang]["entries"]
        columns = {key: [row.get(key, "") for row in rows] for key in ("at", "title", "text", "kind", "words")}
        return engine([path(part) for part in PARTS], {**SMALL[lang], "entries": columns}, calls)

    return asked


@pytest.fixture(scope="session")
def run() -> Runner:
    """`run(["device"], "return …")` loads js/device.js and gives what the body of a function returns."""
    return lambda scripts, body: node(paths(scripts), body=body)
