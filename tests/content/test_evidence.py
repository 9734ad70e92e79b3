"""No statement claims more than its source gives: each slip is named at its place, with what to do."""

import pytest
from pydantic import ValidationError

from content.base import Rests, Text
from content.evidence import _cited, slips
from content.load import load
from content.models import Source

GUIDE = load()
LAW = next(source for source in GUIDE.sources if source.id == "civil-code")
IDS = {"sources": ["civil-code", "ours", "page"]}
ARTICLE = Text(ja="第143条", en="art. 143")


def made(kind: str, **changes: object) -> Source:
    """The Civil Code, as a source of another kind or with something missing."""
    return Source.model_validate(LAW.model_dump() | {"kind": kind} | changes)


def said(source: Source, how: str, article: Text | None = ARTICLE) -> list[str]:
    rests = Rests.model_construct(source=source.id, how=how, article=article, as_of="2026-11")
    return [f"{'.'.join(map(str, keys))}: {says}" for keys, says in slips((rests,), {source.id: source})]


def test_a_law_with_its_article_is_official():
    assert said(LAW, "official") == []


@pytest.mark.parametrize("kind", ["page", "paper", "book", "survey", "form", "manual"])
def test_what_no_office_published_is_not_official(kind):
    assert (
        f'0.how: "civil-code" is a {kind}: official are law, notice, official-page' in said(made(kind), "official")[0]
    )


@pytest.mark.parametrize("how", ["one-source", "reprint"])
def test_the_same_said_as_it_was_read_is_let_be(how):
    assert said(made("page"), how) == []


def test_an_official_page_without_an_address_cannot_be_looked_up():
    page = made("official-page", url=None, looked_for=LAW.title)
    assert "has no address" in said(page, "official")[0]


@pytest.mark.parametrize("kind", ["law", "notice"])
def test_a_law_without_its_article(kind):
    assert said(made(kind), "official", None) == [
        f'0.article: is missing: "civil-code" is a {kind}, say where in it this stands'
    ]


def test_an_official_page_needs_no_article():
    assert said(made("official-page"), "official", None) == []


@pytest.mark.parametrize(("kind", "how"), [("ours", "one-source"), ("page", "ours")])
def test_our_own_words_are_called_ours_and_nobody_elses(kind, how):
    assert "go together" in said(made(kind), how)[0]


@pytest.mark.parametrize("bound", [{"marks": ("duty",)}, {"marks": ("best-efforts",)}, {"certainty": "fixed"}])
def test_no_duty_and_no_fixed_day_rests_on_our_own_words(bound):
    bare = {"source": "ours", "how": "ours", "marks": (), "certainty": "ask"}
    rule = GUIDE.routes[0].rules[0].model_copy(update=bare)
    ours = {"ours": next(source for source in GUIDE.sources if source.id == "ours")}
    assert list(slips((rule,), ours)) == []
    [(keys, says)] = slips((rule.model_copy(update=bound),), ours)
    assert keys == [0, "how"]
    assert "rests on an instrument" in says


@pytest.mark.parametrize("missing", ["number", "url", "as_of"])
@pytest.mark.parametrize("kind", ["law", "notice"])
def test_a_law_has_its_number_its_address_and_the_state_that_was_read(kind, missing):
    with pytest.raises(ValidationError, match=f"{missing}: is missing"):
        made(kind, **{missing: None})


def test_a_source_without_an_address_says_what_was_tried():
    with pytest.raises(ValidationError, match="looked_for"):
        made("paper", url=None)


def test_the_state_of_a_text_is_known_to_the_month():
    with pytest.raises(ValidationError, match="at least the month is expected"):
        Rests.model_validate({"source": "civil-code", "how": "reprint", "as_of": "2026"}, context=IDS)


def test_a_work_is_one_source():
    known = [(source.url.rstrip("/"), source.number) for source in GUIDE.sources if source.url]
    assert [each for each in known if known.count(each) > 1] == []


def test_what_two_sources_say_names_both():
    (slip,) = slips((rests_on("civil-code"),), {"civil-code": LAW})
    assert slip == ([0, "second"], 'is missing: two sources say it, and only "civil-code" is named')
    assert list(slips((rests_on("civil-code", second="page"),), {"civil-code": LAW})) == []
    assert list(slips({"rests": (rests_on("civil-code"), rests_on("page"))}, {"civil-code": LAW, "page": LAW})) == []


def rests_on(source: str, **more: str) -> Rests:
    return Rests.model_construct(source=source, how="two-sources", as_of="2026-11", **more)


def test_nothing_in_the_guide_is_official_without_an_instrument_and_an_address():
    sources = {source.id: source for source in GUIDE.sources}
    assert list(slips(GUIDE, sources)) == []
    official = [cited for _, cited in _cited(GUIDE, []) if cited.how == "official"]
    assert len(official) > 300
    assert all(sources[cited.source].url for cited in official)
