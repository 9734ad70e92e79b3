"""What a page weighs at its first view, gzipped, and how many requests that takes: what it names is all that it asks for."""

import gzip

import pytest

from conftest import FOLDER, parsed

pytestmark = pytest.mark.built

REQUESTS = {"index": 8}
MOST_REQUESTS = 10
HEAVIEST = 95_000  # bytes
LIMITS = {  # bytes, where a kind of page has another
    "index": 70_000,
    "explore": 118_000,  # its 106 examples stand on the page, and work without scripts
    "sources": 99_000,  # these two are read by those who look a thing up: their words alone are half of it
    "rules": 148_000,
}
KINDS = ("calculator", "claims", "emergency-cards", "fill-support-plan", "money", "scheme", "sheets", "terms")


@pytest.mark.parametrize("name", [*LIMITS, *KINDS])
def test_a_page_opens_with_few_requests_and_little_weight(name, lang):
    page = FOLDER[lang] / f"{name}.html"
    named = parsed(page).xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src")
    files = [page, *(page.parent / link for link in dict.fromkeys(named))]
    assert len(files) <= REQUESTS.get(name, MOST_REQUESTS)
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= LIMITS.get(name, HEAVIEST)
