"""What a sheet is made of, in both languages: boxes, and the questions and tables they stand in (no HTML, no Word)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal

from content.base import Text
from content.checklists import Grade
from worksheets.models import GridField, RadarField, Single, WordsField

# Words put together: texts in the language of whoever says them, and what stands between.
Phrase = tuple[Text | str, ...]


def said(phrase: Phrase, say: Callable[[Text], str]) -> str:
    """A phrase in words; `say` knows the language."""
    return "".join(part if isinstance(part, str) else say(part) for part in phrase)


@dataclass(frozen=True)
class Box:
    """One thing to fill in.

    `title` says by itself what it is for; `label` is what stands at it, nothing where its row's name says enough.
    `choices` are those of a dropdown. `group` is the question that radios answer together, or what a dropdown counts for.
    Boxes of one `cell` stand in one cell of a table.
    """

    tag: str
    kind: Literal["text", "number", "date", "checkbox", "radio", "dropdown"]
    title: Phrase
    label: Phrase = ()
    choices: tuple[Grade, ...] = ()
    group: str = ""
    unit: Text | None = None
    cell: str = ""


@dataclass(frozen=True)
class Repeated:
    """What a page after the first says again at its head: the box `of` a field, under a tag of its own."""

    tag: str
    of: Box


@dataclass(frozen=True)
class Prompt:
    """A question and what to fill in beside it."""

    field: Single
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Prompts:
    """Questions side by side: most often one. `named`, their labels are names, longer than what is written beside them."""

    prompts: tuple[Prompt, ...]
    named: bool = False
    kind: ClassVar = "prompts"

    @property
    def boxes(self) -> Iterator[Box]:
        """All boxes, in reading order."""
        return (box for prompt in self.prompts for box in prompt.boxes)


@dataclass(frozen=True)
class Row:
    """Boxes of one line under what they are about; where it is `blank`, that isn't printed: the person writes it."""

    name: Text
    boxes: tuple[Box, ...]
    note: Text | None = None
    beside: tuple[Text, ...] = ()  # in columns of their own, between name and boxes
    number: int | None = None
    blank: bool = False

    @property
    def cells(self) -> list[tuple[Box, ...]]:
        """The boxes, those of one cell together."""
        return [tuple(found) for _, found in groupby(self.boxes, key=lambda box: box.cell or box.tag)]

    @property
    def title(self) -> Phrase:
        """Its name, with its number."""
        if self.number is None:
            return (self.name,)
        return (self.name, f" {self.number}") if self.blank else (f"{self.number}. ", self.name)


@dataclass(frozen=True)
class Group:
    """Rows that stand together, under a name."""

    rows: Sequence[Row]
    name: Text | None = None


@dataclass(frozen=True)
class Grid:
    """A table to fill in; `heads` stand over all its columns, `scale` is how its dropdowns are answered."""

    field: GridField
    heads: tuple[Text, ...]
    groups: Sequence[Group]
    scale: tuple[Grade, ...] = ()
    kind: ClassVar = "grid"

    @property
    def boxes(self) -> Iterator[Box]:
        """All boxes, in reading order."""
        return (box for group in self.groups for row in group.rows for box in row.boxes)

    @property
    def plain(self) -> bool:
        """Has each row one box that its name says all of?"""
        return not any(box.label for box in self.boxes)


@dataclass(frozen=True)
class Mean:
    """An element's mean, and how many of its `count` items were answered."""

    element: str
    count: int
    row: Row


@dataclass(frozen=True)
class Means:
    """The means of a checklist, worked out from its answers."""

    heads: tuple[Text, ...]
    means: tuple[Mean, ...]
    kind: ClassVar = "means"

    @property
    def boxes(self) -> Iterator[Box]:
        """All boxes, in reading order."""
        return (box for mean in self.means for box in mean.row.boxes)


Fillable = Prompts | Grid | Means
Block = Fillable | WordsField | RadarField  # the last two are printed as they are
