"""The ledger: everything stated is in it, and what must be looked at again soon is named, but stops nothing."""

import re
from datetime import date, timedelta
from typing import get_args

import pytest

from conftest import ROOT
from content.base import LANGUAGES
from content.files import ContentError
from content.ledger import SOON, due, items
from content.load import load
from content.models import SourceKind
from macros.next_checks import next_checks
from macros.rules import rules
from publish.check import reminders

GUIDE = load()
ITEMS = items(GUIDE)
FIRST = min(item.next_check for item in ITEMS)


def test_every_statement_is_in_the_ledger_once():
    assert len({(item.kind, item.id) for item in ITEMS}) == len(ITEMS)
    kinds = {kind: [item.id for item in ITEMS if item.kind == kind] for kind in {item.kind for item in ITEMS}}
    assert kinds["fact"] == [fact.id for fact in GUIDE.facts]
    assert kinds["duty"] == [duty.id for duty in GUIDE.duties]
    assert kinds["record"] == [record.id for record in GUIDE.must_exist]
    assert kinds["answer"] == [answer.id for answers in GUIDE.answers.values() for answer in answers]
    assert {f"standard-{rule.id}" for rule in GUIDE.routes[0].rules} <= set(kinds["rule"])


def test_what_a_route_shares_is_told_once():
    assert [item.id for item in ITEMS if item.id.endswith("-plan-review")] == ["standard-plan-review"]


@pytest.mark.parametrize(
    ("day", "is_due"), [(FIRST - SOON, True), (FIRST - SOON - timedelta(days=1), False), (FIRST, True)]
)
def test_what_comes_within_thirty_days_is_named_and_nothing_later(day, is_due):
    assert bool(due(GUIDE, day)) == is_due
    assert all(item.next_check <= day + SOON for item in due(GUIDE, day))


def test_the_earliest_comes_first_and_each_is_named_with_its_day():
    told = list(reminders(GUIDE, date(2099, 1, 1)))
    assert len(told) == len(ITEMS)
    assert told[0].startswith(f"look again by {FIRST}: ")
    assert told == sorted(told, key=lambda line: line.split()[3])


def test_changes_come_after_they_were_looked_up_and_are_looked_at_again_before():
    for change in GUIDE.changes:
        assert str(change.checked) < change.when
        assert str(change.next_check) <= f"{change.when}-31"[:10]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_names_each_instrument_that_something_rests_on(lang):
    html = rules(GUIDE, lang)
    for source in {rests.source for item in ITEMS for rests in item.rests}:
        assert f'<details id="rules-{source}">' in html


@pytest.mark.parametrize("macro", ["rules", "sources"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_source_is_on_one_page(lang, macro):
    pages = "".join(page.read_text("utf-8") for page in (ROOT / "docs" / lang).glob("*.md"))
    calls = re.findall(rf"{{{{ {macro}\((.*)\) }}}}", pages)
    kinds = [kind for call in calls for kind in re.findall(r'"([^"]+)"', call)]
    assert sorted(kinds) == sorted(get_args(SourceKind))


def test_an_unknown_kind_is_said_with_the_nearest():
    with pytest.raises(ContentError, match=r'kind of source.*"law"'):
        rules(GUIDE, "ja", "laws")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_lists_each_day_once_in_order_and_every_statement_below(lang):
    html = next_checks(GUIDE, lang)
    days = [part[:10] for part in html.split('data-rules-due="')[1:]]
    assert days == sorted({str(item.next_check) for item in ITEMS})
    assert html.count("<li>") == len(ITEMS)
