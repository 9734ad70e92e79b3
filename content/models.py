"""What the guide knows, as types: a value that exists is right."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from content.accommodations import Accommodation, Disability, Emergency, FirstQuestion
from content.answers import Answer, Desk, Elsewhere, FirstAid
from content.base import (
    HIRAGANA,
    KANJI,
    LANGUAGES,
    READING,
    Actor,
    Checked,
    Choice,
    Day,
    Draft,
    FactId,
    Id,
    Lang,
    Line,
    ManualSection,
    Marked,
    Model,
    OldAddress,
    OrganisationId,
    PageId,
    Rests,
    SourceId,
    Text,
    When,
    Words,
    known,
    nearest,
)
from content.changes import Change
from content.checklists import Checklist
from content.inquiries import Inquiry
from content.interface import Interface
from content.plain import heavy
from content.reckoners import Reckoner
from content.releases import Release
from content.routes import Era, Route
from content.timelines import Timeline
from content.typed_days import TypedDays

SourceKind = Literal["manual", "law", "notice", "official-page", "page", "paper", "book", "survey", "form", "ours"]


class Source(Model):
    """A work the guide rests on, cited as far as it is known."""

    id: Id
    title: Text
    author: Text | None = None
    year: Annotated[int, Field(ge=1868, le=2099)] | None = None
    number: Text | None = None  # of a law, a notice, a report
    url: OldAddress | None = None
    looked_for: Text | None = None  # where no address was found: what was tried
    kind: SourceKind
    as_of: When | None = None  # the state of the text that was read
    note: Text | None = None

    @model_validator(mode="after")
    def _can_be_looked_up(self) -> Source:
        if self.kind in ("law", "notice"):
            for key, value in (("number", self.number), ("url", self.url), ("as_of", self.as_of)):
                if not value:
                    raise ValueError(
                        f"{key}: is missing: a {self.kind} has a number, an address and a state that was read"
                    )
        if not (self.url or self.looked_for or self.kind in ("manual", "ours")):
            raise ValueError("url: is missing: add it, or say under looked_for what was tried")
        return self


class Value(Checked):
    """One value of a fact, as written ("16,460"); empty where the date itself is the fact."""

    value: Line | Literal[""]


class Fact(Model):
    """A figure or rule with its dates; old values stay.

    `shown` holds `{value}` where the figure goes. `values` run from the oldest to the newest
    and are keyed by the day (or the year) at which, or from which, they hold.
    """

    id: Id
    name: Text
    shown: Text
    dated: Literal["at", "from"]
    values: dict[When, Value] = Field(min_length=1)
    note: Text | None = None

    @model_validator(mode="after")
    def _only_its_value_is_filled_in(self) -> Fact:
        for hole in self.shown.holes - {"value"}:
            raise ValueError(f"shown: {nearest(hole, ['value'], 'placeholder')}")
        return self

    @property
    def latest(self) -> tuple[str, Value]:
        """The newest value and its date."""
        return max(self.values.items())


class Duty(Checked, Marked):
    """What one actor must, should or may do."""

    id: Id
    actor: Actor
    who: Text
    what: Text
    limits: Text | None = None
    since: Day | None = None


class Reading(Model):
    """How a word is read, in hiragana."""

    word: Annotated[str, Field(pattern=KANJI)]
    reading: Annotated[str, Field(pattern=f"^{HIRAGANA}+$")]


class Organisation(Model):
    """Somebody to turn to."""

    id: Id
    name: Text
    what_for: Text
    section: ManualSection
    source: SourceId
    fact: FactId | None = None


class Term(Model):
    """A term of the field: its name, reading, meaning, other names, and the words people bring."""

    id: Id
    name: Text
    reading: Annotated[str, Field(pattern=READING)]
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


class OpenDoor(Model):
    """Somebody who helps whoever asks, and the section about them."""

    organisation: OrganisationId
    page: PageId
    anchor: Id


Reader = Literal["person", "employer", "professional"]


class Eligibility(Checked):
    """Who may use the service and who else can be asked, in the words of each reader."""

    who: dict[Reader, Text]
    otherwise: dict[Reader, Text]
    open_to_all: tuple[OpenDoor, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _every_reader_is_told(self) -> Eligibility:
        for name, told in (("who", self.who), ("otherwise", self.otherwise)):
            for reader in get_args(Reader):
                if reader not in told:
                    raise ValueError(f'{name}: has nothing for "{reader}": add it, each reader is told')
        return self


class RequiredRecord(Checked, Marked):
    """Something a service must have: what, how often, kept where."""

    id: Id
    what: Text
    how_often: Text
    where: Text
    note: Text | None = None
    page: PageId
    anchor: Id


class WrittenItem(Model):
    """One thing a plan or report holds after the source manual, and the fields of our sheet that hold it."""

    id: Id
    name: Text
    write: Text
    fields: tuple[Id, ...] = Field(min_length=1)  # checked where sheets are known: worksheets


class OfficialField(Model):
    """A field of an official form, or where there is none what the rules ask for, and the fields of our sheet that hold it."""

    id: Id
    form: Id  # our sheet, checked where sheets are known: worksheets
    name: Text
    rests: Rests
    ours: tuple[Id, ...] = ()
    note: Text | None = None

    @property
    def found(self) -> bool:
        """Does more than one source that isn't official name it, or we ourselves?"""
        return self.rests.how not in ("one-source", "ours")

    @model_validator(mode="after")
    def _missing_for_a_reason(self) -> OfficialField:
        if not self.ours and self.note is None:
            raise ValueError("say in `ours` which fields hold it, or in `note` why none does")
        return self


class Requirement(Marked):
    """What an inspection asks for: for each person, or once for the provider."""

    id: Id
    what: Text
    scope: Literal["person", "provider"] = Field(alias="for")
    rests: Rests
    kept: Text
    sheet: Id | None = None  # checked where sheets are known: worksheets
    bylaw: Literal["must-follow", "to-consider"] | None = None
    missing: Text | None = None
    note: Text | None = None


class Difference(Model):
    """Where the guide differs from its source, or could not read it for sure."""

    id: Id
    kind: Literal["correction", "doubtful"]
    section: tuple[ManualSection, ...] | ManualSection
    issue: Text
    treatment: Text
    page: PageId
    anchor: Id


class Quotation(Model):
    """Words quoted letter for letter, with their source; `en` is our translation."""

    id: Id
    text: Text
    source: SourceId
    section: ManualSection


class Page(Model):
    """What the opening box and the foot of a page show."""

    id: Id
    audience: tuple[Annotated[str, known("audiences")], ...] = Field(min_length=1)
    takeaway: tuple[Text, ...] = Field(min_length=1)
    sheets: tuple[Id, ...] = ()  # checked where sheets are known: macros
    sources: tuple[SourceId, ...] = Field(min_length=1)
    sections: tuple[ManualSection, ...] = ()
    checked: Day
    draft: Draft = None


class Short(Text):
    """A page in two plain sentences, for whoever reads little; called as the page is."""

    id: PageId

    @model_validator(mode="after")
    def _is_short(self) -> Short:
        if found := [says for lang in LANGUAGES for says in heavy(self[lang], lang)]:
            raise ValueError("; ".join(found))
        return self


class Picture(Model):
    """A drawing (theme/img/pictures/<id>.svg) and what it shows."""

    id: Id
    alt: Text


class Override(Reading):
    """How a phrase is read where the dictionary goes wrong, and why; it begins and ends where words do."""

    why: Line


class Criterion(Model):
    """A criterion of the standard, and what trying it has shown."""

    number: Annotated[str, Field(pattern=r"^[1-4]\.[1-5]\.[1-9]\d?$")]
    level: Literal["A", "AA"]
    name: Text
    result: Literal["nothing-found", "in-part", "not-applicable", "not-tested"]
    by: tuple[Literal["axe", "browser"], ...] = ()

    @model_validator(mode="after")
    def _a_result_says_how(self) -> Criterion:
        if (self.result in ("nothing-found", "in-part")) != bool(self.by):
            raise ValueError("by: says how, where something was tried, and there alone")
        return self


class Accessibility(Model):
    """The results of the access test, with the day it was made."""

    tested: Day
    criteria: tuple[Criterion, ...] = Field(min_length=1)


class InventoryEntry(Model):
    """One thing of the manual and the anchor that shows it."""

    id: Id
    section: ManualSection
    kind: Literal["figure", "table", "list", "number", "rule", "duty", "actor", "definition", "reference", "example"]
    what: Text
    page: PageId
    anchor: Id


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
    section: ManualSection
    source: SourceId


class Guide(Model):
    """Everything the guide knows, checked."""

    vocabularies: dict[Id, tuple[Choice, ...]]
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    duties: tuple[Duty, ...]
    changes: tuple[Change, ...]
    answers: dict[Id, tuple[Answer, ...]]
    desks: tuple[Desk, ...]
    first_aid: tuple[FirstAid, ...] = Field(alias="first-aid")
    elsewhere: tuple[Elsewhere, ...]
    eligibility: Eligibility
    eras: tuple[Era, ...]
    typed_days: TypedDays = Field(alias="typed-days")
    routes: tuple[Route, ...]
    timelines: tuple[Timeline, ...]
    disabilities: tuple[Disability, ...]
    first_questions: tuple[FirstQuestion, ...] = Field(alias="first-questions")
    accommodations: tuple[Accommodation, ...]
    emergencies: tuple[Emergency, ...]
    readings: tuple[Reading, ...]
    organisations: tuple[Organisation, ...]
    terms: tuple[Term, ...]
    search_words: SearchWords = Field(alias="search-words")
    strengths: tuple[StrengthGroup, ...]
    checklists: tuple[Checklist, ...]
    must_exist: tuple[RequiredRecord, ...] = Field(alias="must-exist")
    plan_contents: tuple[WrittenItem, ...] = Field(alias="plan-contents")
    report_contents: tuple[WrittenItem, ...] = Field(alias="report-contents")
    official_fields: tuple[OfficialField, ...] = Field(alias="official-fields")
    compliance: tuple[Requirement, ...]
    differences: tuple[Difference, ...]
    inquiries: tuple[Inquiry, ...]
    reckoners: tuple[Reckoner, ...]
    quotations: tuple[Quotation, ...]
    network: Network
    inventory: tuple[InventoryEntry, ...]
    pages: tuple[Page, ...]
    short: tuple[Short, ...]
    pictures: tuple[Picture, ...]
    accessibility: Accessibility
    furigana: tuple[Override, ...]
    releases: tuple[Release, ...]
    ui: Interface

    def __hash__(self) -> int:
        return id(self)  # one guide a load: what is derived from it may be cached

    def __repr__(self) -> str:
        return "Guide(…)"  # mkdocs-macros writes out all that its macros hold

    def names(self, vocabulary: str, lang: Lang) -> dict[str, str]:
        """A vocabulary as {id: name} in one language."""
        return {choice.id: choice.name[lang] for choice in self.vocabularies[vocabulary]}

    def placed(self, disability: str) -> dict[str, list[Accommodation]]:
        """The accommodations of a disability by aspect of work, both in the order of the data."""
        return {
            aspect.id: [entry for entry in self.accommodations if entry.placed.get(disability) == aspect.id]
            for aspect in self.vocabularies["aspects"]
        }

    @property
    def readings_by_word(self) -> dict[str, str]:
        """How words are read: terms, and those of readings.yml."""
        terms = {term.name.ja: term.reading for term in self.terms}
        return terms | {each.word: each.reading for each in self.readings}
