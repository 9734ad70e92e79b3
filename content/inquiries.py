"""Questions whose answers lead to findings: the type finder, the claim check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, Protocol

from pydantic import Field, model_validator

from content.answers import DeskId
from content.base import (
    Choice,
    Cited,
    Id,
    ManualSection,
    Model,
    PageId,
    SourceId,
    Text,
    known,
    nearest,
)

# One situation is enough; in it, every question named is answered with one of the choices listed.
Situations = tuple[dict[Id, Annotated[tuple[Id, ...], Field(min_length=1)]], ...]


class Question(Model):
    """A question with its choices; asked always, or only in some situations."""

    id: Id
    ask: Text
    choices: tuple[Choice, ...] = Field(min_length=2)
    when: Situations = ()


class Finding(Cited):
    """What some answers lead to: why, what to check, whom to ask, on what it rests."""

    id: Id
    title: Text
    why: Text
    check: tuple[Text, ...] = ()
    ask: tuple[DeskId, ...]
    outcome: Literal["fits", "note", "clear", "ask", "stop", "closed"]
    when: Situations = Field(min_length=1)
    certainty: Annotated[str, known("certainties")]
    page: PageId
    anchor: Id


class _InSituations(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def when(self) -> Situations: ...


def know_situations(questions: Iterable[Question], things: Iterable[_InSituations]) -> None:
    """Every situation of a thing names questions and their choices. Raises ValueError with the thing and the nearest."""
    choices = {question.id: [choice.id for choice in question.choices] for question in questions}
    for thing in things:
        for question, answers in (pair for situation in thing.when for pair in situation.items()):
            if question not in choices:
                raise ValueError(f'"{thing.id}": {nearest(question, list(choices), "question")}')
            for answer in answers:
                if answer not in choices[question]:
                    raise ValueError(f'"{thing.id}": {nearest(answer, choices[question], "choice")}')


class Inquiry(Model):
    """A few questions and what the answers lead to; no verdict."""

    id: Id
    title: Text
    intro: Text
    source: SourceId
    section: ManualSection
    questions: tuple[Question, ...] = Field(min_length=1)
    findings: tuple[Finding, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _situations_are_known(self) -> Inquiry:
        know_situations(self.questions, (*self.questions, *self.findings))
        return self
