"""What the browser does with a sheet, asked in plain Node: values into the document of its template."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from typing import Any

import pytest
from lxml import etree

from content.load import load
from docx_files import W
from worksheets.boxes import copies
from worksheets.catalogue import catalogue
from worksheets.writer.document import document_bytes
from worksheets.writer.screen import template

GUIDE = load()


def document(id: str, lang: str) -> str:
    return str(made(id, lang)["parts"]["word/document.xml"])


def made(id: str, lang: str) -> dict[str, Any]:
    """The template of a sheet, as its script hands it over."""
    sheet = catalogue(GUIDE)[id]
    script = template(document_bytes(GUIDE, (lang,), sheet), copies(GUIDE, sheet))
    return dict(json.loads(script.removeprefix("Teichaku.template(").removesuffix(");\n")))


def shown(xml: str) -> dict[str, str]:
    """Each control's words by tag; a line break is a line break."""
    found = {}
    for sdt in etree.fromstring(xml.encode()).iter(f"{W}sdt"):
        content = sdt.find(f"{W}sdtContent")
        words = [node.text or "" if node.tag == f"{W}t" else "\n" for node in content.iter(f"{W}t", f"{W}br")]
        found[sdt.find(f"{W}sdtPr/{W}tag").get(f"{W}val")] = "".join(words)
    return found


def test_words_arrive_letter_by_letter(ask):
    hostile = "𠮷田さん👩‍💼 <b>&amp;</b> $1 $& $` \\1\n2行目\u0000\u000b"
    (xml,) = ask(["fill"], [["fill.filled", document("accommodation-talk-own", "ja"), {"name": hostile}]])
    assert shown(xml)["name"] == "𠮷田さん👩‍💼 <b>&amp;</b> $1 $& $` \\1\n2行目"


@pytest.mark.parametrize(("lang", "expected"), [("ja", "2026年4月1日"), ("en", "2026-04-01")])
def test_a_day_stands_in_the_controls_own_format(ask, lang, expected):
    (xml,) = ask(["fill"], [["fill.filled", document("schedule-standard", lang), {"first-day": "2026-04-01"}]])
    assert shown(xml)["first-day"] == expected
    assert 'w:fullDate="2026-04-01T00:00:00Z"' in xml


def test_a_tick_and_a_pick(ask):
    calls = [
        ["fill.filled", document("must-exist-check", "ja"), {f"{GUIDE.must_exist[0].id}-there": True}],
        ["fill.filled", document("natural-support-check", "ja"), {"mutual-help-first": "○"}],
    ]
    ticked, picked = ask(["fill"], calls)
    assert shown(ticked)[f"{GUIDE.must_exist[0].id}-there"] == "☑"
    assert ticked.count('w14:checked w14:val="1"') == 1
    assert shown(picked)["mutual-help-first"] == "○"


def test_rows_can_be_left_out(ask):
    xml = document("accommodation-talk-own", "en")
    (less,) = ask(["fill"], [["fill.filled", xml, {}, ["talk-11-what", "talk-12-what"]]])
    assert set(shown(xml)) - set(shown(less)) == {
        f"talk-{row}-{cell}" for row in (11, 12) for cell in ("what", "agreed", "until", "look")
    }


WHOLE = """const made = await Teichaku.fill.docx(TEMPLATE, { name: "山田", "first-on": "2026-04-01" });
return btoa(String.fromCharCode(...new Uint8Array(await made.arrayBuffer())));"""


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_name_stands_on_every_page_of_a_whole_package(run, lang):
    template = made("natural-support-check", lang)
    packed = run(["fill"], WHOLE.replace("TEMPLATE", json.dumps(template)))
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(packed))) as package:
        assert package.testzip() is None
        assert len(package.namelist()) == len(set(package.namelist())) == template["count"] + len(template["parts"])
        found = {name: shown(package.read(name).decode()) for name in template["parts"]}
    heads = {tag: words for name, boxes in found.items() if "header" in name for tag, words in boxes.items()}
    assert heads["head-name"] == found["word/document.xml"]["name"] == "山田"
    assert "2026" in heads["head-first-on"]
