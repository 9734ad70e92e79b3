"""Answers to what people really ask: one entry a question, with its desk and its sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from content.base import Address, Draft, Id, Kept, Line, Mark, Model, Rests, Text, Words, known

Asker = Annotated[str, known("askers")]
DeskId = Annotated[str, known("desks", "organisations")]
AnswerId = Annotated[str, known("answers")]
Phone = Annotated[str, Field(pattern=r"^#?\d[\d-]*\d$")]


class Said(Text):
    """A line of an answer; a mark where it tells what somebody must, should or may do."""

    mark: Mark | None = None


class Desk(Kept):
    """Somebody to ask or to call. Without a number of its own it is looked up locally, or in the office's overlay."""

    id: Id
    name: Text
    what_for: Text
    phone: Phone | None = None
    hours: Text | None = None
    url: Address | None = None
    note: Text | None = None
    rests: Rests | None = None

    @model_validator(mode="after")
    def _a_number_has_a_source(self) -> Desk:
        if (self.phone or self.hours) and not self.rests:
            raise ValueError("rests: a number or hours need the page they were read on")
        return self


class Answer(Kept):
    """One question as people ask it, its answer, what to do today and whom to ask."""

    id: Id
    asked_by: tuple[Asker, ...] = Field(min_length=1)
    question: Text
    asked_as: Words
    lines: tuple[Said, ...] = Field(min_length=3, max_length=5)
    first_step: Text
    ask: tuple[DeskId, ...] = Field(min_length=1)
    rests: tuple[Rests, ...] = Field(min_length=1)
    see: tuple[Line, ...] = ()  # pages, or sections of them ("medical#in-practice")
    sheets: tuple[Id, ...] = ()  # checked where sheets are known: macros
    draft: Draft = None

    @property
    def only_asks(self) -> bool:
        """Does it settle nothing, and name a desk alone?"""
        return all(line.mark == "ask" for line in self.lines)


class Urgent(Model):
    """What to do now, for one reader, in the order to do it."""

    title: Text
    steps: tuple[Said, ...] = Field(min_length=2)
    call: tuple[DeskId, ...] = Field(min_length=1)
    say: tuple[Text, ...] = ()
    avoid: tuple[Text, ...] = ()


class FirstAid(Kept):
    """First aid for one kind of trouble: for the person, and for who stands beside."""

    id: Id
    asked_as: Words = Words()  # words typed into a search box that mean a life is in danger
    person: Urgent
    beside: Urgent
    rests: tuple[Rests, ...] = Field(min_length=1)


class Elsewhere(Model):
    """What this guide does not answer, and who does."""

    id: Id
    matter: Text
    asked_as: Words
    ask: tuple[DeskId, ...] = Field(min_length=1)
