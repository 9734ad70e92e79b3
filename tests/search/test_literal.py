"""A term finds every built page that shows it, and hardly another: the engine as shipped, synonyms and all, against the HTML."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pytest
from judging import searched, shown

from conftest import BUILT, article

pytestmark = pytest.mark.built

TERMS = {  # as people type them, inflected ones too
    "ja": [
        "ジョブコーチ",
        "合理的配慮",
        "受給者証",
        "ナチュラルサポート",
        "モニタリング",
        "ハローワーク",
        "訪問看護",
        "リソースマップ",
        "支援レポート",
        "主治医",
        "サービス管理責任者",
        "発作",
        "余暇",
        "休職",
        "離職",
        "復職",
        "転職",
        "同意",
        "努力義務",
        "加算",
        "産業医",
        "就労移行支援",
        "相談支援専門員",
        "社会福祉協議会",
        "連絡ノート",
        "難病",
        "クローズ就労",
        "在宅勤務",
        "てんかん",
        "高次脳機能障害",
    ],
    "en": [
        "job coach",
        "job coaches",
        "reasonable accommodation",
        "recipient certificate",
        "natural supports",
        "monitoring",
        "Hello Work",
        "resource maps",
        "support report",
        "support reports",
        "epilepsy",
        "service manager",
        "undisclosed employment",
        "consultation support",
        "employment transition support",
        "psychological safety",
        "leave of absence",
        "home visit nursing",
        "contact notebook",
        "handover",
        "daily reports",
        "seizures",
        "undue burden",
        "group homes",
        "attending doctor",
        "statutory employment rate",
        "self-plan",
        "leisure",
        "special subsidiary company",
        "pensions",
    ],
}
UNSEEN = "ancestor::script or ancestor::style or ancestor::template or ancestor::svg or ancestor::rt or ancestor::rp"


def plain(text: str) -> str:
    return re.sub(r"[\s-]+", " ", unicodedata.normalize("NFKC", text)).lower()


@cache
def pages(lang: str) -> dict[str, str]:
    """What a reader sees of each page. (The forms to fill in are reached from their sheets' pages.)"""
    return {
        f"{name}.html": plain(" ".join(article(lang, name).xpath(f".//text()[not({UNSEEN})]")))
        for name in BUILT
        if not name.startswith("fill-")
    }


def holds(text: str, term: str) -> bool:
    """A Japanese term wherever it stands; an English one as words, one or many of it."""
    if not re.match("[a-z]", plain(term)):
        return plain(term) in text
    singular = re.sub(r"(?<=ch)es$|(?<!s)s$", "", plain(term))
    return re.search(rf"(?<![a-z]){re.escape(singular)}(?:e?s)?(?![a-z])", text) is not None


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_term_finds_every_page_that_shows_it_and_hardly_another(lang):
    assert len(set(TERMS[lang])) == 30
    right = returned = 0
    for term, answer in zip(TERMS[lang], searched(lang, TERMS[lang]), strict=True):
        held = {name for name, text in pages(lang).items() if holds(text, term)}
        found = {page[0].partition("#")[0] for page in shown(answer["items"])}
        assert held, f"{term}: stands nowhere"
        assert held <= found, f"{term}: misses {held - found}"
        right, returned = right + len(held), returned + len(found)
    assert right / returned >= 0.95, f"precision {right / returned:.3f}"
