"""Rows added on a sheet's page stand in its DOCX under the tags of the sheet to go on with, and are read back as its own."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from content.load import load
from worksheets.catalogue import catalogue
from worksheets.models import OWN_PAGE
from worksheets.office.collect import collected
from worksheets.office.forms import added, fields
from worksheets.office.output import ReadFile, written
from worksheets.office.said import Say
from worksheets.writer.document import document_bytes

GUIDE = load()
LONGER = [id for id, sheet in catalogue(GUIDE).items() if sheet.on_screen == OWN_PAGE and added(GUIDE, id)]
DOCUMENT = "word/document.xml"


def blank(id):
    """The blank sheet's members."""
    with zipfile.ZipFile(io.BytesIO(document_bytes(GUIDE, ("ja",), catalogue(GUIDE)[id]))) as package:
        return {name: package.read(name) for name in package.namelist()}


def joined(members, document):
    """A package with another document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in members.items():
            package.writestr(name, document if name == DOCUMENT else data)
    return out.getvalue()


def test_sheets_with_rows_to_add_are_filled_on_their_pages():
    assert {"support-report", "workplace-visit", "support-plan", "consent"} <= set(LONGER)


@pytest.mark.parametrize("id", LONGER)
def test_every_added_row_is_read_back_and_all_numbers_stay_apart(ask, id):
    members = blank(id)
    xml = members[DOCUMENT].decode()
    values = {
        tag: True if field.kind in ("checkbox", "choice") else "2026-11-05" if field.kind == "date" else f"{tag} & 2"
        for field in added(GUIDE, id)
        for tag in (field.tags if field.many else field.tags[:1])
        if field.kind != "dropdown"
    }
    [made] = ask(["fill"], [["fill.filled", xml, values]])
    found = collected(GUIDE, joined(members, made))
    assert not found.problems
    assert found.values == values
    for pattern in (
        r'<w:id w:val="(\d+)"',
        r'<w:bookmarkStart w:id="(\d+)"',
        r'<w:tag w:val="([^"]+)"',
        r'w:name="(b_[^"]+)"',
    ):
        each = re.findall(pattern, made)
        assert len(each) == len(set(each))
    ends = re.findall(r'<w:bookmarkEnd w:id="(\d+)"', made)
    assert sorted(ends) == sorted(re.findall(r'<w:bookmarkStart w:id="(\d+)"', made))


def test_rows_between_are_there_though_nothing_was_written_in_them(ask):
    members = blank("support-report")
    [made] = ask(["fill"], [["fill.filled", members[DOCUMENT].decode(), {"contact-6-time": "10:00"}]])
    assert re.findall(r'<w:tag w:val="contact-(\d+)-time"', made) == ["1", "2", "3", "4", "5", "6"]
    assert 'alias w:val="支援 6: ' in made


def test_a_numbered_row_shows_its_number(ask):
    members = blank("workplace-visit")
    tag = next(field.id for field in added(GUIDE, "workplace-visit") if field.id.startswith("step-5"))
    [made] = ask(["fill"], [["fill.filled", members[DOCUMENT].decode(), {tag: "x"}]])
    row = next(row for row in re.findall(r"<w:tr[ >].*?</w:tr>", made, re.DOTALL) if f'"{tag}"' in row)
    assert "5" in re.sub(r"<[^>]+>", "", row)


def test_without_added_rows_the_document_is_as_it_was(ask):
    xml = blank("support-report")[DOCUMENT].decode()
    assert ask(["fill"], [["fill.lengthened", xml, {"contact-3-time": "10:00", "name": "A", "x-2-mean": "3"}]]) == [xml]


def test_added_rows_have_columns_in_a_list(tmp_path, ask):
    members = blank("support-report")
    [made] = ask(["fill"], [["fill.filled", members[DOCUMENT].decode(), {"contact-4-time": "10:00", "name": "A"}]])
    found = collected(GUIDE, joined(members, made))
    listed = written(GUIDE, [ReadFile(tmp_path / "a.docx", found)], ".csv", Say("ja")).decode("utf-8-sig")
    head = listed.splitlines()[0]
    assert "支援 4" in head
    assert "支援 5" not in head
    assert len(head.split(",")) == 3 + len(fields(GUIDE, "support-report")) + 1
