"""What tests of the built site share: its folder and its parsed pages."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from functools import cache
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from browsing import browser
from lxml import html

from content.load import load
from search.engine import FOLD, SCRIPTS, path
from worksheets.catalogue import catalogue, families
from worksheets.models import OWN_PAGE

__all__ = ["browser"]  # one for all tests of a run, whatever room they are in

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
FOLDER = {"ja": SITE, "en": SITE / "en"}
DOCS = {"ja": ROOT / "docs/ja", "en": ROOT / "docs/en"}
NAMES = sorted(path.stem for path in DOCS["ja"].glob("*.md"))
FILLED = [id for id, sheet in catalogue(load()).items() if sheet.on_screen == OWN_PAGE and not sheet.example]
BUILT = [*NAMES, *(f"sheet-{id}" for id in families(load())), *(f"fill-{id}" for id in FILLED)]  # with those of sheets


def features() -> dict[str, list[str]]:
    """The scripts that each markup calls for (theme/main.html)."""
    listed = re.findall(r'\("(data-[^"]+)", \[([^]]+)\]\)', (ROOT / "theme/main.html").read_text("utf-8"))
    return {holds: re.findall(r'"([^"]+)"', scripts) for holds, scripts in listed}


def served(names: Iterable[str]) -> list[Path]:
    """The scripts that are served under names; the reading of words is several, joined."""
    return [part for name in names for part in (map(path, FOLD) if name == "search-fold" else [SCRIPTS / f"{name}.js"])]


def weight(*files: Path) -> int:
    """Bytes, each gzipped as a server would."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


class Quiet(SimpleHTTPRequestHandler):
    """A web server that says nothing."""

    def log_message(self, *args: object) -> None:
        pass


@cache
def parsed(path: Path) -> html.HtmlElement:
    """A built page."""
    if not path.exists():
        raise FileNotFoundError(f"{path}: run `make site` first")
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def article(lang: str, name: str) -> html.HtmlElement:
    """The words of a page, without menus."""
    return parsed(FOLDER[lang] / f"{name}.html").find(".//article")


@pytest.fixture(params=["ja", "en"])
def lang(request) -> str:
    return str(request.param)


@pytest.fixture(params=BUILT)
def built(request) -> str:
    return str(request.param)


@pytest.fixture(params=NAMES)
def name(request) -> str:
    return str(request.param)
