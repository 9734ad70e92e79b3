"""The tools in a second engine: Debian's own Firefox, over HTTP and from the disk."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import icalendar
import pytest

from conftest import ROOT
from docx_files import validated

CLAIM = {
    "period": "inside",
    "plan": "in-force",
    "leave": "no",
    "contact": "face-to-face",
    "report": "not-given",
    "job-coach": "no",
    "job-change": "no",
}
# Steps as tests/browser/firefox.mjs takes them, and what must lie in the folder then.
WALKS = {
    "calculator": (
        "calculator",
        [
            ["type", "#calculator-standard-hired", "R8。4。1"],
            ["press", "", "Enter"],
            ["see", ".calculator-result", "2029"],
            ["click", "[data-take=calendar]"],
            ["file", ".ics"],
        ],
    ),
    "explorer": (
        "explore",
        [
            ["click", "input[name=disability][value=epilepsy]"],
            ["type", "#explorer-words", "発作"],
            ["see", ".entry:not([hidden])", ""],
            ["click", ".entry:not([hidden]) [data-collect]"],
            ["see", "[data-count]", "1"],
            ["type", "#name", "山田"],
            ["click", ".sheet-form [data-take=docx]"],
            ["file", ".docx"],
        ],
    ),
    "sheet": (
        "fill-must-exist-check",
        [
            ["type", "#field-checked-on", "2026ー4ー1"],
            ["type", "textarea", "山田"],
            ["click", ".sheet-form [data-take=docx]"],
            ["file", ".docx"],
        ],
    ),
    "claim": (
        "claim-check",
        [
            *(["click", f"[name={name}][value={value}]"] for name, value in CLAIM.items()),
            ["see", "[data-verdict=stop]", ""],
        ],
    ),
    "search": (
        "about",
        [
            ["type", ".md-search__input", "epilepsy"],
            ["see", ".md-search-result__link", ""],
            ["press", "", "Escape"],
            ["see", ".md-content h1", ""],
        ],
    ),
}
SETTINGS = [
    pytest.param(
        scheme,
        walk,
        id=f"{scheme}-{walk}",
        marks=() if (scheme, walk) == ("http", "calculator") else pytest.mark.matrix,
    )
    for scheme in ("http", "file")
    for walk in WALKS
]


@pytest.mark.parametrize(("scheme", "walk"), SETTINGS)
def test_a_tool_does_its_work_in_firefox(scheme, walk, lang, address, tmp_path):
    name, steps = WALKS[walk]
    asked = {
        "program": shutil.which("firefox-esr") or shutil.which("firefox"),
        "folder": str(tmp_path),
        "walks": [{"url": address(scheme, lang, name), "steps": steps}],
    }
    command = ["node", str(ROOT / "tests/browser/firefox.mjs")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
    for path in tmp_path.iterdir():
        assert sound(path), path.name


def sound(path: Path) -> bool:
    """Is it read by others?"""
    if path.suffix == ".ics":
        return len(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")) > 10
    return validated(path) == []
