"""Pictures of every sheet's first page, and what is told of each file: `make pictures`.

Needs LibreOffice and poppler. Writes worksheets/pictures/<definition>.<lang>.png and pictures.json:
pages, bytes and digest by file name. A test says when they are stale.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from content.load import load
from worksheets.catalogue import catalogue, families, file_name, languages
from worksheets.printed import PICTURES, Told, same_version, told
from worksheets.writer import radar
from worksheets.writer.document import digest, document_bytes
from worksheets.writer.office import convert


def main() -> None:
    """Draw all pictures anew."""
    radar.main()
    guide = load()
    first = {
        file_name(each[0], (lang,)): f"{id}.{lang}" for id, each in families(guide).items() for lang in ("ja", "en")
    }
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        if re.fullmatch(r"[a-z-]+\.(ja|en)\.png", old.name):
            old.unlink()
    before, now, versions = told(), dict[str, Told](), dict[str, str]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sheet in catalogue(guide).values():
            for langs in languages(sheet):
                (folder / file_name(sheet, langs)).write_bytes(document_bytes(guide, langs, sheet))
                versions[file_name(sheet, langs)] = sheet.version
        convert(sorted(folder.glob("*.docx")), "pdf", folder)
        for path in sorted(folder.glob("*.docx")):
            printed = path.with_suffix(".pdf")
            said = subprocess.run(["pdfinfo", printed], capture_output=True, text=True, check=True).stdout
            pages = re.search(r"^Pages:\s+(\d+)", said, re.M)
            now[path.name] = {
                "version": versions[path.name],
                "pages": int(pages[1]) if pages else 0,
                "bytes": path.stat().st_size,
                "digest": digest(path.read_bytes()),
            }
            if path.name in first:
                picture = PICTURES / first[path.name]
                command = ["pdftoppm", "-png", "-gray", "-r", "50", "-f", "1", "-l", "1", "-singlefile"]
                subprocess.run([*command, printed, picture], check=True)
                _lighter(picture.with_name(f"{picture.name}.png"))
    for name in same_version(before, now):
        print(f"{name}: changed, and still says version {now[name]['version']}: if that is out already, raise it")
    (PICTURES / "pictures.json").write_text(json.dumps(now, indent=1) + "\n", "utf-8")


def _lighter(path: Path) -> None:
    """A picture in sixteen greys, which is all that a sheet has: a quarter of its weight."""
    with Image.open(path) as picture:
        greys = picture.convert("L").quantize(16)
    greys.save(path, optimize=True, bits=4)


if __name__ == "__main__":
    main()
