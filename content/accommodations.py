"""What is told by disability: daily life, accommodations at work, emergencies."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from content.base import DisabilityId, Id, ManualSection, Model, OrganisationId, SourceId, Text, known


class Disability(Model):
    """A kind of disability or illness as the guide groups it."""

    id: Id
    name: Text
    pointer: Text  # what its page holds, after its name in a list
    section: ManualSection | None = None  # where the source manual has it
    about: Text
    daily_life: tuple[Text, ...] = Field(min_length=1)
    partners: tuple[OrganisationId, ...] = Field(min_length=1)
    source: SourceId


class FirstQuestion(Model):
    """A question to ask before any list of accommodations."""

    id: Id
    ask: Text
    why: Text
    source: SourceId


class Accommodation(Model):
    """One thing a workplace can do, placed once per disability under one aspect of work: an example, never a duty."""

    id: Id
    title: Text
    how: Text
    check: Text
    placed: dict[DisabilityId, Annotated[str, known("aspects")]] = Field(min_length=1)
    needs: tuple[Annotated[str, known("needs")], ...] = Field(min_length=1)
    stages: tuple[Annotated[str, known("stages")], ...] = Field(min_length=1)
    who: tuple[Annotated[str, known("who")], ...] = Field(min_length=1)
    common: bool = False  # fits whatever the disability: placed under each, told as such
    sections: tuple[ManualSection, ...] = ()
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
