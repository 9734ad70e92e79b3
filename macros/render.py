"""From values to HTML: one environment for all templates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from content.models import Guide, Lang

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(value: date | str, lang: Lang) -> str:
    """A date in words ("2025年4月1日", "1 April 2025"); a bare year stays a year.

    >>> day("2025-04-01", "en"), day("2023", "ja")
    ('1 April 2025', '2023年')
    """
    text = str(value)
    if len(text) == 4:
        return f"{text}年" if lang == "ja" else text
    when = date.fromisoformat(text)
    return (
        f"{when.year}年{when.month}月{when.day}日"
        if lang == "ja"
        else f"{when.day} {MONTHS[when.month - 1]} {when.year}"
    )


ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters["day"] = day


def render(guide: Guide, lang: Lang, family: str, **values: Any) -> str:
    """The HTML of one macro family, without indentation or blank lines (Markdown would tear it apart).

    The template sees `lang`, `ui` (the family's words), `mark` (a mark's HTML by kind), `names`
    (a vocabulary), `listed` (some of its words in a row) and `sources` by id besides `values`.
    """
    template = ENVIRONMENT.get_template(f"{family}.html.j2")
    separator = "・" if lang == "ja" else ", "
    html = template.render(
        lang=lang,
        ui=guide.ui[family],
        mark=lambda kind: Markup(mark_html(guide, lang, kind)),
        names=lambda vocabulary: guide.words(vocabulary, lang),
        listed=lambda ids, vocabulary: separator.join(guide.words(vocabulary, lang)[id] for id in ids),
        sources={source.id: source for source in guide.sources},
        **values,
    )
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def inline(html: str) -> str:
    """The same on one line, for macros that stand within a sentence."""
    return html.replace("\n", "")


SHAPES = {"duty": "■", "best-efforts": "◧", "good-practice": "□", "allowed": "△", "basic-idea": "◇"}


def mark_html(guide: Guide, lang: Lang, kind: str) -> str:
    """Shape, word and colour together, the same everywhere."""
    word = guide.words("marks", lang)[kind]
    return f'<span class="mark" data-kind="{kind}"><span aria-hidden="true">{SHAPES[kind]}</span> {word}</span>'
