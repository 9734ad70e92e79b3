"""A timeline is a table with one row an actor, and the same as a list in order of time."""

import pytest
from lxml import html

from content.files import ContentError
from content.load import load
from macros.timeline import spans, timeline

TIMELINES = [each.id for each in load().timelines]


@pytest.mark.parametrize("id", TIMELINES)
def test_each_row_fills_its_columns(id):
    (chart,) = [each for each in load().timelines if each.id == id]
    for row in chart.rows:
        columns = [column for first, last, _ in spans(chart, row) for column in range(first, last + 1)]
        assert columns == list(range(len(chart.stages)))


@pytest.mark.parametrize("id", TIMELINES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_list_says_all_that_the_table_says(id, lang):
    figure = html.fromstring(timeline(load(), lang, id))
    table = sorted(each.text_content() for each in figure.cssselect("table .timeline-text"))
    listed = sorted(each.text_content() for each in figure.cssselect("ol .timeline-text"))
    assert table == listed != []


def test_stages_are_column_heads_and_actors_row_heads():
    figure = html.fromstring(timeline(load(), "en", "standard"))
    assert all(th.get("scope") == "col" for th in figure.cssselect("thead th"))
    assert [tr.get("data-actor") for tr in figure.cssselect("tbody tr")] == [
        "person",
        "sending-provider",
        "consultation-provider",
        "retention-provider",
        "employer",
    ]


def test_the_retention_provider_makes_the_plan_and_not_the_sending_provider():
    figure = html.fromstring(timeline(load(), "en", "standard"))
    rows = {tr.get("data-actor"): tr.text_content() for tr in figure.cssselect("tbody tr")}
    assert "Makes the plan" in rows["retention-provider"]
    assert "plan" not in rows["sending-provider"].lower()


def test_an_unknown_timeline_names_the_nearest():
    with pytest.raises(ContentError, match='Did you mean "standard"'):
        timeline(load(), "ja", "standart")
