"""How a document speaks: in one language, or in both."""

from __future__ import annotations

from dataclasses import dataclass

from content.base import Lang, Text

STRAIGHT = str.maketrans("“”‘’", "\"\"''")  # the curly ones are as wide as kanji in a Japanese font
LOCALE = {"ja": "ja-JP", "en": "en-GB"}


@dataclass(frozen=True)
class Say:
    """`say(text)` in the document's languages, the first one leading."""

    langs: tuple[Lang, ...]

    def __call__(self, text: Text) -> str:
        return " / ".join(self.by_language(text))

    def by_language(self, text: Text) -> tuple[str, ...]:
        """The same, one string a language: what they say alike stands once."""
        return tuple(
            dict.fromkeys(text[lang].translate(STRAIGHT) if lang == "en" else text[lang] for lang in self.langs)
        )

    @property
    def locale(self) -> str:
        """The leading language's tag, such as ja-JP."""
        return LOCALE[self.langs[0]]
