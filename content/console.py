"""What a person reads in a terminal: any letters on any console, and nothing that would act on it."""

from __future__ import annotations

import sys


def utf8() -> None:
    """Write UTF-8 whatever the console or the file behind it is set to: no letter ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
