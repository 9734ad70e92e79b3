"""The same pages come out of ProperDocs, which goes on with MkDocs 1: the way on when MkDocs itself is no longer kept."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

ENGINE = ROOT / "build/properdocs"  # put there by tests/needs.sh, pinned in properdocs.lock
CONFIG = {"ja": "mkdocs.yml", "en": "mkdocs.en.yml"}
GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


def built(engine: str, lang: str, folder: Path) -> Path:
    """One language, strictly, by an engine."""
    command = [
        sys.executable,
        "-m",
        engine,
        "build",
        "-q",
        "--strict",
        "-f",
        str(ROOT / CONFIG[lang]),
        "-d",
        str(folder),
    ]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ENGINE)}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return folder


def unlike(one: Path, other: Path) -> list[str]:
    """Files that differ in more than the name of what made them, or stand on one side only."""

    def files(folder: Path) -> dict[str, bytes]:
        kept = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz"]  # a sitemap's clock
        return {str(path.relative_to(folder)): GENERATOR.sub(b"", path.read_bytes()) for path in kept}

    ours, theirs = files(one), files(other)
    return sorted(name for name in {*ours, *theirs} if ours.get(name) != theirs.get(name))


@pytest.mark.parametrize("lang", ["ja", pytest.param("en", marks=pytest.mark.matrix)])
def test_properdocs_builds_the_same_pages(lang, tmp_path):
    assert ENGINE.is_dir(), "run tests/needs.sh first"
    assert unlike(built("properdocs", lang, tmp_path / "one"), built("mkdocs", lang, tmp_path / "other")) == []
