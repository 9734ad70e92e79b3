"""Small reckonings: questions, bands with their amounts, the rules they rest on, and examples worked by hand.

content/reckoning.py reckons by them, and theme/js/reckoner-rules.js in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from content.base import Checked, Choice, Id, Model, Months, OrganisationId, Text, nearest
from content.inquiries import Question, Situations

AnswersOutcome = Literal["band", "value", "pays", "tax-year"]
ShareOutcome = Literal["rate", "band", "value", "count-day", "from", "to", "month-ends", "counts"]
ShareWarning = Literal["nobody", "too-many", "new-provider", "near-line", "other-year", "before-leaving"]
Given = dict[Id, str]  # by question: the id of a choice, a whole number, a month 1 to 12, a day as 2026-04-01
Month = Annotated[int, Field(ge=1, le=12)]
Year = Annotated[int, Field(ge=2000, le=2099)]


class Chosen(Question):
    """One of several choices; without `optional`, nothing comes out until it is answered."""

    kind: Literal["choice"]
    hint: Text | None = None
    optional: bool = False


class Typed(Model):
    """A whole number, a month or a day; what is left empty isn't reckoned with."""

    id: Id
    kind: Literal["number", "month", "day"]
    ask: Text


class Rule(Checked):
    """What a reckoning rests on."""

    id: Id
    text: Text


class Band(Model):
    """An amount and what it rests on; without an amount, who to ask."""

    id: Id
    name: Text
    value: Annotated[int, Field(ge=0)] | None = None
    rules: tuple[Id, ...] = Field(min_length=1)
    ask: tuple[OrganisationId, ...] = ()

    @model_validator(mode="after")
    def _has_an_amount_or_somebody_to_ask(self) -> Band:
        if self.value is None and not self.ask:
            raise ValueError("value: is missing: give the amount, or say under ask who knows it")
        return self


class SituationBand(Band):
    """The band of those who answer so."""

    when: Situations = Field(min_length=1)


class ShareBand(Band):
    """The band of shares from so many per cent."""

    from_: Annotated[int, Field(ge=0, le=100)] = Field(alias="from")


class Outcome(Model):
    """Something that comes out: a value in words around it, or one of several choices."""

    name: Text
    shown: Text | None = None
    choices: tuple[Choice, ...] = ()
    rules: tuple[Id, ...] = ()


class AnswersOutcomes(Outcome):
    id: AnswersOutcome


class ShareOutcomes(Outcome):
    id: ShareOutcome


class Example(Model):
    """Worked by hand from the articles; never copied from what we reckon."""

    id: Id
    given: Given
    gives: dict[Id, str]
    why: Text


class Base(Model):
    """What every reckoner has."""

    id: Id
    title: Text
    intro: Text
    limits: tuple[Text, ...] = Field(min_length=1)
    questions: tuple[Annotated[Chosen | Typed, Field(discriminator="kind")], ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)
    examples: tuple[Example, ...] = Field(min_length=1)

    @property
    def _resting(self) -> Iterator[Band | Outcome]:
        raise NotImplementedError

    @model_validator(mode="after")
    def _names_are_known(self) -> Base:
        rules = [rule.id for rule in self.rules]
        questions = [question.id for question in self.questions]
        for thing in self._resting:
            for rule in thing.rules:
                if rule not in rules:
                    raise ValueError(nearest(rule, rules, "rule"))
        for example in self.examples:
            for question in example.given:
                if question not in questions:
                    raise ValueError(f'"{example.id}": {nearest(question, questions, "question")}')
        return self


class AnswersNumbers(Model):
    """`part`: one in so many of the cost; the month of a new fiscal year, and that from which its own tax counts."""

    part: Annotated[int, Field(ge=1)]
    fiscal_year: Month
    new_tax: Month


class ShareNumbers(Model):
    """Fiscal years looked at, months of grace, tenths of a per cent that are near a line, first and last year of units."""

    years: Annotated[int, Field(ge=1, le=10)]
    grace: Months
    near: Annotated[int, Field(ge=0, le=100)]
    fiscal_year: Month
    holds: tuple[Year, Year]


class AnswersWarning(Model):
    id: Literal["fraction"]
    text: Text


class ShareWarnings(Model):
    id: ShareWarning
    text: Text


class ByAnswers(Base):
    """A band by answers, the fee within its ceiling, and which year's tax counts."""

    kind: Literal["answers"]
    reckoned: AnswersNumbers
    bands: tuple[SituationBand, ...] = Field(min_length=1)
    outcomes: tuple[AnswersOutcomes, ...] = Field(min_length=1)
    warnings: tuple[AnswersWarning, ...] = ()

    @property
    def _resting(self) -> Iterator[Band | Outcome]:
        yield from self.bands
        yield from self.outcomes

    @model_validator(mode="after")
    def _situations_are_known(self) -> ByAnswers:
        choices = {each.id: [choice.id for choice in each.choices] for each in self.questions if each.kind == "choice"}
        things: list[Chosen | SituationBand] = [each for each in self.questions if each.kind == "choice"]
        things += self.bands
        for thing in things:
            for question, answers in (pair for situation in thing.when for pair in situation.items()):
                if question not in choices:
                    raise ValueError(f'"{thing.id}": {nearest(question, list(choices), "question")}')
                for answer in answers:
                    if answer not in choices[question]:
                        raise ValueError(f'"{thing.id}": {nearest(answer, choices[question], "choice")}')
        return self


class ByShare(Base):
    """A band by a share of people, the years it looks at, and whether a change of job counts."""

    kind: Literal["share"]
    reckoned: ShareNumbers
    bands: tuple[ShareBand, ...] = Field(min_length=1)
    outcomes: tuple[ShareOutcomes, ...] = Field(min_length=1)
    warnings: tuple[ShareWarnings, ...] = ()

    @property
    def _resting(self) -> Iterator[Band | Outcome]:
        yield from self.bands
        yield from self.outcomes

    @model_validator(mode="after")
    def _bands_go_down_to_nothing(self) -> ByShare:
        found = [band.from_ for band in self.bands]
        if found != sorted(set(found), reverse=True) or found[-1]:
            raise ValueError("bands: from the highest share down to from: 0, each once")
        return self


Reckoner = Annotated[ByAnswers | ByShare, Field(discriminator="kind")]
