"""What a screen reader is given of a page of each kind: its accessibility tree, the part that the page is there for."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from content.files import read

TREES = read(Path(__file__).with_name("trees.yml")).value


@pytest.mark.parametrize("kind", TREES)
def test_a_page_is_told_in_order_with_its_names(kind, lang, watched, address):
    page, _ = watched
    page.goto(address("file", lang, kind), wait_until="load")
    if "first" in TREES[kind]:
        field, value = TREES[kind]["first"]
        page.fill(f"#{field}", value)
        page.keyboard.press("Enter")
    expect(page.locator(TREES[kind]["at"]).first).to_match_aria_snapshot(TREES[kind][lang])
