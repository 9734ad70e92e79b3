"""From values to HTML: one environment for all templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from content.base import Lang, Mark, Marked
from content.days import EARLIEST, LATEST, day
from content.files import ContentError
from content.marks import SIGNS, marked, said
from content.models import Guide, Source
from content.wording import bracketed, listed


def named(ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """The names of some ids."""
    return [names[id] for id in ids]


def cited(source: Source) -> str:
    """Where the guide says what a source is: the many web pages are on a page of their own."""
    return f"/{'sources-pages' if source.kind == 'page' else 'sources'}.md#{source.id}"


ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters |= {"day": day, "named": named, "listed": listed, "bracketed": bracketed, "cited": cited}
ENVIRONMENT.globals |= {"earliest": EARLIEST, "latest": LATEST}


def render(guide: Guide, lang: Lang, family: str, **values: Any) -> str:
    """The HTML of one macro family, without indentation or blank lines (Markdown would tear it apart).

    The template sees `lang`, `ui` (the family's words), `spoken` (those for its script), `mark` (a mark's HTML by kind),
    `marks` (all of a thing's), `names` (a vocabulary as {id: name}) and `sources` by id besides `values`. Raises
    ContentError where ui.yml lacks the family, or a word of it.
    """
    if family not in guide.ui:
        raise ContentError(
            f'content/data/ui.yml: there is no "{family}": add the words of macros/{family}.html.j2 (even if none: {{}})'
        )
    template = ENVIRONMENT.get_template(f"{family}.html.j2")
    try:
        html = template.render(
            lang=lang,
            ui=guide.ui.family(family),
            spoken=guide.ui.group(family, "spoken", lang),
            mark=lambda kind: Markup(mark_html(kind, said(guide, kind)[lang])),
            marks=lambda thing: Markup(marks_html(guide, lang, thing)),
            names=lambda vocabulary: guide.names(vocabulary, lang),
            sources={source.id: source for source in guide.sources},
            **values,
        )
    except UndefinedError as error:
        raise ContentError(
            f"macros/{family}.html.j2: {error.message}: is it a word that ui.yml lacks under {family}?"
        ) from None
    except KeyError as error:  # of str.format
        raise ContentError(f"content/data/ui.yml: {family}: nothing fills in {{{error.args[0]}}}") from None
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def inline(html: str) -> str:
    """The same on one line, for macros that stand within a sentence."""
    return html.replace("\n", "")


def mark_html(kind: Mark, words: str) -> str:
    """Shape, word and colour together, the same everywhere."""
    return f'<span class="mark" data-kind="{kind}"><span aria-hidden="true">{SIGNS[kind]}</span> {escape(words)}</span>'


def marks_html(guide: Guide, lang: Lang, thing: Marked) -> str:
    """All marks of a thing, in its order."""
    return " ".join(mark_html(kind, words[lang]) for kind, words in marked(guide, thing))
