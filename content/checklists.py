"""Check sheets: items in groups and the scale on which they are answered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from content.base import Choice, Id, Line, ManualSection, Model, SourceId, Text, known


class Item(Model):
    """One item of a checklist and who is asked; `own` is the item as the person says it of themself."""

    id: Id
    text: Text
    own: Text | None = None
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

    @model_validator(mode="after")
    def _own_words_for_all_or_none(self) -> Checklist:
        asked = [item for group in self.groups for item in group.items if "person" in item.asked]
        lacking = [item.id for item in asked if item.own is None]
        if lacking and len(lacking) < len(asked):
            raise ValueError(f"say also how the person says these of themself (`own`): {', '.join(lacking)}")
        return self

    @property
    def numbers(self) -> dict[str, int]:
        """The items, numbered through all groups: {id: number}."""
        items = (item for group in self.groups for item in group.items)
        return {item.id: number for number, item in enumerate(items, 1)}
