"""Reading aids: readings laid over a text, which were kept, which voice reads."""

from lxml import html

from content.load import load
from ruby.page import key, packed
from ruby.readings import known, pieces
from ruby.words import Words

FURIGANA = ["wish", "device", "aids", "aids-furigana"]


def test_the_browser_finds_a_text_by_the_same_key(ask):
    texts = ["支援員と話します。", "A型", "𠮷野"]
    assert ask(FURIGANA, [["furigana.key", text] for text in texts]) == [key(text) for text in texts]


def test_the_browser_lays_the_readings_where_they_belong(ask, tmp_path):
    text, words, readings = "6か月が過ぎた後、1人で話します。", Words(tmp_path), known(load())
    page = html.fragment_fromstring(f"<p>{text}</p>", create_parent="div")
    line = packed(page, lambda said: pieces(said, words(said), readings)).partition(" ")[2]
    (parts,) = ask(FURIGANA, [["furigana.parts", text, line]])
    assert "".join(part[0] for part in parts) == text
    assert [part for part in parts if len(part) == 2] == [
        ["月", "げつ"],
        ["過", "す"],
        ["後", "あと"],
        ["1人", "ひとり"],
        ["話", "はな"],
    ]


def test_only_aids_that_there_are_come_back(ask):
    names = ["larger", "aloud"]
    calls = [["aids.restored", text, names] for text in ("furigana larger", None, "", "nonsense")]
    assert ask(["device", "aids"], calls) == [["larger"], [], [], []]


def test_a_voice_that_sends_words_away_never_reads(ask):
    far = {"lang": "ja-JP", "localService": False}
    near = {"lang": "ja_JP", "localService": True}
    english = {"lang": "en-GB", "localService": True}
    calls = [["aids.voice", voices, "ja"] for voices in ([far, english, near], [far, english])]
    assert ask(["device", "aids"], calls) == [near, None]
