"""What a page weighs at its first view, gzipped, and how many requests that takes: what it names is all that it asks for."""

import gzip
from functools import cache
from pathlib import Path

import pytest

from conftest import FOLDER, parsed

pytestmark = pytest.mark.built

REQUESTS = {"index": 8}
MOST_REQUESTS = 10
HEAVIEST = 95_000  # bytes
LIMITS = {  # bytes, where a page has another
    "index": 70_000,
    "explore": 118_000,  # its 106 examples stand on the page, and work without scripts
}


@cache
def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def test_every_page_opens_with_few_requests_and_little_weight(lang):
    heavy = {}
    for page in {*FOLDER[lang].glob("*.html")} - {FOLDER[lang] / "404.html"}:  # it names all by whole addresses
        named = parsed(page).xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src")
        files = [page, *(page.parent / link for link in dict.fromkeys(named))]
        weighs = sum(weight(file.resolve()) for file in files)
        if len(files) > REQUESTS.get(page.stem, MOST_REQUESTS) or weighs > LIMITS.get(page.stem, HEAVIEST):
            heavy[page.stem] = len(files), weighs
    assert not heavy
