"""What pages can call. A macro takes guide and language first; both are bound here."""

from __future__ import annotations

from functools import partial
from typing import Any

from mkdocs.exceptions import PluginError

from content.base import Lang
from content.files import ContentError
from content.load import load
from content.models import Guide
from macros.accommodations import accommodations
from macros.calculator import calculator
from macros.checklist import checklist
from macros.daily_life import daily_life
from macros.dates import date_words
from macros.differences import differences
from macros.duties import duties
from macros.emergency_cards import emergency_cards
from macros.explorer import explorer
from macros.fact import fact, facts
from macros.foot import foot
from macros.inquiry import inquiry
from macros.inventory import inventory
from macros.mark import mark
from macros.milestones import milestones
from macros.must_exist import must_exist
from macros.my_sheet import my_sheet
from macros.network import network
from macros.opening import opening
from macros.organisations import organisations
from macros.plan_and_report import plan_contents, report_contents
from macros.quotation import quotation
from macros.sheet_form import sheet_form
from macros.sheet_page import sheet_page
from macros.sheet_roles import sheet_roles
from macros.sheets import sheet, sheets
from macros.sources import sources
from macros.strengths import strengths
from macros.terms import term, terms
from macros.timeline import timeline

BLOCKS = (
    accommodations,
    calculator,
    checklist,
    daily_life,
    differences,
    duties,
    emergency_cards,
    explorer,
    facts,
    inquiry,
    inventory,
    milestones,
    must_exist,
    my_sheet,
    network,
    opening,
    organisations,
    plan_contents,
    quotation,
    report_contents,
    sheet_form,
    sheet_page,
    sheet_roles,
    sheets,
    sources,
    strengths,
    terms,
    timeline,
)
INLINE = (fact, mark, sheet, term)


def _told(macro: Any, guide: Guide, lang: Lang, *args: Any) -> str:
    try:
        return str(macro(guide, lang, *args))
    except ContentError as error:
        raise PluginError(f"{macro.__name__}{args}: {error}") from None


def define_env(env: Any) -> None:
    """Called by mkdocs-macros before the first page."""
    try:
        guide = load()
    except ContentError as error:
        raise PluginError(f"\n{error}") from None  # one message, no traceback
    for macro in (*BLOCKS, *INLINE):
        env.macro(partial(_told, macro, guide, env.conf["extra"]["lang"]), macro.__name__)
    env.conf["extra"]["dates"] = date_words(guide, env.conf["extra"]["lang"])


def on_post_page_macros(env: Any) -> None:
    """Every page ends with its terms and sources, taken from its words and pages.yml."""
    guide, lang = load(), env.conf["extra"]["lang"]  # kept out of `extra`, which the plugin turns into JSON whole
    page = env.page.file.src_uri.removesuffix(".md")
    if page != "index" and not page.startswith(("sheet-", "fill-")):
        env.markdown += f"\n\n{_told(foot, guide, lang, page, env.markdown)}\n"
