"""What a statement rests on, how each text was read, and when it is looked at again."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from content.base import Day, Lang, Rests
from content.models import Guide
from macros.render import render


class Resting(Protocol):
    """An answer, or first aid."""

    @property
    def rests(self) -> tuple[Rests, ...]: ...
    @property
    def checked(self) -> Day: ...
    @property
    def next_check(self) -> Day: ...


def rests(guide: Guide, lang: Lang, thing: Resting, of: str) -> Markup:
    """Its sources and days, folded; `of` tells whose they are."""
    return Markup(render(guide, lang, "rests", thing=thing, of=of))
