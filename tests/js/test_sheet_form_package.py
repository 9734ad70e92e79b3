"""Packages of strangers in the browser: refused for the same reasons as on the command line."""

import base64
import json

import pytest
from hostile import GOOD, SHEETS

from content.load import load
from macros.sheet_form import REFUSED
from worksheets.office import safety
from worksheets.office.collect import collected
from worksheets.office.said import Refused

GUIDE = load()
OPENED = """const data = Uint8Array.from(atob(DATA), (each) => each.charCodeAt(0));
try { return Object.keys(await Teichaku.sheetPackage.unpacked(data)); } catch (error) { return error.key ?? String(error); }"""
INSIDE = ("bad-xml", "not-ours", "unknown-sheet", "no-fields")  # found once the package is open: in tests/browser
SCRIPTS = ["fill", "sheet-form-package"]


def opened(run, data):
    return run(SCRIPTS, f"const DATA = {json.dumps(base64.b64encode(data).decode())};\n{OPENED}")


def why(path):
    with pytest.raises(Refused) as refused:
        collected(GUIDE, safety.contents(path))
    return refused.value.key


@pytest.mark.parametrize("name", SHEETS)
def test_a_package_is_refused_for_the_same_reason_as_on_the_command_line(run, tmp_path, name):
    data, _ = SHEETS[name]
    (tmp_path / "x.docx").write_bytes(data)
    key = why(tmp_path / "x.docx")
    found = opened(run, data)
    if key in INSIDE or (key == "no-package" and isinstance(found, list)):
        assert isinstance(found, list), found
        assert key != "no-package" or "word/document.xml" not in found
    else:
        assert (found, key in REFUSED) == (key, True)


def test_a_good_sheet_opens(run):
    assert "word/document.xml" in opened(run, GOOD)


def test_both_sides_know_the_same_limits(run):
    limits = run(SCRIPTS, "return Teichaku.sheetPackage.LIMITS")
    names = {"file": "MOST", "entries": "MOST_ENTRIES", "one": "MOST_OF_ONE", "all": "MOST_OF_ALL"}
    names |= {"ratio": "RATIO", "from": "FROM"}
    assert limits == {name: getattr(safety, ours) for name, ours in names.items()}
