"""Charts of who does what when."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from content.base import Actor, Id, ManualSection, Marked, Model, SourceId, Text, known, nearest


class Stage(Model):
    """A column of a timeline."""

    id: Id
    name: Text
    when: Text | None = None
    rule: Id | None = None  # of the timeline's route: its days are laid over this column


class Cell(Marked):
    """What happens in a row of a timeline, from one stage to another (both included)."""

    start: Id = Field(alias="from")
    end: Id = Field(alias="to")
    text: Text
    detail: Text | None = None
    milestone: Literal["fixed", "suggestion", "ask"] | None = None


class TimelineRow(Model):
    """One line of a timeline: an actor, or a type of support."""

    id: Id
    name: Text
    actor: Actor | None = None
    cells: tuple[Cell, ...]


class Timeline(Model):
    """Who does what when; stages are columns, cells of a row stand in order and don't overlap."""

    id: Id
    title: Text
    summary: Text
    note: Text | None = None
    section: ManualSection
    source: SourceId
    route: Annotated[str, known("routes")] | None = None
    stages: tuple[Stage, ...] = Field(min_length=2)
    rows: tuple[TimelineRow, ...] = Field(min_length=1)

    def place(self, cell: Cell) -> tuple[int, int]:
        """The first and the last column of a cell, counted from 0."""
        order = [stage.id for stage in self.stages]
        return order.index(cell.start), order.index(cell.end)

    @model_validator(mode="after")
    def _cells_in_order(self) -> Timeline:
        order = [stage.id for stage in self.stages]
        for row in self.rows:
            free = 0
            for cell in row.cells:
                for stage in (cell.start, cell.end):
                    if stage not in order:
                        raise ValueError(f'row "{row.id}": {nearest(stage, order, "stage")}')
                first, last = self.place(cell)
                if first < free or last < first:
                    raise ValueError(
                        f'row "{row.id}": the cell from "{cell.start}" to "{cell.end}" overlaps or runs backwards'
                    )
                free = last + 1
        return self
