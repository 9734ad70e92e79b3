"""Waiting in the browser's tests: for what a reader would see, never for a time that a slow machine outlasts."""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 5.0  # seconds
T = TypeVar("T")


def at_last(read: Callable[[], T], wanted: T) -> T:
    """What is read once it is what is wanted, or when patience ends."""
    until = time.monotonic() + PATIENCE
    while (found := read()) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    return found
