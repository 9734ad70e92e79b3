"""What a table rests on: each row has a number and a place, the sources stand once below the table."""

import pytest
from lxml import html

from content.files import ContentError
from content.load import load
from macros.duties import duties
from macros.milestones import milestones
from macros.must_exist import must_exist

GUIDE = load()
ROUTES = [route.id for route in GUIDE.routes]
TABLES = [
    pytest.param(macro, args, id="-".join((macro.__name__, *args)))
    for macro, args in [(duties, ()), (must_exist, ()), *((milestones, (id,)) for id in ROUTES)]
]


@pytest.mark.parametrize(("macro", "args"), TABLES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_row_leads_to_what_it_rests_on_and_no_source_is_told_twice(macro, args, lang):
    block = html.fromstring(f"<div>{macro(GUIDE, lang, *args)}</div>")
    listed = {each.get("id"): each.text_content() for each in block.cssselect(".grounds li")}
    told = {each.get("href").removeprefix("#") for each in block.cssselect(".ground a")}
    assert told == set(listed) != set()
    assert len({text.split(maxsplit=1)[1] for text in listed.values()}) == len(listed)


def test_a_duty_read_in_the_official_text_names_its_article():
    for duty in GUIDE.duties:
        assert duty.article or duty.how not in ("official", "reprint"), f"{duty.id}: which article?"


@pytest.mark.parametrize("id", ROUTES[1:])
def test_a_newer_route_tells_its_own_rules_and_links_those_of_the_standard_one(id):
    block = html.fromstring(milestones(GUIDE, "en", id))
    own = {each.get("id") for each in block.cssselect("tr[id]")}
    shared = {each.get("id"): each.find("a").get("href") for each in block.cssselect("li[id]:not(.grounds li)")}
    (route,) = [each for each in GUIDE.routes if each.id == id]
    assert own | set(shared) == {f"{id}-{rule.id}" for rule in route.rules if rule.id != "service"}
    assert shared[f"{id}-plan-review"] == "/scheme.md#standard-plan-review"
    assert f"{id}-follow-up" in own


def test_parts_of_a_route_can_be_told_in_different_places():
    lead_in, rest = milestones(GUIDE, "en", "standard", "lead-in"), milestones(GUIDE, "en", "standard", "period")
    assert "Worked examples" in rest
    assert "Worked examples" not in lead_in
    with pytest.raises(ContentError, match='Did you mean "handover"'):
        milestones(GUIDE, "en", "standard", "handovers")
