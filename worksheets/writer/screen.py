"""A sheet as a script that the browser fills in: all members of the package but its document ready to copy.

js/fill.js puts values into the document, deflates it and joins the package again: no library, no request,
so that it works from a disk and nothing that is typed leaves the page.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile

DOCUMENT = "word/document.xml"


def template(docx: bytes) -> str:
    """The script of one DOCX: `document` as XML, every other member as bytes, and their directory (both base64)."""
    rest = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as whole, zipfile.ZipFile(rest, "w") as others:
        document = whole.read(DOCUMENT).decode()
        for info in whole.infolist():
            if info.filename != DOCUMENT:
                others.writestr(info, whole.read(info), compresslevel=9)
        count = len(others.namelist())
    packed = rest.getvalue()
    split = others.start_dir
    end = len(packed) - 22  # the record that closes a package without a comment
    made = {
        "count": count,
        "members": base64.b64encode(packed[:split]).decode(),
        "directory": base64.b64encode(packed[split:end]).decode(),
        "document": document,
    }
    return f"Teichaku.template({json.dumps(made, ensure_ascii=False)});\n"
