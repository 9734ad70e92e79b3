"""What a worksheet is: its fields, sections and editions (no Word in here)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from content.base import About, Choice, Day, Id, Model, Text, known


def bookmarkable(tag: str) -> str:
    """The tag, if Word can bookmark it. Raises ValueError: its names hold 40 characters, ours begin with "b_"."""
    if len(tag) > 38:
        raise ValueError(f'"{tag}" is {len(tag)} characters long: a field\'s id holds 38 at most')
    return tag


FieldId = Annotated[Id, AfterValidator(bookmarkable)]


class Given(Model):
    """Anything with an id; it says what it tells `about`, even if nothing that must not reach everybody.

    What stands for a list of the data (contents, checklist) leaves that to the list's items.
    """

    id: FieldId
    about: tuple[About, ...]


class Asked(Given):
    """Whatever a person fills in: its id stays once a version is out."""

    label: Text
    hint: Text | None = None


class TextField(Asked):
    """Free words; `lines` of handwriting."""

    kind: Literal["text"]
    lines: int = Field(1, ge=1, le=20)


class NumberField(Asked):
    """A number, with its unit printed beside it."""

    kind: Literal["number"]
    unit: Text


class DateField(Asked):
    """A day."""

    kind: Literal["date"]


class CheckboxField(Asked):
    """A box to tick."""

    kind: Literal["checkbox"]


class ChoiceField(Asked):
    """Boxes to tick, each with its words: one of them, or `many`."""

    kind: Literal["choice"]
    choices: tuple[Choice, ...] = Field(min_length=2)
    many: bool = False


class RatingField(Asked):
    """Five boxes from one worded end to the other."""

    kind: Literal["rating"]
    low: Text
    high: Text


class ConfirmField(Asked):
    """A line to sign or stamp, with its day."""

    kind: Literal["confirm"]


Single = TextField | NumberField | DateField | CheckboxField | ChoiceField | RatingField | ConfirmField  # one question


class GroupField(Model):
    """Questions side by side on one line."""

    kind: Literal["group"]
    fields: tuple[Annotated[Single, Field(discriminator="kind")], ...] = Field(min_length=2, max_length=3)


class WordsField(Model):
    """Printed sentences."""

    kind: Literal["words"]
    words: tuple[Text, ...] = Field(min_length=1)
    about: tuple[About, ...]


class Column(Model):
    """A column of a table to fill in; `width` is its share of the line."""

    id: Id
    label: Text
    width: int = Field(1, ge=1, le=12)
    kind: Literal["text", "date", "checkbox"] = "text"


class TableField(Given):
    """Rows of the same columns: named ones, then `blank` ones; `width` is the share of the names."""

    kind: Literal["table"]
    label: Text
    columns: tuple[Column, ...] = Field(min_length=1)
    rows: tuple[Choice, ...] = ()
    blank: int = Field(0, ge=0, le=20)
    lines: int = Field(1, ge=1, le=20)
    width: int = Field(2, ge=1, le=12)

    @model_validator(mode="after")
    def _some_rows(self) -> TableField:
        if not self.rows and not self.blank:
            raise ValueError("has no rows: name some, or say how many are `blank`")
        return self


class ChecklistField(Given):
    """A whole checklist of the data: a rating an item and round, and columns beside it.

    `asks` keeps the items of one respondent.
    """

    kind: Literal["checklist"]
    checklist: Annotated[str, known("checklists")]
    rounds: tuple[Choice, ...] = Field(min_length=1)
    columns: tuple[Column, ...] = ()
    means: bool = False
    asks: Annotated[str, known("respondents")] | None = None


class RadarField(Given):
    """An empty radar with six axes to draw on."""

    kind: Literal["radar"]
    label: Text
    alt: Text


class ContentsField(Given):
    """A box for every content of the plan or the report, and the crosswalk to the official form."""

    kind: Literal["contents"]
    contents: Literal["plan-contents", "report-contents"]
    without: tuple[About, ...] = ()  # set by an edition
    lines: int = Field(2, ge=1, le=20)


class StrengthsField(Given):
    """All strengths at work, with columns to tick and one to write in."""

    kind: Literal["strengths"]
    columns: tuple[Column, ...] = Field(min_length=1)


class FirstQuestionsField(Given):
    """The questions to ask before any list of accommodations."""

    kind: Literal["questions"]
    lines: int = Field(1, ge=1, le=20)


class AccommodationsField(Given):
    """The accommodations of a disability, aspect by aspect, to talk over; blank rows for the person's own."""

    kind: Literal["accommodations"]
    disability: Annotated[str, known("disabilities")] | None = None
    columns: tuple[Column, ...] = Field(min_length=1)
    blank: int = Field(2, ge=0, le=20)


class RecordsField(Given):
    """What a service must have: what, how often, where, with columns to fill in."""

    kind: Literal["records"]
    columns: tuple[Column, ...] = Field(min_length=1)


class ScheduleField(Given):
    """The milestones of a route, each with a day to fill in."""

    kind: Literal["schedule"]
    route: Annotated[str, known("routes")]


GridField = (  # tables
    TableField
    | ChecklistField
    | ContentsField
    | StrengthsField
    | FirstQuestionsField
    | AccommodationsField
    | RecordsField
    | ScheduleField
)
AnyField = Annotated[Single | GroupField | WordsField | RadarField | GridField, Field(discriminator="kind")]

OWN_PAGE = "own-page"  # made for the sheet alone


def _own_or_known(page: str, info: ValidationInfo) -> str:
    if page != OWN_PAGE:
        known("pages").func(page, info)  # type: ignore[call-arg]
    return page


class Section(Model):
    """A section of a sheet under its heading; as a `card`, boxes in two columns to cut out and fold; on a `new_page` rather than cut in two."""

    id: Id
    title: Text
    note: Text | None = None
    card: bool = False
    new_page: bool = False
    fields: tuple[AnyField, ...] = Field(min_length=1)


class Edition(Model):
    """The same sheet for somebody else: fields about some things and some by id left out, items of one respondent kept.

    `title` is printed in place of the sheet's title and this `name`; `headings` and `labels` are
    those of sections and fields, by id; what else is said of the sheet stands in place of what its definition says.
    """

    id: Id
    name: Text
    without: tuple[About, ...] = ()
    omit: tuple[FieldId, ...] = ()
    asks: Annotated[str, known("respondents")] | None = None
    title: Text | None = None
    purpose: Text | None = None
    reader: Text | None = None
    keeper: Text | None = None
    may_see: Text | None = None
    notes: tuple[Text, ...] | None = None
    headings: dict[Id, Text] = Field(default_factory=dict)
    labels: dict[FieldId, Text] = Field(default_factory=dict)


def _fits_a_property(title: Text) -> Text:
    if max(map(len, (title.ja, title.en))) > 120:
        raise ValueError("is longer than 120 characters: Word's own title holds no more of both languages")
    return title


Title = Annotated[Text, AfterValidator(_fits_a_property)]
Version = Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]


class Head(Model):
    """What every sheet says of itself."""

    id: FieldId
    title: Title
    purpose: Text
    reader: Text
    keeper: Text
    may_see: Text
    version: Version
    date: Day
    changed: Text
    moment: Annotated[str, known("sheet-moments")]
    by: tuple[Annotated[str, known("audiences")], ...] = Field(min_length=1)
    landscape: bool = False
    bilingual: bool = False
    on_screen: Annotated[str, AfterValidator(_own_or_known)] | None = None  # the page that fills it in


class Sheet(Head):
    """One worksheet as it is written: `of` and `name` are its definition's, `values` fill an example in."""

    of: FieldId
    name: Text  # the definition's title, without its edition
    edition: Id | None = None
    edition_name: Text | None = None
    example: bool = False
    notes: tuple[Text, ...] = Field(min_length=1)
    sections: tuple[Section, ...] = Field(min_length=1)
    values: dict[str, Text] = Field(default_factory=dict)


class Definition(Head):
    """A sheet's file: one sheet, its editions, or one sheet for each disability."""

    notes: tuple[Text, ...] = Field(min_length=1)
    sections: tuple[Section, ...] = Field(min_length=1)
    editions: tuple[Edition, ...] = ()
    each: Literal["disabilities"] | None = None
    plain: bool = True  # besides its editions, the whole sheet


class Example(Model):
    """A filled example's file: the sheet `example_of` with `values` by tag, marked as invented on every page."""

    id: FieldId
    example_of: FieldId
    title: Title
    purpose: Text
    version: Version
    date: Day
    changed: Text
    values: dict[str, Text] = Field(min_length=1)
