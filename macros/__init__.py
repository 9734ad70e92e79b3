"""What pages can call. A macro takes guide and language first; both are bound here."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import partial
from inspect import signature
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from mkdocs.exceptions import PluginError

from content.base import Lang
from content.docs import Doc, slips, unbuildable, written
from content.files import ContentError
from content.load import load
from content.models import Guide
from content.office import office as overlay  # macros.office is a module
from macros.accessibility import accessibility
from macros.accommodations import accommodations
from macros.aids import aids
from macros.answers import answers
from macros.calculator import calculator
from macros.changes import changes
from macros.checklist import checklist
from macros.daily_life import daily_life
from macros.dates import date_words
from macros.differences import differences
from macros.disabilities import disabilities
from macros.duties import duties
from macros.eligibility import eligibility
from macros.elsewhere import elsewhere
from macros.emergency_cards import emergency_cards
from macros.explorer import explorer
from macros.fact import fact, facts
from macros.first_aid import danger, first_aid
from macros.foot import foot
from macros.inquiry import inquiry
from macros.inventory import inventory
from macros.mark import consent, mark
from macros.milestones import milestones
from macros.must_exist import must_exist
from macros.my_sheet import my_sheet
from macros.network import network
from macros.next_checks import next_checks
from macros.office import with_notes
from macros.open_data import open_data
from macros.opening import opening
from macros.organisations import organisations
from macros.picture import picture
from macros.plan_and_report import plan_contents, report_contents
from macros.questions import questions
from macros.quotation import quotation
from macros.reckoner import reckoner
from macros.releases import releases
from macros.rules import rules
from macros.sheet_form import sheet_form
from macros.sheet_page import sheet_page
from macros.sheet_roles import sheet_roles
from macros.sheets import sheet, sheets
from macros.short import short
from macros.sources import sources
from macros.strengths import strengths
from macros.terms import term, terms
from macros.timeline import timeline
from worksheets.catalogue import catalogue

BLOCKS = (
    accessibility,
    accommodations,
    answers,
    calculator,
    changes,
    checklist,
    daily_life,
    differences,
    disabilities,
    duties,
    eligibility,
    elsewhere,
    emergency_cards,
    explorer,
    facts,
    first_aid,
    inquiry,
    inventory,
    milestones,
    must_exist,
    my_sheet,
    network,
    next_checks,
    open_data,
    opening,
    organisations,
    picture,
    plan_contents,
    questions,
    quotation,
    reckoner,
    releases,
    report_contents,
    rules,
    sheet_form,
    sheet_page,
    sheet_roles,
    sheets,
    sources,
    strengths,
    terms,
    timeline,
)
INLINE = (consent, fact, mark, sheet, term)


log = logging.getLogger("mkdocs.macros")  # below "mkdocs": a warning stops a strict build once all are said
Macro = Callable[..., str]


def _told(env: Any, macro: Macro, guide: Guide, lang: Lang, *args: Any, **options: Any) -> str:
    """What a macro returns; nothing where its call is wrong, which is said with the page and the line."""
    try:
        bound = signature(macro).bind(guide, lang, *args, **options)
    except TypeError as error:
        says = f"{error}; it takes {', '.join(list(signature(macro).parameters)[2:]) or 'nothing'}"
    else:
        try:
            return macro(*bound.args, **bound.kwargs)
        except ContentError as error:
            says = str(error)
    call = f'{macro.__name__}("{args[0]}")' if args else f"{macro.__name__}()"
    doc = Doc(Path(env.conf["docs_dir"], env.page.file.src_uri), lang)
    line = dict(doc.calls()).get(call, 1) if doc.path.exists() else 1  # a sheet's page is made, not written
    log.warning(doc.slip(line, f"{call}: {says}"))
    return ""


def _unfinished(lang: Lang, config: Any) -> Iterator[str]:
    """Braces of a page that are opened and not closed, or hold what is no call."""
    signs = Environment(
        comment_start_string=config["j2_comment_start_string"], comment_end_string=config["j2_comment_end_string"]
    )
    for doc in (each for each in written(lang) if each.readable):
        try:
            signs.parse("\n".join(doc.lines))
        except TemplateSyntaxError as error:
            said = (error.message or "").rstrip(".")
            yield doc.slip(
                error.lineno, f"what stands between {{{{ }}}} or {{% %}} cannot be read ({said}): close it as it began"
            )


def define_env(env: Any) -> None:
    """Called by mkdocs-macros before the first page: data, sheets and pages are checked, all slips said at once."""
    lang: Lang = env.conf["extra"]["lang"]
    try:
        guide = load()
        catalogue(guide)
        overlay(guide)
    except ContentError as error:
        raise PluginError(f"\n{error}") from None  # one message, no traceback
    every = [macro.__name__ for macro in (*BLOCKS, *INLINE)]
    pages = [page.id for page in guide.pages]
    broken = [*unbuildable(every, pages), *_unfinished(lang, env.conf.plugins["macros"].config)]
    for slip in broken or slips(pages, [macro.__name__ for macro in BLOCKS]):
        log.warning(slip)
    if broken:
        raise PluginError(broken[0])  # what came after it would only follow from it
    for macro in (*BLOCKS, *INLINE):
        env.macro(partial(_told, env, macro, guide, lang), macro.__name__)
    env.conf["extra"]["dates"] = date_words(guide, lang)
    env.conf["extra"]["danger"] = danger(guide, lang)


def on_post_page_macros(env: Any) -> None:
    """Every page begins with its reading aids and two plain sentences, and ends with its terms and sources."""
    guide, lang = load(), env.conf["extra"]["lang"]  # kept out of `extra`, which the plugin turns into JSON whole
    page = env.page.file.src_uri.removesuffix(".md")
    env.markdown = with_notes(guide, lang, page, env.markdown)
    title, _, words = env.markdown.lstrip().partition("\n")
    env.markdown = f"{aids(guide, lang, page)}\n\n{title}\n\n{short(guide, lang, page)}\n\n{words}"
    if page != "index" and not page.startswith(("sheet-", "fill-")):
        env.markdown += f"\n\n{foot(guide, lang, page, env.markdown)}\n"
