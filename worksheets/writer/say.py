"""How a document speaks: in one language, or in both."""

from __future__ import annotations

from dataclasses import dataclass

from content.base import Lang, Text

STRAIGHT = str.maketrans("“”‘’", "\"\"''")  # the curly ones are as wide as kanji in a Japanese font
LOCALE = {"ja": "ja-JP", "en": "en-GB"}


@dataclass(frozen=True)
class Say:
    """`say(text)` in the document's languages, the first one leading; `{name}`s are filled by `values`."""

    langs: tuple[Lang, ...]

    def __call__(self, text: Text, **values: Text | str | int) -> str:
        return " / ".join(self.each(text, **values))

    def each(self, text: Text, **values: Text | str | int) -> tuple[str, ...]:
        """The same, one string a language: what they say alike stands once."""
        return tuple(dict.fromkeys(self._said(lang, text, values) for lang in self.langs))

    @staticmethod
    def _said(lang: Lang, text: Text, values: dict[str, Text | str | int]) -> str:
        said = text[lang]
        if values:
            said = said.format(
                **{name: value[lang] if isinstance(value, Text) else value for name, value in values.items()}
            )
        return said.translate(STRAIGHT) if lang == "en" else said

    @property
    def locale(self) -> str:
        """The leading language's tag, such as ja-JP."""
        return LOCALE[self.langs[0]]
