"""A sheet as a script that the browser fills in: all members of the package but those with boxes ready to copy.

js/fill.js puts values into these, deflates them and joins the package again: no library, no request,
so that it works from a disk and nothing that is typed leaves the page.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Mapping

BOX = b"<w:sdt>"


def template(docx: bytes, copies: Mapping[str, str]) -> str:
    """The script of one DOCX: `parts` that hold boxes as XML by name, every other member as bytes, and their directory
    (both base64). `copies`: boxes that say again what another says, {tag: of}."""
    rest = io.BytesIO()
    parts: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(docx)) as whole, zipfile.ZipFile(rest, "w") as others:
        for info in whole.infolist():
            member = whole.read(info)
            if BOX in member:
                parts[info.filename] = member.decode()
            else:
                others.writestr(info, member, compresslevel=9)
        count = len(others.namelist())
    packed = rest.getvalue()
    split = others.start_dir
    end = len(packed) - 22  # the record that closes a package without a comment
    made = {
        "count": count,
        "members": base64.b64encode(packed[:split]).decode(),
        "directory": base64.b64encode(packed[split:end]).decode(),
        "parts": parts,
        "copies": dict(copies),
    }
    return f"Teichaku.template({json.dumps(made, ensure_ascii=False)});\n"
