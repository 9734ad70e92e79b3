"""Results, page by page, as the theme's search box wants them."""


def test_a_page_is_among_its_sections_and_no_section_folds_away_before_the_fourth(small):
    (answer,) = small("ja", ["search", "目標"])
    (page,) = answer["items"]
    assert [item["location"] for item in page] == ["plan.html#goals", "plan.html"]
    assert page[0]["score"] > 0
    assert page[1]["score"] == 0  # it doesn't answer itself


def test_what_is_drawn_has_marks_kinds_and_the_words_to_highlight(small):
    (answer,) = small("ja", ["search", "ジョブコーチ 計画"])
    term = next(item for page in answer["items"] for item in page if item["location"] == "terms.html#job-coach")
    assert term["title"] == '<mark>ジョブコーチ</mark>（職場適応援助者） <small class="search-kind">用語</small>'
    assert term["terms"] == {"計画": False, "ジョブコーチ": True}


def test_results_of_another_index_lead_there_and_say_so(small):
    (answer,) = small("en", ["search", "plan", {"folder": "../", "label": "英語"}])
    first = answer["items"][0][0]
    assert first["location"] == "../plan.html"
    assert first["title"].endswith('<small class="search-kind">英語</small>')


def test_terms_are_offered_only_where_nothing_is_found(small):
    found, nothing = small("ja", ["search", "計画"], ["search", "ジョブコスター"])
    assert found["items"] and not found["near"]
    assert not nothing["items"]
    assert nothing["near"] == ["ジョブコーチ（職場適応援助者）"]


def test_of_a_pasted_page_the_first_hundred_letters_are_looked_for(small):
    long = "目標" + "あ" * 100_000
    many, first, within = small("ja", ["search", long], ["search", long[:100]], ["search", "𠮷" * 99 + "計画"])
    assert many == first
    assert within["items"] == small("ja", ["search", "𠮷" * 99 + "計"])[0]["items"]  # no letter is cut in two
