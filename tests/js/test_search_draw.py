"""How results are shown: words marked, a stretch of the text, nothing of it markup."""

SCRIPTS = ["search-english", "search-fold", "search-draw"]


def marked(ask, source, words):
    (spans,) = ask(SCRIPTS, [["search.spans", source, words]])
    return [source[start:end] for start, end in spans]


def test_words_are_marked_as_they_are_spelt_there(ask):
    assert marked(ask, "引き継ぎと\n引継ぎ", ["引継ぎ"]) == ["引き継ぎ", "引継ぎ"]
    assert marked(ask, "Planned for planners", ["plan"]) == ["Planned", "plan"]
    assert marked(ask, "障がいのある人", ["障害"]) == ["障がい"]
    assert marked(ask, "サーバーを使う", ["さーば"]) == ["サーバー"]


def test_marks_that_overlap_are_one(ask):
    assert marked(ask, "個別支援計画", ["支援計", "援計画"]) == ["支援計画"]


def test_a_part_of_an_english_word_is_not_marked(ask):
    assert marked(ask, "explanation", ["plan"]) == []


def test_nothing_of_a_text_is_markup(ask):
    (html,) = ask(SCRIPTS, [["search.marked", '<b> & "plan"', [[7, 11]]]])
    assert html == "&#60;b&#62; &#38; &#34;<mark>plan</mark>&#34;"


def test_a_snippet_begins_before_the_first_of_most_marks_within_its_line(ask):
    far = "a" * 300 + "\n" + "b" * 20 + "計画と計画" + "c" * 300
    (html,) = ask(SCRIPTS, [["search.snippet", far, [[0, 1], [321, 323], [324, 326]]]])
    assert html.startswith("<p>…" + "b" * 20 + "<mark>計画</mark>と<mark>計画</mark>")
    assert html.endswith("…</p>")
    assert len(html) < 250


def test_a_short_text_is_shown_whole_and_none_not_at_all(ask):
    assert ask(SCRIPTS, [["search.snippet", "One line", []], ["search.snippet", "", []]]) == ["<p>One line</p>", ""]
