"""One form for all spellings: what is typed is found in what is written."""

import pytest

SCRIPTS = ["search-english", "search-fold"]
SAME = [
    ("障がい", "障害"),
    ("障碍者", "障害者"),
    ("引き継ぎ", "引継ぎ"),
    ("申し込み", "申込み"),
    ("６ヶ月", "6か月"),
    ("六カ月", "6箇月"),
    ("三年", "3年"),
    ("ﾅﾁｭﾗﾙｻﾎﾟｰﾄ", "なちゅらるさぽーと"),
    ("ナチュラル・サポート", "ナチュラルサポート"),
    ("サーバー", "サーバ"),
    ("ＡＤＨＤ", "adhd"),
    ("Plans’ centre", "plan center"),
]
OTHER = [("障子", "障害"), ("三人の会", "山人の会"), ("コート", "コト"), ("変わる", "変る"), ("引き算", "引継ぎ")]


def alike(ask, pairs):
    """The pairs that are folded alike."""
    folded = ask(SCRIPTS, [["search.fold", text] for pair in pairs for text in pair])
    return [pair for pair, one, other in zip(pairs, folded[::2], folded[1::2], strict=True) if one == other]


def test_spellings_that_mean_the_same(ask):
    assert alike(ask, SAME) == SAME


def test_spellings_that_mean_something_else(ask):
    assert alike(ask, OTHER) == []


def test_each_folded_letter_knows_its_place_in_the_text(ask):
    okurigana, word, kana = ask(SCRIPTS, [["search.placed", text] for text in ("引き継ぎ", "a plans", "障がい者")])
    assert okurigana == {"text": "引継ぎ", "from": [0, 2, 3], "to": [0, 2, 3]}
    assert word == {"text": "a plan ", "from": [0, 0, 2, 3, 4, 5, 6], "to": [0, 0, 2, 3, 4, 6, 6]}
    assert kana == {"text": "障害者", "from": [0, 1, 3], "to": [0, 2, 3]}


@pytest.mark.parametrize(
    ("texts", "folded"),
    [
        (["Plans", "a", "計画\nレポート", ""], ["plan", "a", "計画 れぽーと", ""]),
        (["仕事を辞める", "ジョブコーチ", "サーバー", "ド"], ["仕事を辞める", "じょぶこーち", "さーば", "ど"]),
        (["quits", " job coaches "], ["quit", "job coach"]),
        (["第一", "月の面談", "引", "き継ぎ"], ["第一", "月の面談", "引", "き継ぎ"]),  # nothing reaches over a bar
    ],
)
def test_texts_that_are_folded_together_stay_apart(ask, texts, folded):
    [all] = ask(SCRIPTS, [["search.foldTexts", texts]])
    assert [each.strip() for each in all.split("\u0001")] == folded
    assert ask(SCRIPTS, [["search.fold", text] for text in texts]) == folded


def test_a_latin_word_is_looked_for_between_spaces(ask):
    calls = [["search.edged", "plan"], ["search.edged", "plan", True], ["search.edged", "計画"]]
    assert ask(SCRIPTS, calls) == [" plan ", " plan", "計画"]


@pytest.mark.parametrize("text", ["العربية", "עברית", "김민수", "𞤀𞤣𞤤", "𠮷野"])
def test_words_of_other_scripts_stay_as_they_are(ask, text):
    assert ask(SCRIPTS, [["search.fold", text]]) == [text]
