"""Files that nobody should be able to harm us with: hostile archives, foreign kinds, broken documents, altered forms."""

import io
import struct
import warnings
import zipfile

from openpyxl import Workbook

from content.load import load
from docx_files import DOCUMENT, parts
from worksheets.catalogue import catalogue
from worksheets.office.segments import Template
from worksheets.writer.document import document_bytes

GUIDE = load()
SHEET = catalogue(GUIDE)["support-report"]
GOOD = Template(document_bytes(GUIDE, ("ja",), SHEET), {"name", "goal", "given-on"}, {}).filled(
    {"name": "青木", "goal": "x"}
)
MEMBERS = parts(GOOD)
CUSTOM, SETTINGS = "docProps/custom.xml", "word/settings.xml"
XML = '<?xml version="1.0" encoding="UTF-8"?>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(changed=None, more=(), method=zipfile.ZIP_DEFLATED):
    """The good sheet with other members; None takes one out, `more` are written besides."""
    out = io.BytesIO()
    members = {**MEMBERS, **(changed or {})}
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            if data is not None:
                made.writestr(name, data)
        for name, data in more:
            made.writestr(name, data)
    return out.getvalue()


def with_document(change):
    return package({DOCUMENT: change(MEMBERS[DOCUMENT])})


def lying_size():
    """A member that says it is small and isn't."""
    made = bytearray(package({DOCUMENT: b"x" * 60_000_000}))
    at = made.rfind(DOCUMENT.encode()) - 46
    made[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(made)


def encrypted():
    made = bytearray(package())
    at = made.rfind(DOCUMENT.encode()) - 46
    made[at + 8] |= 1
    return bytes(made)


def other_method():
    made = bytearray(package())
    at = made.rfind(DOCUMENT.encode()) - 46
    made[at + 10] = 99
    return bytes(made)


def broken_sum():
    made = bytearray(package(method=zipfile.ZIP_STORED))
    at = made.find(b"<w:body>")
    made[at + 3] ^= 1
    return bytes(made)


def workbook(*rows, change=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue() if change is None else rezipped(out.getvalue(), change)


def rezipped(data, change):
    members = change(parts(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, member in members.items():
            made.writestr(name, member)
    return out.getvalue()


def deep(levels):
    return f"{XML}<w:document xmlns:w='{W}'>{'<w:p>' * levels}{'</w:p>' * levels}</w:document>".encode()


LAUGHS = f'{XML}<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'.encode()
OUTSIDE = f'{XML}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'.encode()
LINKED = f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/attachedTemplate" Target="file:///nowhere/x.dotm" TargetMode="External"/></Relationships>'
TAGGED = MEMBERS[DOCUMENT]
# By name: the file, and words of why it is refused (several, where each will do).
SHEETS = {
    "empty": (b"", "0バイト"),
    "one-byte": (b"P", ".docxではありません"),
    "text": ("支援レポート".encode(), ".docxではありません"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDFです"),
    "old-word-or-locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "古い形式"),
    "rtf": (b"{\\rtf1\\ansi}", "RTFです"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "画像です"),
    "jpeg": (b"\xff\xd8\xff\xe0" + b"\0" * 50, "画像です"),
    "web-page": (b"<html><body>x</body></html>", ".docxではありません"),
    "cut-off": (GOOD[: len(GOOD) // 2], "壊れていて"),
    "cut-at-the-end": (GOOD[:-10], "壊れていて"),
    "only-the-end": (b"PK\x05\x06" + b"\0" * 18, ".docxではありません"),
    "head-of-a-zip": (b"PK\x03\x04" + b"\xff" * 60, "壊れていて"),
    "a-zip-of-photos": (rezipped(GOOD, lambda _: {"a.jpg": b"x"}), ".docxではありません"),
    "a-workbook": (workbook(["氏名"]), ".docxではありません"),
    "without-document": (package({DOCUMENT: None}), ".docxではありません"),
    "without-its-id": (package({CUSTOM: None}), "様式の番号がありません"),
    "another-sheets-id": (package({CUSTOM: MEMBERS[CUSTOM].replace(b"support-report", b"tax-return")}), "tax-return"),
    "an-empty-id": (package({CUSTOM: MEMBERS[CUSTOM].replace(b">support-report<", b"><")}), "様式の番号がありません"),
    "id-of-a-sheet-without-its-fields": (
        with_document(lambda x: x.replace(b"<w:tag ", b"<w:gat ").replace(b'"b_', b'"c_')),
        "作り変えられて",
    ),
    "macros": (package(more=[("word/vbaProject.bin", b"x")]), "マクロ"),
    "macros-in-capitals": (package(more=[("word/VBAPROJECT.BIN", b"x")]), "マクロ"),
    "embedded-program": (package(more=[("word/embeddings/oleObject1.bin", b"x")]), "プログラム"),
    "macros-by-its-kind": (
        package(
            {"[Content_Types].xml": MEMBERS["[Content_Types].xml"].replace(b"main+xml", b"macroEnabled.main+xml", 1)}
        ),
        "マクロ",
    ),
    "template-from-elsewhere": (package(more=[("word/_rels/settings.xml.rels", LINKED)]), "ほかの場所"),
    "bomb": (package(more=[("word/x.xml", b"\0" * 30_000_000)]), "大きすぎます"),
    "bomb-in-the-document": (package({DOCUMENT: b"<" + b" " * 30_000_000}), "大きすぎます"),
    "many-large-parts": (package(more=[(f"word/{n}.bin", bytes(900_000)) for n in range(150)]), "大きすぎます"),
    "lying-size": (lying_size(), "大きすぎます|壊れていて"),
    "500-parts": (package(more=[(f"word/{n}.xml", b"") for n in range(500)]), "部品が400個"),
    "path-upwards": (package(more=[("../../evil.sh", b"x")]), "安全でない名前"),
    "path-from-the-root": (package(more=[("/etc/cron.d/x", b"x")]), "安全でない名前"),
    "path-with-backslashes": (package(more=[("..\\evil.bat", b"x")]), "安全でない名前"),
    "encrypted-part": (encrypted(), "パスワード"),
    "unknown-packing": (other_method(), "壊れていて"),
    "broken-sum": (broken_sum(), "壊れていて"),
    "billion-laughs": (package({DOCUMENT: LAUGHS}), "安全でない書き方"),
    "external-entity": (package({DOCUMENT: OUTSIDE}), "安全でない書き方"),
    "entity-in-the-properties": (package({CUSTOM: OUTSIDE}), "安全でない書き方"),
    "utf-16-hiding-a-doctype": (
        package({DOCUMENT: LAUGHS.decode().replace("UTF-8", "UTF-16").encode("utf-16")}),
        "安全でない書き方",
    ),
    "another-encoding": (package({DOCUMENT: TAGGED.replace(b"UTF-8", b"EUC-JP", 1)}), "安全でない書き方"),
    "xml-cut-off": (with_document(lambda x: x[:-100]), "安全でない書き方"),
    "xml-with-a-null": (with_document(lambda x: x.replace(b"</w:body>", b"\0</w:body>")), "安全でない書き方"),
    "2000-deep": (package({DOCUMENT: deep(2000)}), "安全でない書き方"),
    "empty-document": (package({DOCUMENT: b""}), "安全でない書き方"),
    "20-mb-attribute": (
        with_document(lambda x: x.replace(b"<w:body>", b'<w:body x="' + bytes(range(65, 91)) * 450_000 + b'">')),
        "大きすぎます|安全でない書き方",
    ),
    "not-word-xml": (package({DOCUMENT: f"{XML}<html/>".encode()}), "作り変えられて"),
}


def twice():
    out = io.BytesIO(package())
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "a") as made:
        made.writestr(DOCUMENT, TAGGED)
    return out.getvalue()


SHEETS["document-twice"] = (twice(), "同じ名前の部品")
