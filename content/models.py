"""What the guide knows, as types: a value that exists is right.

Everything here is frozen and refuses keys it does not know. Ids that name other things
are looked up while validating (`known`), so a slip is reported with all others at the door.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, model_validator

Lang = Literal["ja", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)

Aspect = Literal["safety", "work", "health"]
Mark = Literal["duty", "best-efforts", "good-practice", "allowed", "basic-idea"]
How = Literal["source-only", "one-source", "two-sources", "official"]

MARKUP = re.compile(r"<[a-zA-Z/!]|\*\*|\]\(|`|\{\{|\{%")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def nearest(found: str, allowed: list[str], kind: str) -> str:
    """Say that `found` is unknown, name the nearest match and what is known."""
    close = get_close_matches(found, allowed, n=1)
    hint = f' Did you mean "{close[0]}"?' if close else ""
    listed = ", ".join(allowed[:12]) + (", …" if len(allowed) > 12 else "")
    return f'there is no {kind} "{found}".{hint} Known: {listed}.'


def _one(kind: str) -> str:
    """One of a kind, as messages say it: "disabilities" → "disability"."""
    return re.sub(r"ies$", "y", kind) if kind.endswith("ies") else kind.removesuffix("s")


def known(kind: str) -> AfterValidator:
    """A validator for ids of `kind`, a file of content/data or a vocabulary, looked up in the context."""

    def check(found: str, info: ValidationInfo) -> str:
        allowed: Mapping[str, list[str]] = info.context or {}
        if found not in allowed.get(kind, []):
            raise ValueError(nearest(found, list(allowed.get(kind, [])), _one(kind)))
        return found

    return AfterValidator(check)


def _plain(text: str) -> str:
    if "〔" in text or "〕" in text:
        raise ValueError("〔…〕 marks a guess of the restored source: say it in our own words, without the brackets")
    if found := MARKUP.search(text):
        raise ValueError(f'holds markup ("{found[0]}"): write plain text, the template brings the elements')
    return text


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Line = Annotated[str, Field(min_length=1, pattern=r"^\S(.*\S)?$"), AfterValidator(_plain)]


def confidence(how: How) -> Literal["A", "B"]:
    """A: an official text or two independent sources; B: one good source or the manual itself."""
    return "A" if how in ("official", "two-sources") else "B"


class Model(BaseModel):
    """A frozen value; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _english(text: str) -> str:
    if found := JAPANESE.search(text):
        raise ValueError(f'the English text holds Japanese ("{found[0]}"): say it in English')
    return text


class Text(Model):
    """The same words in both languages; neither may be missing or empty."""

    ja: Line
    en: Annotated[Line, AfterValidator(_english)]

    def __getitem__(self, lang: Lang) -> str:
        return self.ja if lang == "ja" else self.en


class Words(Model):
    """Lists of words in both languages; a list may be empty (a nickname exists in one language only)."""

    ja: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.ja if lang == "ja" else self.en


SourceId = Annotated[str, known("sources")]
DisabilityId = Annotated[str, known("disabilities")]
OrganisationId = Annotated[str, known("organisations")]
PageId = Annotated[str, known("pages")]
FactId = Annotated[str, known("facts")]
Actor = Annotated[str, known("actors")]
Section = Annotated[int, Field(ge=0, le=35)]  # of the source manual; 0 is its introduction


class Choice(Model):
    """One word of a vocabulary."""

    id: Id
    name: Text


class Checked(Model):
    """Where a statement comes from, the day it held, the day it was last looked at, and how."""

    source: SourceId
    as_of: str = Field(pattern=r"^\d{4}(-\d{2}-\d{2})?$")
    checked: date
    how: How


class Source(Model):
    """A work the guide rests on, cited as far as it is known."""

    id: Id
    title: Text
    author: Text | None = None
    year: int | None = None
    url: str | None = Field(None, pattern=r"^https://\S+$")
    kind: Literal["manual", "law", "notice", "official-page", "page", "paper", "book", "survey", "form", "ours"]
    note: Text | None = None


class Value(Checked):
    """One value of a fact, as written ("16,460"); empty where the date itself is the fact."""

    value: str


class Fact(Model):
    """A figure or rule with its dates; old values stay.

    `shown` holds `{value}` where the figure goes. `values` run from the oldest to the newest
    and are keyed by the day (or the year) at which, or from which, they hold.
    """

    id: Id
    name: Text
    shown: Text
    dated: Literal["at", "from"]
    values: dict[Annotated[str, Field(pattern=r"^\d{4}(-\d{2}-\d{2})?$")], Value] = Field(min_length=1)
    note: Text | None = None

    @property
    def latest(self) -> tuple[str, Value]:
        """The newest value and its date."""
        return max(self.values.items())


class Duty(Checked):
    """What one actor must, should or may do."""

    id: Id
    actor: Actor
    who: Text
    what: Text
    kind: Mark
    limits: Text | None = None
    since: date | None = None


Point = Literal["first-day", "start", "end", "review", "left"]


class Span(Model):
    """The days of months `months` (both included), counted from a point: 1 is the first."""

    kind: Literal["span"]
    point: Point = Field(alias="from")
    months: tuple[int, int]


class After(Model):
    """The first day after a period of so many months; with 0, the point itself."""

    kind: Literal["first-day-after"]
    point: Point = Field(alias="from")
    months: int = Field(ge=0)


class Before(Model):
    """The day before a point."""

    kind: Literal["day-before"]
    point: Point = Field(alias="from")


class Earliest(Model):
    """The last day of whichever period ends first; `of` is {point: months}."""

    kind: Literal["earliest-last-day"]
    of: dict[Point, int] = Field(min_length=1)


class Service(Model):
    """All days from the start of the service through its end."""

    kind: Literal["service"]


class Every(Model):
    """Each so many months until the end: the last day of each period, or the first day after it."""

    kind: Literal["every"]
    point: Point = Field(alias="from")
    months: int = Field(ge=1)
    day: Literal["last", "first-after"]


class EveryCalendarMonth(Model):
    """The last day of each calendar month of the service, or the end itself."""

    kind: Literal["every-calendar-month"]


class ClearMonthsBefore(Model):
    """The last day that leaves so many whole months between it and the end."""

    kind: Literal["clear-months-before"]
    months: int = Field(ge=1)


Counts = Annotated[
    Span | After | Before | Earliest | Service | Every | EveryCalendarMonth | ClearMonthsBefore,
    Field(discriminator="kind"),
]


class Rule(Model):
    """One thing that falls on certain days of a route: how its days are counted, who acts, on what it rests.

    `certainty`: fixed by rule, a suggestion, or our reading, to be asked of the municipality.
    Without `counts` the rule has no day of its own.
    """

    id: Id
    part: Annotated[str, known("rule-parts")]
    name: Text
    rule: Text
    counts: Counts | None = None
    certainty: Annotated[str, known("certainties")]
    who: Actor
    kind: Mark
    source: SourceId
    how: How

    @property
    def confidence(self) -> Literal["A", "B"]:
        """How sure it is."""
        return confidence(self.how)


class Warning(Model):
    """Where the reading of some rules is open: always, or only for certain days."""

    id: Id
    when: Literal["always", "month-end", "mid-month"]
    text: Text
    rules: tuple[Id, ...] = Field(min_length=1)


class Dates(Model):
    """A worked example, written by hand from the rule (never copied from our output)."""

    start: date
    follow_up_ends: date = Field(alias="follow-up-ends")
    can_start: date = Field(alias="can-start")
    latest_end: date = Field(alias="latest-end")
    share_by: date = Field(alias="share-by")


class Route(Model):
    """A way into the service, with its periods and worked examples."""

    id: Id
    name: Text
    anchor: Text
    since: date
    source: SourceId
    warnings: tuple[Warning, ...]
    rules: tuple[Rule, ...]
    examples: tuple[Dates, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Route:
        ids = [rule.id for rule in self.rules]
        for needed in ("can-start", "latest-end"):  # what the other rules count from
            if needed not in ids:
                raise ValueError(f'needs a rule "{needed}": add it')
        for warning in self.warnings:
            for id in warning.rules:
                if id not in ids:
                    raise ValueError(f'warning "{warning.id}": {nearest(id, ids, "rule")}')
        return self


class Era(Model):
    """A Japanese era and its first day; `letters` are how people write it before the year."""

    id: Id
    name: Text
    letters: tuple[Line, ...] = Field(min_length=1)
    first: date


class Stage(Model):
    """A column of a timeline."""

    id: Id
    name: Text
    when: Text | None = None
    rule: Id | None = None  # of the timeline's route: its days are laid over this column


class Cell(Model):
    """What happens in a row of a timeline, from one stage to another (both included)."""

    start: Id = Field(alias="from")
    end: Id = Field(alias="to")
    text: Text
    detail: Text | None = None
    kind: Mark | None = None
    milestone: Literal["fixed", "suggestion", "ask"] | None = None


class Row(Model):
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
    section: Section
    source: SourceId
    route: Annotated[str, known("routes")] | None = None
    stages: tuple[Stage, ...] = Field(min_length=2)
    rows: tuple[Row, ...] = Field(min_length=1)

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


class Disability(Model):
    """A kind of disability or illness as the guide groups it."""

    id: Id
    name: Text
    group: Literal["physical", "intellectual", "developmental", "higher-brain", "intractable", "mental"]
    section: Section
    about: Text
    daily_life: tuple[Text, ...] = Field(min_length=1)
    partners: tuple[OrganisationId, ...] = Field(min_length=1)
    source: SourceId


class Question(Model):
    """A question to ask before any list of accommodations."""

    id: Id
    ask: Text
    why: Text
    source: SourceId


class Accommodation(Model):
    """One thing a workplace can do, placed once per disability under one aspect of work."""

    id: Id
    title: Text
    how: Text
    check: Text
    placed: dict[DisabilityId, Aspect] = Field(min_length=1)
    needs: tuple[Annotated[str, known("needs")], ...] = Field(min_length=1)
    stages: tuple[Annotated[str, known("stages")], ...] = Field(min_length=1)
    who: tuple[Annotated[str, known("who")], ...] = Field(min_length=1)
    kind: Mark
    sections: tuple[Section, ...]
    source: SourceId


class Emergency(Model):
    """Something sudden: what it looks like, what people around can do, and when to call an ambulance."""

    id: Id
    name: Text
    disabilities: tuple[DisabilityId, ...] = Field(min_length=1)
    signs: tuple[Text, ...] = Field(min_length=1)
    do: tuple[Text, ...] = Field(min_length=1)
    dont: tuple[Text, ...] = Field(min_length=1)
    call: tuple[Text, ...] = Field(min_length=1)
    source: SourceId


class Reading(Model):
    """How a word is read, in hiragana."""

    word: Annotated[str, Field(pattern=r"[\u3400-\u9fff]")]
    reading: Annotated[str, Field(pattern=r"^[\u3041-\u3096\u30fc]+$")]


class Organisation(Model):
    """Somebody to turn to."""

    id: Id
    name: Text
    what_for: Text
    section: Section
    source: SourceId
    fact: FactId | None = None


class Term(Model):
    """A term of the field: its name, reading, meaning, other names, and the words people bring."""

    id: Id
    name: Text
    reading: Line
    definition: Text
    also: Words = Words()
    asked_as: Words = Words()
    english: Literal["seen", "house", "usual"]
    group: Annotated[str, known("term-groups")]


class SearchGroup(Words):
    """Words that mean the same to those who search, and the pages or sections (`page#heading`) that answer, best first."""

    at: tuple[str, ...] = ()


class SearchWords(Model):
    """What queries mean beyond the terms: words to pass over, and groups that lead to the same thing."""

    passed: Words
    groups: tuple[SearchGroup, ...]


class Strength(Model):
    """A strength at work, with an everyday example of ours."""

    id: Id
    name: Text
    meaning: Text
    at_work: Text


class StrengthGroup(Model):
    """Strengths that belong together."""

    id: Id
    name: Text
    strengths: tuple[Strength, ...] = Field(min_length=1)


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
    section: Section
    source: SourceId
    scale: tuple[Grade, ...] = Field(min_length=2)
    groups: tuple[ItemGroup, ...] = Field(min_length=1)


class Record(Model):
    """Something a service must have: what, how often, kept where."""

    id: Id
    what: Text
    how_often: Text
    where: Text
    kind: Mark
    condition: Text | None = None
    source: SourceId
    how: How
    page: PageId
    anchor: Id


class Content(Model):
    """One thing a plan or report holds, and what the official form asks for it."""

    id: Id
    name: Text
    write: Text
    official: Text
    confirmed: bool
    about: tuple[Literal["health", "family", "income", "employer"], ...] = ()


class Difference(Model):
    """Where the guide differs from its source, or could not read it for sure."""

    id: Id
    kind: Literal["correction", "doubtful"]
    section: tuple[Section, ...] | Section
    issue: Text
    treatment: Text
    page: PageId
    anchor: Id


class Quotation(Model):
    """Words quoted letter for letter, with their source; `en` is our translation."""

    id: Id
    text: Text
    source: SourceId
    section: Section


class Page(Model):
    """What the opening box and the foot of a page show."""

    id: Id
    audience: tuple[Annotated[str, known("audiences")], ...] = Field(min_length=1)
    takeaway: tuple[Text, ...] = Field(min_length=1)
    sheets: tuple[Id, ...] = ()  # checked where sheets are known: macros
    sources: tuple[SourceId, ...] = Field(min_length=1)
    sections: tuple[Section, ...] = ()
    checked: date


class Entry(Model):
    """One thing of the manual and the anchor that shows it."""

    id: Id
    section: Section
    kind: Literal["figure", "table", "list", "number", "rule", "duty", "actor", "definition", "reference", "example"]
    what: Text
    page: PageId
    anchor: Id


# One situation is enough; in it, every question named is answered with one of the choices listed.
Situations = tuple[dict[Id, Annotated[tuple[Id, ...], Field(min_length=1)]], ...]


class Asked(Model):
    """A question with its choices; asked always, or only in some situations."""

    id: Id
    ask: Text
    choices: tuple[Choice, ...] = Field(min_length=2)
    when: Situations = ()


class Finding(Model):
    """What some answers lead to: why, what to check, whom to ask, on what it rests."""

    id: Id
    title: Text
    why: Text
    check: tuple[Text, ...] = ()
    ask: tuple[OrganisationId, ...]
    outcome: Literal["fits", "note", "clear", "ask", "stop"]
    when: Situations = Field(min_length=1)
    certainty: Annotated[str, known("certainties")]
    source: SourceId
    how: How
    page: PageId
    anchor: Id

    @property
    def confidence(self) -> Literal["A", "B"]:
        """How sure it is."""
        return confidence(self.how)


class Inquiry(Model):
    """A few questions and what the answers lead to; no verdict."""

    id: Id
    title: Text
    intro: Text
    source: SourceId
    section: Section
    questions: tuple[Asked, ...] = Field(min_length=1)
    findings: tuple[Finding, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _situations_are_known(self) -> Inquiry:
        choices = {question.id: [choice.id for choice in question.choices] for question in self.questions}
        things: tuple[Asked | Finding, ...] = (*self.questions, *self.findings)
        for thing in things:
            for situation in thing.when:
                for question, answers in situation.items():
                    if question not in choices:
                        raise ValueError(f'"{thing.id}": {nearest(question, list(choices), "question")}')
                    for answer in answers:
                        if answer not in choices[question]:
                            raise ValueError(f'"{thing.id}": {nearest(answer, choices[question], "choice")}')
        return self


class Layer(Model):
    """One ring of the network around the person."""

    id: Id
    name: Text
    members: tuple[Text, ...] = Field(min_length=1)
    role: Text


class Network(Model):
    """The person in the middle and the layers around, from the inside out."""

    title: Text
    summary: Text
    centre: Text
    hub: Text
    layers: tuple[Layer, ...] = Field(min_length=1)
    section: Section
    source: SourceId


class Guide(Model):
    """Everything the guide knows, checked."""

    vocabularies: dict[Id, tuple[Choice, ...]]
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    duties: tuple[Duty, ...]
    eras: tuple[Era, ...]
    routes: tuple[Route, ...]
    timelines: tuple[Timeline, ...]
    disabilities: tuple[Disability, ...]
    questions: tuple[Question, ...]
    accommodations: tuple[Accommodation, ...]
    emergencies: tuple[Emergency, ...]
    readings: tuple[Reading, ...]
    organisations: tuple[Organisation, ...]
    terms: tuple[Term, ...]
    search_words: SearchWords = Field(alias="search-words")
    strengths: tuple[StrengthGroup, ...]
    checklists: tuple[Checklist, ...]
    must_exist: tuple[Record, ...] = Field(alias="must-exist")
    plan_contents: tuple[Content, ...] = Field(alias="plan-contents")
    report_contents: tuple[Content, ...] = Field(alias="report-contents")
    differences: tuple[Difference, ...]
    inquiries: tuple[Inquiry, ...]
    quotations: tuple[Quotation, ...]
    network: Network
    inventory: tuple[Entry, ...]
    pages: tuple[Page, ...]
    ui: dict[str, dict[str, Text]]

    def __hash__(self) -> int:
        return id(self)  # one guide a load: what is derived from it may be cached

    def __repr__(self) -> str:
        return "Guide(…)"  # mkdocs-macros writes out all that its macros hold

    def words(self, vocabulary: str, lang: Lang) -> dict[str, str]:
        """A vocabulary as {id: name} in one language."""
        return {choice.id: choice.name[lang] for choice in self.vocabularies[vocabulary]}
