"""A PDF stands beside the sheet it was printed from, and beside no other."""

from content.load import load
from macros.sheet_page import sheet_page
from publish import kit
from worksheets import printed
from worksheets.printed import Told, same_version


def test_a_pdf_says_of_which_sheet_it_was_printed(tmp_path):
    path = tmp_path / "consent.ja.pdf"
    assert printed.printed_from(path) == ""
    path.write_bytes(b"%PDF-1.7\n<< /Title (x) >>")
    assert printed.printed_from(path) == ""
    path.write_bytes(b"%PDF-1.7\n<< /SheetDigest (" + b"0a" * 32 + b") >>")
    assert printed.printed_from(path) == "0a" * 32


def test_the_page_of_a_sheet_names_the_pdfs_that_are_there_and_no_other(tmp_path, monkeypatch):
    monkeypatch.setattr(printed, "ASIDE", tmp_path)
    assert ".pdf" not in sheet_page(load(), "ja", "consent")
    (tmp_path / "consent.ja.pdf").write_bytes(b"0" * 62_000)
    shown = sheet_page(load(), "ja", "consent")
    assert shown.count("<li>") and shown.count('.pdf"') == 1
    assert "62キロバイト" in shown


def test_the_kit_lacks_no_pdf(tmp_path):
    (tmp_path / "a.ja.docx").touch()
    (tmp_path / "b.ja.docx").touch()
    (tmp_path / "b.ja.pdf").touch()
    assert [path.name for path in kit.without_pdf(tmp_path)] == ["a.ja.docx"]


def test_a_sheet_that_changed_under_its_version_is_named():
    one: Told = {"version": "1.0.0", "pages": 1, "bytes": 1, "digest": "a"}
    newer: Told = {**one, "digest": "b"}
    assert same_version({"a.docx": one}, {"a.docx": one, "b.docx": one}) == []
    assert same_version({"a.docx": one}, {"a.docx": {**newer, "version": "1.0.1"}}) == []
    assert same_version({"a.docx": one}, {"a.docx": newer}) == ["a.docx"]
