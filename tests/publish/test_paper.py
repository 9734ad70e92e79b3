"""The guide on paper: the order of a folded stack, links that lead within the paper, PDFs that are tagged."""

import pdfplumber
import pytest
from lxml import html
from pypdf import PdfReader

from content.load import load
from publish import paper

GUIDE = load()
MM = 72 / 25.4  # in points


@pytest.mark.parametrize("count", [1, 4, 7, 16])
def test_a_folded_stack_is_read_in_order(count):
    """Each sheet has two sides; folded together, their halves follow each other."""
    sides = paper.order(count)
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    front = [number for one, other in sheets for number in (one[1], other[0])]
    back = [number for one, other in reversed(sheets) for number in (other[1], one[0])]
    assert [number for number in front + back if number is not None] == list(range(count))
    assert len(sides) % 2 == 0


def test_links_lead_within_the_paper_and_tools_stay_on_screen(tmp_path):
    words = """<div><article class="md-typeset"><h1 id="a">A</h1><details><summary>S</summary></details>
      <a href="b.html#there">B</a> <a href="explore.html">E</a> <a href="#a">own</a> <a href="https://example.org/">out</a>
      <form data-scripted><button>go</button></form></article></div>"""
    article = html.fragment_fromstring(words).find("article")
    paper._bare(article, "a", {"a": article, "b": None})
    assert article.xpath("//a/@href") == ["#b--there", "#a--a", "https://example.org/"]
    assert article.xpath("//details/@open") == [""]
    assert not article.xpath("//form")


def test_the_cover_says_what_it_is_and_of_when(lang):
    said = paper.cover(GUIDE, lang, "T", "about").text_content()
    newest = max(page.checked for page in GUIDE.pages)
    assert str(newest.year) in said
    assert "CC BY" in said


@pytest.mark.built
@pytest.mark.slow
def test_the_guidebook_is_a_tagged_book_and_a_booklet(lang, tmp_path, monkeypatch):
    monkeypatch.setattr(paper, "PAPER", tmp_path)
    book, booklet = (PdfReader(path) for path in paper.guidebook(GUIDE, lang))
    assert "/StructTreeRoot" in book.trailer["/Root"]
    assert book.outline
    assert [round(float(each)) for each in book.pages[0].mediabox[2:]] == [420, 595]
    assert len(booklet.pages) == -(-len(book.pages) // 4) * 2
    assert [round(float(each)) for each in booklet.pages[0].mediabox[2:]] == [840, 595]


@pytest.mark.built
@pytest.mark.slow
def test_no_reading_is_cut_by_the_end_of_a_page(tmp_path, monkeypatch):
    monkeypatch.setattr(paper, "PAPER", tmp_path)
    book, _ = paper.guidebook(GUIDE, "ja")
    with pdfplumber.open(book) as pdf:
        for page in pdf.pages:
            end = page.height - 16 * MM  # below it stands the number alone
            assert [char["text"] for char in page.chars if char["bottom"] > end and not char["text"].isdigit()] == []


@pytest.mark.built
@pytest.mark.slow
def test_no_table_leaves_its_head_alone_at_the_end_of_a_page(tmp_path):
    def part(number):
        rows = "".join(f"<tr><td>Row {number}-{row}<br>x<br>x<br>x<br>x</td></tr>" for row in range(3))
        table = (
            f"<table><caption>C</caption><thead><tr><th>Head {number}</th></tr></thead><tbody>{rows}</tbody></table>"
        )
        words = (
            f'<article><h1 id="{number}">{number}</h1><div style="height: {190 + 5 * number}mm"></div>{table}</article>'
        )
        return html.fragment_fromstring(words)

    parts = {str(number): part(number) for number in range(9)}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paper, "_contents", lambda *_: html.Element("p"))
        made = paper.document(GUIDE, "en", parts, {"": 0}, **paper.on_a4(GUIDE, "en"))
    pages = [page.extract_text() for page in PdfReader(paper.printed(made, tmp_path)).pages]
    for number in parts:
        headed = [text for text in pages if f"Head {number}" in text]
        assert headed and all(f"Row {number}-" in text for text in headed), number


@pytest.mark.built
@pytest.mark.matrix
def test_the_whole_guide_has_all_pages_in_its_contents_and_bookmarks(lang, tmp_path, monkeypatch):
    monkeypatch.setattr(paper, "PAPER", tmp_path)
    path = paper.whole(GUIDE, lang)
    reader = PdfReader(path)
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    names = paper._pages(lang)
    begin = paper.beginnings(path, names)
    assert list(begin) == names
    assert list(begin.values()) == sorted(begin.values())
