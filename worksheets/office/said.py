"""What the office's commands say, in either language (said.yml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from content.base import Id, Lang, Text
from content.files import read
from content.load import validated

FILE = Path(__file__).with_name("said.yml")


@cache
def all_words() -> dict[str, Text]:
    """All of it. Raises ContentError with every slip of the file."""
    return validated(read(FILE), TypeAdapter(dict[Id, Text]), {})


class Refused(Exception):
    """A file that isn't read, or a value that isn't taken: the key of its words, and what they name."""

    def __init__(self, key: str, **values: Text | str | int) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Say:
    """Words of said.yml in one language."""

    lang: Lang

    def __call__(self, key: str, **values: Text | str | int) -> str:
        return all_words()[key].filled(**values)[self.lang]

    def pattern(self, key: str) -> str:
        """The words with their {names} still to be filled in."""
        return all_words()[key][self.lang]

    def why(self, refused: Refused) -> str:
        """Why something was refused."""
        return self(refused.key, **refused.values)
