"""What a worksheet is: its fields, sections and editions (no Word in here)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from content.base import About, Choice, Day, Draft, Id, Model, Text, known


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
    """Whatever a person fills in: its id stays once a version is out; `width` is its share of a line with others."""

    label: Text
    hint: Text | None = None
    width: int = Field(1, ge=1, le=24)


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
    """A line to sign, with its day; `proxy` adds one for whoever signs in the person's place."""

    kind: Literal["confirm"]
    proxy: bool = False


Single = TextField | NumberField | DateField | CheckboxField | ChoiceField | RatingField | ConfirmField  # one question


class GroupField(Model):
    """Questions side by side on one line."""

    kind: Literal["group"]
    fields: tuple[Annotated[Single, Field(discriminator="kind")], ...] = Field(min_length=2, max_length=3)


class WordsField(Model):
    """Printed sentences; beside a signature they stand in its table, as what is signed. `strong` ones are read first."""

    kind: Literal["words"]
    words: tuple[Text, ...] = Field(min_length=1)
    strong: bool = False
    about: tuple[About, ...]


class Column(Model):
    """A column of a table to fill in; `width` is its share of the line; a choice has boxes to tick, `many` or one."""

    id: Id
    label: Text
    width: int = Field(1, ge=1, le=24)
    kind: Literal["text", "date", "checkbox", "choice"] = "text"
    choices: tuple[Choice, ...] = ()
    many: bool = False

    @model_validator(mode="after")
    def _choices_to_choose_from(self) -> Column:
        if (self.kind == "choice") != (len(self.choices) > 1):
            raise ValueError("a choice has two `choices` or more, and nothing else has any")
        return self


class TableField(Given):
    """Rows of the same columns: named ones, then `blank` ones; `width` is the share of the names.

    `numbered` rows have their number printed. `more` rows stand on the continuation sheet.
    """

    kind: Literal["table"]
    label: Text
    columns: tuple[Column, ...] = Field(min_length=1)
    rows: tuple[Choice, ...] = ()
    blank: int = Field(0, ge=0, le=40)
    more: int = Field(0, ge=0, le=40)
    first: int = 1  # number of the first blank row; a continuation goes on counting
    numbered: bool = False
    lines: int = Field(1, ge=1, le=20)
    width: int = Field(2, ge=1, le=24)

    @model_validator(mode="after")
    def _some_rows(self) -> TableField:
        if not self.rows and not self.blank:
            raise ValueError("has no rows: name some, or say how many are `blank`")
        if self.more and not self.blank:
            raise ValueError("`more` goes on with `blank` rows: say how many there are")
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
    """An empty radar to draw the means of a checklist into, which stand before it."""

    kind: Literal["radar"]
    checklist: Annotated[str, known("checklists")]
    label: Text
    alt: Text


class MapField(Given):
    """A map: the person's own words in the middle, areas around it with the same columns and `lines` rows each."""

    kind: Literal["map"]
    centre: Text
    areas: tuple[Choice, ...] = Field(min_length=2)
    columns: tuple[Column, ...] = Field(min_length=1)
    rows: int = Field(2, ge=1, le=4)


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


class RequirementsField(Given):
    """What an inspection asks for by article, for a person or for the provider, with columns to fill in."""

    kind: Literal["requirements"]
    scope: Literal["person", "provider"]
    columns: tuple[Column, ...] = Field(min_length=1)
    titles: dict[Id, Text] = Field(default_factory=dict)  # of our sheets, which only the catalogue knows


class FirstAidField(Given):
    """First aid from the data for one reader, with a line for each number that is found locally; in a `boxed` section."""

    kind: Literal["first-aid"]
    aid: Annotated[str, known("first-aid")]
    reader: Literal["person", "beside"]


class ScheduleField(Given):
    """The milestones of a route, each with a day to fill in."""

    kind: Literal["schedule"]
    route: Annotated[str, known("routes")]


GridField = (  # tables
    TableField
    | ChecklistField
    | StrengthsField
    | FirstQuestionsField
    | AccommodationsField
    | RecordsField
    | ScheduleField
    | MapField
    | RequirementsField
)
AnyField = Annotated[
    Single | GroupField | WordsField | RadarField | FirstAidField | GridField, Field(discriminator="kind")
]

OWN_PAGE = "own-page"  # made for the sheet alone


def _own_or_known(page: str, info: ValidationInfo) -> str:
    if page != OWN_PAGE:
        known("pages").func(page, info)  # type: ignore[call-arg]
    return page


class Section(Model):
    """A section of a sheet under its heading, which isn't printed where it is `quiet`.

    As a `card`, boxes in two columns to cut out and fold, in `copies` that hold the same; `boxed`, its sentences and
    questions in one frame, never parted; on a `new_page` rather than cut in two.
    """

    id: Id
    title: Text
    note: Text | None = None
    card: bool = False
    copies: int = Field(1, ge=1, le=4)
    boxed: bool = False
    quiet: bool = False
    new_page: bool = False
    fields: tuple[AnyField, ...] = Field(min_length=1)


class Edition(Model):
    """The same sheet for somebody else: fields about some things and some by id left out, items of one respondent kept.

    `only` names the sections that it keeps, where it doesn't keep all.

    `lines` of fields are those that they have here. `title` is printed in place of the sheet's title and this `name`; `headings` and `labels` are
    those of sections and fields, by id (`field-part` is a column, row, choice or area of a field), and `words` the printed
    sentences of a section; what else is said of the sheet stands in place of what its definition says.

    `plain` says all in plain words: in Japanese with readings over its words, in each language a file of its own.
    """

    id: Id
    name: Text
    without: tuple[About, ...] = ()
    omit: tuple[FieldId, ...] = ()
    only: tuple[Id, ...] = ()
    asks: Annotated[str, known("respondents")] | None = None
    title: Text | None = None
    purpose: Text | None = None
    reader: Text | None = None
    keeper: Text | None = None
    may_see: Text | None = None
    top: tuple[Text, ...] | None = None
    notes: tuple[Text, ...] | None = None
    copies: dict[Id, Annotated[int, Field(ge=1, le=4)]] = Field(default_factory=dict)  # of cards, by section
    lines: dict[FieldId, Annotated[int, Field(ge=1, le=20)]] = Field(default_factory=dict)  # where room is left
    headings: dict[Id, Text] = Field(default_factory=dict)
    labels: dict[FieldId, Text] = Field(default_factory=dict)
    words: dict[Id, tuple[Text, ...]] = Field(default_factory=dict)
    plain: bool = False


def _fits_a_property(title: Text) -> Text:
    if max(map(len, (title.ja, title.en))) > 120:
        raise ValueError("is longer than 120 characters: Word's own title holds no more of both languages")
    return title


Title = Annotated[Text, AfterValidator(_fits_a_property)]


Version = Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]


class Replaced(Model):
    """A field of an earlier version, by its tag (`*-who`: of every row): in which field or fields its value stands `now`."""

    id: Annotated[str, Field(pattern=r"^(\*|[a-z0-9]+)(-[a-z0-9]+)*$")]
    until: Version
    now: tuple[FieldId, ...] = ()
    why: Text | None = None

    @model_validator(mode="after")
    def _gone_for_a_reason(self) -> Replaced:
        if not self.now and self.why is None:
            raise ValueError("say where its value stands `now`, or `why` nowhere")
        return self


class Head(Model):
    """What every sheet says of itself.

    `running` fields are repeated at the head of every page after the first; `top` is printed above what is filled in,
    while the notes stand on the sheet's page alone.
    """

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
    turn: Annotated[int, Field(ge=1)] = 9  # when within its moment: lists of sheets keep to it
    by: tuple[Annotated[str, known("audiences")], ...] = Field(min_length=1)
    landscape: bool = False
    bilingual: bool = False
    running: tuple[FieldId, ...] = ()
    top: tuple[Text, ...] = ()
    on_screen: Annotated[str, AfterValidator(_own_or_known)] | None = None  # the page that fills it in
    draft: Draft = None


class Sheet(Head):
    """One worksheet as it is written: `of` and `name` are its definition's, `values` fill an example in."""

    of: FieldId
    form: FieldId  # what its pages call it: on a sheet of a disability, its definition alone
    name: Text  # the definition's title, without its edition
    readers: Text  # who fills in its editions between them
    edition: Id | None = None
    edition_name: Text | None = None
    example: bool = False
    continuation: bool = False
    plain: bool = False  # in plain words, in Japanese with readings
    notes: tuple[Text, ...] = Field(min_length=1)
    sections: tuple[Section, ...] = Field(min_length=1)
    values: dict[str, Text] = Field(default_factory=dict)
    replaced: tuple[Replaced, ...] = ()


class Definition(Head):
    """A sheet's file: one sheet, its editions, or one sheet for each disability."""

    notes: tuple[Text, ...] = Field(min_length=1)
    sections: tuple[Section, ...] = Field(min_length=1)
    editions: tuple[Edition, ...] = ()
    each: Literal["disabilities"] | None = None
    plain: bool = True  # besides its editions, the whole sheet
    replaced: tuple[Replaced, ...] = ()


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
