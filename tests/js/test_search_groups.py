"""Groups of words, folded only where a question can meet them: what is left asleep is never what was asked for."""

import random
import re

import pytest
from judging import engine

from conftest import FOLDER, SITE
from content.load import load

ENGINE = SITE / "js/search-engine.js"


def test_a_question_meets_the_phrases_it_may_hold_the_longest_first(small):
    (met,) = small("ja", ["phrasesIn", "仕事を辞めたい。上司も"])
    assert met == ["仕事を辞めたい", "上司が変わる", "辞める"]
    (met,) = small("en", ["phrasesIn", "employer tell resign"])
    assert met == ["tell my employer", "resign"]


def test_all_phrases_are_there_for_who_types_a_slip(small):
    assert small("en", ["everyPhrase"]) == [["tell my employer", "coach at work", "job coach", "resign", "quit", "jc"]]


def test_a_word_is_in_the_groups_that_hold_it_whatever_its_script(small):
    for word in ("じょぶこーち", "職場適応援助者", "jc"):
        assert small("ja", ["holding", word]) == [[{"words": ["じょぶこーち", "職場適応援助者", "jc"], "answers": []}]]
    assert small("ja", ["holding", "休憩"]) == [[]]


WORDS = [
    *("organisations", "labour", "policies", "tried", "tied", "studies", "using", "planned", "centre", "programme"),
    *("Coaches’", "they'll", "can't", "I've", "o'clock", "went", "understood", "forgotten"),
]


def test_a_stem_tells_what_its_words_begin_with(ask):
    scripts = [f"search-{part}" for part in ("english", "fold", "kana", "places", "groups")]
    stems = ask(scripts, [["search.stem", word] for word in WORDS])
    begun = ask(scripts, [["search.begins", stem] for stem in stems])
    for word, beginnings in zip(WORDS, begun, strict=True):
        plain = re.sub("['’]", "", word).lower()
        assert plain.startswith(tuple(beginnings)), (word, beginnings)


def words(lang: str) -> list[str]:
    """Every way of asking, and every word of a group."""
    guide = load()
    asked = [way for answers in guide.answers.values() for answer in answers for way in answer.asked_as[lang]]
    return sorted({*asked, *(word for group in guide.search_words.groups for word in group[lang])})


@pytest.mark.built
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_word_of_every_group_is_met_by_itself(ask, lang):
    folded = sorted(set(ask(["search-english", "search-fold"], [["fold", word] for word in words(lang)])))
    held = engine([ENGINE], FOLDER[lang] / "search/index.js", [["holding", word] for word in folded])
    assert [word for word, groups in zip(folded, held, strict=True) if not groups] == []


@pytest.mark.built
def test_a_phrase_is_met_without_the_words_that_say_nothing_and_in_another_order(ask):
    dice = random.Random(3)
    several = [word for word in words("en") if len(word.split()) > 3]
    folded = ask(["search-english", "search-fold"], [["fold", word] for word in dice.sample(several, 200)])
    index = FOLDER["en"] / "search/index.js"
    asked = []
    for words_of_it in engine([ENGINE], index, [["several", phrase] for phrase in folded]):
        dice.shuffle(words_of_it)
        asked.append("".join(words_of_it).strip())
    met = engine([ENGINE], index, [["phrasesIn", question] for question in asked])
    assert [one for one, question, all in zip(folded, asked, met, strict=True) if question and one not in all] == []
