"""What search weighs, gzipped: nearly nothing in a page's first view, and little once somebody searches."""

import gzip

import pytest

from conftest import FOLDER, ROOT, SITE

pytestmark = pytest.mark.built

LIMITS = {
    "js/head.js": 3_500,  # of every page; the ear is its part
    "js/search-engine.js": 17_100,
    "search/index.js": 100_000,  # or a phone waits for it
}


@pytest.mark.parametrize("lang", FOLDER)
@pytest.mark.parametrize(("file", "limit"), LIMITS.items(), ids=LIMITS)
def test_search_stays_small(lang, file, limit):
    folder = SITE if file.startswith("js/") else FOLDER[lang]  # scripts are those of both languages
    assert len(gzip.compress((folder / file).read_bytes(), 9)) < limit


def test_parts_and_types_are_not_served():
    served = {path.name for path in (SITE / "js").iterdir()}
    parts = {path.name for path in (ROOT / "theme/js").glob("search-*.js")}
    assert parts and not parts & served
    assert not [name for name in served if not name.endswith(".js")]
