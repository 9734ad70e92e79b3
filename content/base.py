"""What all data is made of: text in both languages, ids that are looked up, sources, and how a slip is said.

Everything here is frozen and refuses keys it does not know. Ids that name other things
are looked up while validating (`known`), so a slip is reported with all others at the door.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)

from content.characters import says_something, visible

Lang = Literal["ja", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)

# What the rules ask is filled, what they don't is hollow. An act has a mark; a day, a period or a limit has none.
Mark = Literal["duty", "best-efforts", "condition", "good-practice", "allowed", "basic-idea", "ask"]
How = Literal["official", "reprint", "two-sources", "one-source", "source-only", "ours"]
About = Literal[
    "health", "family", "income", "employer"
]  # what must not reach everybody; editions of sheets leave it out

# Character classes of regular expressions.
KANJI = "[\u3005-\u3007\u3400-\u9fff]"  # with 々, 〆 and 〇
HIRAGANA = "[\u3041-\u3096ー]"
READING = f"^{HIRAGANA}+(・{HIRAGANA}+)*(（{HIRAGANA}+）)?$"  # of a name
JAPANESE = "[\u3040-\u30ff\u3400-\u9fff]"
BESIDE = re.compile(rf"\((?=[^()]*{JAPANESE})[^()A-Za-z]*\)")  # "recipient certificate (受給者証)"
BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
NAME = re.compile(r"[a-z][a-z_]*")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
MARKUP = re.compile(r"<[a-zA-Z/!]|\*\*|\]\(|`|\{\{|\{%")


def nearest(found: str, allowed: list[str], kind: str) -> str:
    """Say that `found` is unknown, name the nearest match and what is known."""
    found = visible(found)
    close = get_close_matches(found, allowed, n=1)
    hint = f' Did you mean "{close[0]}"?' if close else ""
    listed = ", ".join(allowed[:12]) + (", …" if len(allowed) > 12 else "")
    other = f' If "{close[0]}" is the one misspelt, correct it where it was first written.' if close else ""
    return f'there is no {kind} "{found}".{hint} Known: {listed}.{other}'


def _one(kind: str) -> str:
    """One of a kind, as messages say it: "disabilities" → "disability"."""
    return re.sub(r"ies$", "y", kind) if kind.endswith("ies") else kind.removesuffix("s")


def known(*kinds: str) -> AfterValidator:
    """A validator for ids of one of `kinds`, files of content/data or vocabularies, looked up in the context.

    A kind that the context doesn't hold couldn't be read: that is said once, not at each place that names it.
    """

    def check(found: str, info: ValidationInfo) -> str:
        context: Mapping[str, list[str]] = info.context or {}
        lists = [context.get(kind) for kind in kinds]
        allowed = [id for each in lists for id in each or []]
        if found not in allowed and None not in lists:
            raise ValueError(nearest(found, allowed, _one(kinds[0])))
        return found

    return AfterValidator(check)


def _plain(text: str) -> str:
    if "〔" in text or "〕" in text:
        raise ValueError("〔…〕 marks a guess of the restored source: say it in our own words, without the brackets")
    if found := MARKUP.search(text):
        raise ValueError(f'holds markup ("{found[0]}"): write plain text, the template brings the elements')
    return text


def _said(text: str) -> str:
    if not says_something(text):
        raise ValueError(f"“{visible(text)}” says nothing yet: write it, or leave the key out")
    return text


def _iso(found: object) -> object:
    """Days are written as 2026-04-01: no number of seconds, no time of day."""
    if isinstance(found, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", found):
        raise ValueError(f"“{visible(found)}”: a day of the calendar is expected, such as 2026-04-01")
    return found


def _in_our_time(day: date) -> date:
    if not date(1868, 1, 25) <= day <= date(2099, 12, 31):
        raise ValueError(f"{day} is out of the time this guide is about (1868 to 2099)")
    return day


def _in_the_calendar(when: str) -> str:
    """A year, a month or a day that exists."""
    try:
        day = date.fromisoformat(f"{when}-12-31"[:10] if len(when) != 7 else f"{when}-28")
    except ValueError:
        raise ValueError(f"“{when}” is not in the calendar: look at month and day") from None
    _in_our_time(day)
    return when


def _to_the_month(when: str) -> str:
    if len(when) == 4:
        raise ValueError(f"“{when}”: at least the month is expected, such as {when}-04: laws change within a year")
    return when


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Line = Annotated[str, Field(min_length=1, max_length=2_000, pattern=r"^\S(.*\S)?$"), AfterValidator(_plain)]
Draft = Line | None  # what is left to do, of something that nobody is to read yet (publish/drafts.py)
Day = Annotated[date, BeforeValidator(_iso), AfterValidator(_in_our_time)]
When = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_in_the_calendar)]
Months = Annotated[int, Field(ge=0, le=120)]
Address = Annotated[str, Field(pattern=r"^https://[^\s/]+\.[^\s/]+(/\S*)?$")]
OldAddress = Annotated[str, Field(pattern=r"^https?://[^\s/]+\.[^\s/]+(/\S*)?$")]  # of a text as it was read


class Model(BaseModel):
    """A frozen value; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _english(text: str) -> str:
    """Japanese stands in round brackets behind the English, where a reader must show or ask for a thing by its name."""
    if found := re.search(JAPANESE, BESIDE.sub("", text)):
        raise ValueError(
            f'the English text holds Japanese ("{found[0]}"): say it in English, '
            "and put the Japanese name behind it in round brackets of its own"
        )
    return text


def isolated(value: object) -> object:
    """A value to be filled in; text that runs from right to left is closed off, so that it turns nothing around it."""
    return f"\u2068{value}\u2069" if isinstance(value, str) and RIGHT_TO_LEFT.search(value) else value


class Pattern(str):
    """A text in one language; what is filled into it stands for itself."""

    def format(self, *args: object, **values: object) -> str:
        return super().format(*args, **{name: isolated(value) for name, value in values.items()})


class Text(Model):
    """The same words in both languages; neither may be missing or empty."""

    ja: Annotated[Line, AfterValidator(_said)]
    en: Annotated[Line, AfterValidator(_said), AfterValidator(_english)]

    def __getitem__(self, lang: Lang) -> str:
        text = self.ja if lang == "ja" else self.en
        return Pattern(text) if "{" in text else text

    @property
    def holes(self) -> set[str]:
        """The names of what is filled in: "{count} found" has `count`."""
        return {found[1] for found in BRACES.finditer(self.ja)}

    @model_validator(mode="after")
    def _holes_are_alike(self) -> Text:
        found = {lang: [each[1] for each in BRACES.finditer(self[lang])] for lang in LANGUAGES}
        for names in found.values():
            for name in names:
                if name is None or not NAME.fullmatch(name):
                    raise ValueError(
                        "{ and } stand around a name of small letters, such as {count}: correct or remove them"
                    )
        if set(found["ja"]) != set(found["en"]):
            both = "; ".join(
                f"{lang}: {', '.join(f'{{{each}}}' for each in sorted(set(found[lang])))}" for lang in LANGUAGES
            )
            raise ValueError(f"different names stand between braces ({both}): write the same in both languages")
        return self

    def filled(self, **values: Text | str | int) -> Text:
        """The text with its `{names}` replaced, in each language by what that language says."""

        def said(lang: Lang) -> str:
            words = {name: value[lang] if isinstance(value, Text) else value for name, value in values.items()}
            return self[lang].format(**words)

        return Text.model_construct(ja=said("ja"), en=said("en"))


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
ManualSection = Annotated[int, Field(ge=0, le=35)]  # of the source manual; 0 is its introduction


class Choice(Model):
    """One word of a vocabulary."""

    id: Id
    name: Text


class Cited(Model):
    """Where a statement comes from: a source and, where it is a law or the like, the place in it; and how it was read."""

    source: SourceId
    article: Text | None = None
    how: How
    second: SourceId | None = None  # of two sources, the other

    @model_validator(mode="after")
    def _two_are_two(self) -> Cited:
        if self.second and (self.how != "two-sources" or self.second == self.source):
            raise ValueError("second: names the other source where how is two-sources")
        return self


class Rests(Cited):
    """The same with the state of the text that was read."""

    as_of: Annotated[When, AfterValidator(_to_the_month)]


class Kept(Model):
    """What is looked at again: the day it was last looked at, and the day by which to look next."""

    checked: Day
    next_check: Day

    @model_validator(mode="after")
    def _days_in_order(self) -> Kept:
        if self.next_check <= self.checked:
            raise ValueError("next_check comes before the last check: choose a day after it")
        return self


class Checked(Rests, Kept):
    """A statement with where it comes from and when to look again."""


class Marked(Model):
    """What an act is: asked by the rules, advised, or open. A day or a limit has no marks."""

    marks: tuple[Mark, ...] = ()
    condition: Text | None = None  # for what: the month's fee, not being reduced, a route

    @model_validator(mode="after")
    def _a_condition_says_for_what(self) -> Marked:
        if ("condition" in self.marks) != (self.condition is not None):
            raise ValueError('the mark "condition" and the key condition, which says for what, go together')
        return self
