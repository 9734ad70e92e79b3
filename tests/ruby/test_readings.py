"""How the words of Japanese pages are read: the dictionary, over it the guide's own words, over that the counters."""

import re

import pytest
from lxml import html

from content.base import KANJI
from content.load import load
from ruby.counters import counted
from ruby.page import written
from ruby.readings import Reader, known, pieces
from ruby.words import Words
from search.readings import hiragana

GUIDE = load()
KNOWN = known(GUIDE)


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    return Words(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def read(words):
    return lambda text: pieces(text, words(text), KNOWN)


def shown(text, found):
    """A text with each reading behind its kanji."""
    parts, at = [], 0
    for _, end, kana in found:
        parts.append(f"{text[at:end]}({kana})")
        at = end
    return "".join(parts) + text[at:]


@pytest.mark.parametrize(
    "said",
    [
        "就労(しゅうろう)定着(ていちゃく)支援(しえん)",
        "書類(しょるい)を受(う)け取(と)り、仕事(しごと)を分(わ)けます。",
        "2026年(ねん)4月(がつ)1日(ついたち)から3日(みっか)間(かん)、1日(にち)に2回(かい)",
        "1人(ひとり)でも、2人(ふたり)でも、3人(にん)でも。10.6人(にん)",
        "6か月(げつ)が過(す)ぎた後(あと)、月(つき)1回(かい)",
        "30日(にち)分(ぶん)の4分(ぶん)の1を、10分(ぷん)で話(はな)す",
        "何(なん)人(にん)で、何(なに)をしますか。",
        "27項目(こうもく)",
        "順行(じゅんこう)期(き)・調整(ちょうせい)期(き)",
    ],
)
def test_a_sentence_is_read_as_people_read_it(said, read):
    text = re.sub(r"\([ぁ-ゖー]+\)", "", said)
    assert shown(text, read(text)) == said


@pytest.mark.parametrize("override", GUIDE.furigana, ids=lambda each: each.word)
def test_every_override_is_heard(override, words):
    """What the dictionary makes of the phrase differs, and what we make of it is what the override says."""
    word = override.word
    letters = list(word)
    for start, end, kana in reversed(pieces(word, words(word), KNOWN)):
        letters[start:end] = kana
    assert re.sub("[^ぁ-ゖー]", "", hiragana("".join(letters))) == override.reading


@pytest.mark.parametrize(
    ("word", "readings"),
    [("分けます", ["わ"]), ("話し合い", ["はな", "あ"]), ("体制", ["たいせい"]), ("窓口", ["まどぐち"])],
)
def test_a_known_word_holds_only_where_a_word_begins_and_ends(word, readings, read):
    assert {"手", "体", "口", "話"} <= {each.word for each in GUIDE.readings}
    assert [kana for *_, kana in read(word)] == readings


def test_a_counter_leaves_a_longer_word_alone():
    assert list(counted("1人で")) == [[(0, 2, "ひとり")]]
    assert list(counted("第1回")) == [[(2, 3, "かい")]]


def test_what_was_read_is_kept_for_the_next_build(tmp_path):
    first = Reader(GUIDE, tmp_path)
    found = first("支援員と話します。")
    first.keep()
    second = Reader(GUIDE, tmp_path)
    assert second("支援員と話します。") == found and not second.kept.new
    assert "".join(word for word, _ in second.words("\n  支援員と話します。 ")) == "\n  支援員と話します。 "


def test_what_was_read_is_kept_where_nothing_was_built_yet(tmp_path):
    """Before, a page that could not be built was followed by “build/sheets: is not there”."""
    reader = Reader(GUIDE, tmp_path / "build/sheets")
    reader("仕事")
    reader.keep()
    assert list((tmp_path / "build/sheets").iterdir())


def test_a_changed_reading_is_read_anew_and_its_words_are_not(tmp_path):
    first = Reader(GUIDE, tmp_path)
    first("支援員と話します。")
    first.keep()
    (terms, *others) = GUIDE.furigana
    changed = GUIDE.model_copy(
        update={"furigana": (terms.model_copy(update={"word": "話し", "reading": "かたし"}), *others)}
    )
    second = Reader(changed, tmp_path)
    assert ("かた" in {kana for *_, kana in second("支援員と話します。")}) and not second.words.kept.new


def test_a_page_keeps_its_text_and_gets_a_reading_for_every_kanji(read):
    page = written("<p>あなたの<b>支援</b>員が、<a href='#x'>計画</a>を見直します。</p>", read)
    root = html.fragment_fromstring(page)
    assert root.text_content() == "あなたの支援員が、計画を見直します。"
    bare = "".join(root.xpath("//text()[not(ancestor::ruby)]"))
    assert not re.search(KANJI, bare)
