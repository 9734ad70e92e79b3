"""Check sheets: items in groups and the scale on which they are answered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from content.base import Choice, Id, Line, ManualSection, Model, SourceId, Text, known


class Item(Model):
    """One item of a checklist and who is asked."""

    id: Id
    text: Text
    note: Text | None = None
    asked: tuple[Annotated[str, known("respondents")], ...] = Field(min_length=1)


class ItemGroup(Model):
    """A viewpoint or element of a checklist."""

    id: Id
    name: Text
    items: tuple[Item, ...] = Field(min_length=1)


class Grade(Choice):
    """One step of a worded scale, with the sign written into a narrow box."""

    code: Line


class Checklist(Model):
    """A check sheet: items in groups, with a worded scale of ours."""

    id: Id
    title: Text
    intro: Text
    section: ManualSection
    source: SourceId
    scale: tuple[Grade, ...] = Field(min_length=2)
    groups: tuple[ItemGroup, ...] = Field(min_length=1)

    @property
    def numbers(self) -> dict[str, int]:
        """The items, numbered through all groups: {id: number}."""
        items = (item for group in self.groups for item in group.items)
        return {item.id: number for number, item in enumerate(items, 1)}
