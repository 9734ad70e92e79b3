"""What a worksheet is: its fields and sections, and the list of all sheets (no Word in here)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter, model_validator

from content.load import ids_of, validate_file
from content.models import Choice, Guide, Id, Model, Text, known

FOLDER = Path(__file__).parent


def _bookmarkable(tag: str) -> str:
    if len(tag) > 38:  # Word's bookmark names hold 40 characters; ours begin with "b_"
        raise ValueError(f"is {len(tag)} characters long: a field's id holds 38 at most")
    return tag


FieldId = Annotated[Id, AfterValidator(_bookmarkable)]


class Asked(Model):
    """Whatever a person fills in: its id stays once a version is out."""

    id: FieldId
    label: Text
    hint: Text | None = None


class TextField(Asked):
    """Free words; `lines` of handwriting."""

    kind: Literal["text"]
    lines: int = Field(1, ge=1, le=20)


class DateField(Asked):
    """A day."""

    kind: Literal["date"]


class CheckboxField(Asked):
    """A box to tick."""

    kind: Literal["checkbox"]


class DropdownField(Asked):
    """One of a few words."""

    kind: Literal["dropdown"]
    choices: tuple[Choice, ...] = Field(min_length=2)


class ConfirmField(Asked):
    """A line to sign or stamp, with its day."""

    kind: Literal["confirm"]


class Column(Model):
    """A column of a table to fill in; `width` is its share of the line."""

    id: Id
    label: Text
    width: int = Field(1, ge=1, le=12)


class TableField(Model):
    """Rows of the same columns; a row may have a printed name."""

    kind: Literal["table"]
    id: FieldId
    label: Text
    columns: tuple[Column, ...] = Field(min_length=1)
    rows: tuple[Choice, ...] = Field(min_length=1)
    lines: int = Field(1, ge=1, le=20)


class ChecklistField(Model):
    """A whole checklist of the data: a rating an item and round, and columns beside it."""

    kind: Literal["checklist"]
    id: FieldId
    checklist: Annotated[str, known("checklists")]
    rounds: tuple[Choice, ...] = Field(min_length=1)
    columns: tuple[Column, ...] = ()
    means: bool = False


class ContentsField(Model):
    """A box for every content of the plan or the report, and the crosswalk to the official form."""

    kind: Literal["contents"]
    id: FieldId
    contents: Literal["plan-contents", "report-contents"]
    lines: int = Field(2, ge=1, le=20)


AnyField = Annotated[
    TextField | DateField | CheckboxField | DropdownField | ConfirmField | TableField | ChecklistField | ContentsField,
    Field(discriminator="kind"),
]


class Part(Model):
    """A section of a sheet under its heading."""

    id: Id
    title: Text
    note: Text | None = None
    fields: tuple[AnyField, ...] = Field(min_length=1)


class Sheet(Model):
    """A worksheet in both languages."""

    id: FieldId
    title: Text
    purpose: Text
    reader: Text
    keeper: Text
    may_see: Text
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    date: date
    landscape: bool = False
    notes: tuple[Text, ...] = Field(min_length=1)
    sections: tuple[Part, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_once(self) -> Sheet:
        seen: set[str] = set()
        for part in self.sections:
            for field in part.fields:
                if field.id in seen:
                    raise ValueError(f'the field "{field.id}" stands twice: give each its own id')
                seen.add(field.id)
        return self


@cache
def catalogue(guide: Guide, folder: Path = FOLDER) -> dict[str, Sheet]:
    """All sheets by id. Raises ContentError with file, line and key of every slip."""
    ids, kind = ids_of(guide), TypeAdapter(Sheet)
    return {path.stem: validate_file(path, kind, ids, {"id": path.stem}) for path in sorted(folder.glob("*.yml"))}


def tags(guide: Guide, sheet: Sheet) -> Iterator[str]:
    """The ids of all controls of a sheet, in reading order."""
    for part in sheet.sections:
        for field in part.fields:
            match field:
                case TableField():
                    for row in field.rows:
                        for column in field.columns:
                            yield f"{field.id}-{row.id}-{column.id}"
                case ChecklistField():
                    (checklist,) = [each for each in guide.checklists if each.id == field.checklist]
                    for group in checklist.groups:
                        for item in group.items:
                            yield from (f"{item.id}-{turn.id}" for turn in field.rounds)
                            yield from (f"{item.id}-{column.id}" for column in field.columns)
                    if field.means:
                        for group in checklist.groups:
                            yield f"{group.id}-mean"
                            yield f"{group.id}-answered"
                case ContentsField():
                    for content in guide.plan_contents if field.contents == "plan-contents" else guide.report_contents:
                        yield f"{field.id}-{content.id}"[:38]
                case ConfirmField():
                    yield field.id
                    yield f"{field.id}-on"
                case _:
                    yield field.id
