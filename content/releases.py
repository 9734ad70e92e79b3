"""Versions of the guide: which is this, and what changed with each."""

from __future__ import annotations

import tomllib
from typing import Annotated

from pydantic import Field

from content.base import Day, Model, PageId, Text
from content.files import HOUSE


class ChangedPage(Model):
    """A page to read again, and why."""

    page: PageId
    what: Text


class Release(Model):
    """One version, the day it came out, and what it brought; sheets say themselves what changed in them, and when."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    date: Day
    summary: Text
    pages: tuple[ChangedPage, ...] = ()


def version() -> str:
    """The guide's own, from pyproject.toml."""
    return str(tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]["version"])
