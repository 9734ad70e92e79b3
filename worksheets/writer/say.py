"""How a document speaks: in one language, or in both."""

from __future__ import annotations

from dataclasses import dataclass

from content.models import Lang, Text

LOCALE = {"ja": "ja-JP", "en": "en-GB"}


@dataclass(frozen=True)
class Say:
    """`say(text)` in the document's languages, the first one leading; `{name}`s are filled by `values`."""

    langs: tuple[Lang, ...]

    def __call__(self, text: Text, **values: Text | str | int) -> str:
        said = [
            text[lang].format(
                **{name: value[lang] if isinstance(value, Text) else value for name, value in values.items()}
            )
            if values
            else text[lang]
            for lang in self.langs
        ]
        return " / ".join(dict.fromkeys(said))

    @property
    def locale(self) -> str:
        """The leading language's tag, such as ja-JP."""
        return LOCALE[self.langs[0]]
