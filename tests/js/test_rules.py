"""The ledger on a reader's screen: what was to be looked at again before today says so, what is due today or later doesn't."""

from datetime import date, timedelta

import pytest

PAGE = """
globalThis.HTMLElement = globalThis.Element = class {{}};
const late = Object.assign(new HTMLElement(), {{ hidden: true }});
const days = Object.assign(new HTMLElement(), {{ dataset: {{ rulesDue: "{due}" }}, querySelector: () => late }});
globalThis.document = {{ querySelectorAll: (selector) => (selector === "[data-rules-due]" ? [days] : []) }};
{script}
return late.hidden;
"""


@pytest.fixture(scope="session")
def script():
    from conftest import ROOT

    return (ROOT / "theme/js/rules.js").read_text("utf-8")


@pytest.mark.parametrize(("days", "hidden"), [(-400, False), (-1, False), (0, True), (1, True), (400, True)])
def test_what_is_past_its_day_says_so(run, script, days, hidden):
    due = date.today() + timedelta(days=days)
    assert run([], PAGE.format(due=due, script=script)) is hidden
