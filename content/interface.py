"""Words of the interface (ui.yml): by family, some of a family in groups."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import ConfigDict, Discriminator, Field, RootModel, Tag, model_validator

from content.base import Lang, Text, nearest
from content.files import ContentError


def _sort(found: Any) -> Literal["(text)", "(group)"]:
    """A text has its languages, a group has texts."""
    return "(group)" if isinstance(found, dict) and any(isinstance(each, dict) for each in found.values()) else "(text)"


# Everything that a word of the interface may leave to be filled in: a slip in one would show as it stands.
HOLES = {
    "actor",
    "anchor",
    "as_of",
    "checked",
    "article",
    "count",
    "date",
    "day",
    "days",
    "disabilities",
    "end",
    "era",
    "first",
    "from",
    "heading",
    "how",
    "id",
    "keeper",
    "kind",
    "kilobytes",
    "label",
    "last",
    "left",
    "limits",
    "month",
    "name",
    "needs",
    "number",
    "pages",
    "question",
    "reader",
    "reading",
    "route",
    "row",
    "said",
    "section",
    "sections",
    "source",
    "stage",
    "stages",
    "steps",
    "text",
    "title",
    "titles",
    "to",
    "total",
    "version",
    "weekday",
    "what",
    "when",
    "where",
    "who",
    "words",
    "year",
}
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")]
_Group = dict[Key, Text]
_Said = Annotated[Annotated[Text, Tag("(text)")] | Annotated[_Group, Tag("(group)")], Discriminator(_sort)]


T = TypeVar("T")


class Said(dict[str, T]):
    """Words by their keys; one that is asked for and isn't there is a slip in ui.yml, said so."""

    def __init__(self, family: str, words: Mapping[str, T]) -> None:
        super().__init__(words)
        self.family = family

    def __missing__(self, key: str) -> T:
        says = nearest(key, sorted(self), "word" if self.family else "family")
        raise ContentError(f"content/data/ui.yml:1: {self.family or 'the file'}: {says} Add it: something shows it.")


class Interface(RootModel[dict[Key, dict[Key, _Said]]]):
    """What is said in both languages, under the macro family or room that shows it.

    A group is handed over whole (`spoken`: to the family's script), or has a word for each of several ids.
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _holes_are_known(self) -> Interface:
        for family, words in self.root.items():
            for key, said in words.items():
                for text in [said] if isinstance(said, Text) else said.values():
                    for hole in text.holes - HOLES:
                        raise ValueError(f"{family}.{key}: {nearest(hole, sorted(HOLES), 'placeholder')}")
        return self

    def __contains__(self, family: str) -> bool:
        return family in self.root

    def __getitem__(self, family: str) -> Mapping[str, Text]:
        """The texts of a family that stand in no group."""
        return self._texts[family]

    @cached_property
    def _texts(self) -> Said[Said[Text]]:
        texts = {
            name: Said(name, {key: said for key, said in family.items() if isinstance(said, Text)})
            for name, family in self.root.items()
        }
        return Said("", texts)

    def family(self, name: str) -> Mapping[str, Text | Mapping[str, Text]]:
        """A family whole, as its template sees it."""
        return Said("", self.root)[name]

    def group(self, family: str, name: str, lang: Lang) -> dict[str, str]:
        """A group in one language; empty where the family has none of that name."""
        group = self.family(family).get(name, {})
        return Said(
            f"{family}.{name}", {} if isinstance(group, Text) else {key: text[lang] for key, text in group.items()}
        )
