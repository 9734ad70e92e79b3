"""What an office adds for its own people: its name, desks nearby, notes on pages, local resources, sheets of its own.

It stands in a folder apart from ours (`office/`, or where TEICHAKU_OFFICE leads), so that a new version of the guide never
touches it, and passes the same door. Shown with a mark of its own.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from content.answers import DeskId, Phone
from content.base import Day, Id, Lang, Line, Model, PageId
from content.files import HOUSE, ContentError, read, shown
from content.load import ids_of, validated
from content.models import Guide

VARIABLE = "TEICHAKU_OFFICE"
FILE = "office.yml"
PICTURES = (".svg", ".png")
Link = Annotated[str, Field(pattern=r"^(https?://|mailto:)\S+$")]
Picture = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.(svg|png)$")]


class Local(Model):
    """Words of an office: Japanese, and English where it has them."""

    ja: Line
    en: Line | None = None

    def __getitem__(self, lang: Lang) -> str:
        return self.en if lang == "en" and self.en else self.ja


class LocalDesk(Model):
    """A desk nearby, with its number, shown wherever the guide names one that it `stands_for`."""

    id: Id
    stands_for: tuple[DeskId, ...] = Field(min_length=1)
    name: Local
    phone: Phone
    hours: Local | None = None
    note: Local | None = None
    checked: Day


class LocalResource(Model):
    """Somebody or something in the area that a resource map may name."""

    id: Id
    name: Local
    what_for: Local
    phone: Phone | None = None


class Note(Model):
    """Words of the office at the head of a page."""

    page: PageId
    words: Local
    date: Day


class Office(Model):
    """All that an office adds, but for its sheets, which stand in `sheets/` beside it."""

    name: Local
    contact: Local
    link: Link | None = None
    logo: Picture | None = None
    desks: tuple[LocalDesk, ...] = ()
    resources: tuple[LocalResource, ...] = ()
    notes: tuple[Note, ...] = ()


def folder() -> Path | None:
    """Where the office's own files are, if there are any. Raises ContentError where the variable leads nowhere."""
    if named := os.environ.get(VARIABLE):
        if not (Path(named) / FILE).is_file():
            raise ContentError(f"{named}: {VARIABLE} names this folder, but there is no {FILE} in it: correct the path")
        return Path(named)
    return HOUSE / "office" if (HOUSE / "office" / FILE).is_file() else None


def sheets() -> Path | None:
    """The folder of the office's own sheets, if it has one."""
    place = folder()
    return place / "sheets" if place and (place / "sheets").is_dir() else None


@cache
def office(guide: Guide) -> Office | None:
    """What the office adds, checked; None where there is no office. Raises ContentError with every slip."""
    place = folder()
    if not place:
        return None
    file = read(place / FILE)
    found = validated(file, TypeAdapter(Office), ids_of(guide))
    slips = []
    if found.logo and not (place / found.logo).is_file():
        slips.append(file.slip(("logo",), f'there is no "{found.logo}" in {shown(place)}: put the picture there'))
    for kind in ("desks", "resources"):
        ids = [each.id for each in getattr(found, kind)]
        slips += [
            file.slip((kind, at, "id"), f'"{id}" stands twice: give each its own')
            for at, id in enumerate(ids)
            if id in ids[:at]
        ]
    if slips:
        raise ContentError("\n".join(slips))
    return found
