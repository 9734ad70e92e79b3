"""The words of the field: within a sentence, and all in one list."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import inline, render


def term(guide: Guide, lang: Lang, id: str, words: str | None = None) -> str:
    """A term within a sentence, linked to its reading and meaning at the foot of the page.

    `words` says it otherwise where the sentence needs it (a plural, a short form).
    """
    return inline(render(guide, lang, "terms", term=find(guide.terms, id, "term"), words=words, groups=None))


def terms(guide: Guide, lang: Lang) -> str:
    """All terms by group, each with reading, meaning, other names and the other language's name."""
    groups = {
        name: [entry for entry in guide.terms if entry.group == id]
        for id, name in guide.names("term-groups", lang).items()
    }
    return render(guide, lang, "terms", groups=groups)
