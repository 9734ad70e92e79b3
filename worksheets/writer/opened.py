"""Files of the project's own that the writer takes in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.opc.exceptions import PackageNotFoundError

from content.files import ContentError, shown

T = TypeVar("T")
BROKEN = (
    *(OSError, KeyError, ValueError, BadZipFile, PackageNotFoundError),
    *(InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError),
)


def opened(path: Path, how: Callable[[str], T]) -> T:
    """What `how` makes of a file. Raises ContentError where it is missing or broken."""
    try:
        return how(str(path))
    except BROKEN:
        raise ContentError(
            f"{shown(path)}:1: is missing or broken: fetch it anew (git checkout -- {shown(path)})"
        ) from None
