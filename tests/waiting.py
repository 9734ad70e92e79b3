"""Waiting in the browser's tests: for what a reader would see, never for a time that a slow machine outlasts."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page, Route

PATIENCE = 5.0  # seconds
LATE = 0.1  # seconds after the first paint
SHIFTED = """
  globalThis.shifted = [];
  new PerformanceObserver(list => globalThis.shifted.push(...list.getEntries()))
    .observe({type: 'layout-shift', buffered: true});
"""
T = TypeVar("T")


def at_last(read: Callable[[], T], wanted: T) -> T:
    """What is read once it is what is wanted, or when patience ends."""
    until = time.monotonic() + PATIENCE
    while (found := read()) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    return found


def held_back(page: Page, leave: Callable[[], object]) -> str:
    """What the browser asks while the reader leaves, answered with “stay”."""
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        leave()
    return str(asked.value.type)


def shift(page: Page, url: str) -> float:
    """How far what is read moves about while the page opens (CLS), its scripts coming after the first paint."""

    def late(route: Route) -> None:
        time.sleep(LATE)
        route.continue_()

    page.add_init_script(SHIFTED)
    page.route("**/js/*.js", late)
    page.goto(url, wait_until="load")
    page.wait_for_timeout(200)
    return float(page.evaluate("shifted.reduce((sum, {value}) => sum + value, 0)"))
