"""From a sheet to the bytes of its DOCX: the same bytes from the same sheet, always."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt

from content.base import Lang
from content.models import Guide
from worksheets.models import Sheet
from worksheets.writer.base import BASE, LATIN
from worksheets.writer.elements import child, line
from worksheets.writer.fields import section
from worksheets.writer.furigana import over, parts
from worksheets.writer.margins import margins
from worksheets.writer.opened import opened
from worksheets.writer.pen import Pen
from worksheets.writer.say import Say
from worksheets.writer.tables import flowed

CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def document_bytes(guide: Guide, langs: tuple[Lang, ...], sheet: Sheet, *, bare: bool = False) -> bytes:
    """The DOCX of a sheet in one language, or in both; `bare`: one in plain words without its readings."""
    document = opened(BASE, Document)
    pen = Pen(document, guide, Say(langs), sheet, bare)
    _language(document, pen.say)
    if pen.say.langs == ("en",):
        for style, pitch in LATIN.items():
            document.styles[style].paragraph_format.line_spacing = Pt(pitch)
    _properties(pen)
    if sheet.landscape:
        pages = document.sections[0]
        pages.orientation = WD_ORIENT.LANDSCAPE
        pages.page_width, pages.page_height = pages.page_height, pages.page_width
    margins(pen)
    line(document, pen.say(sheet.title), "Title")
    about = [" ".join(pen.say.by_language(sheet.purpose))]
    if not sheet.example:
        who = (("reader", sheet.reader), ("keeper", sheet.keeper), ("may_see", sheet.may_see))
        about += [pen.words(key, who=said) for key, said in who]
    pen.small(flowed(about, pen.whole))
    if not sheet.example:
        for text in sheet.top:
            pen.point(text)
    for part in sheet.sections:
        section(pen, part)
    if pen.read:
        for part in parts(document):
            over(part)
    raw = io.BytesIO()
    document.save(raw)
    return _settled(raw.getvalue(), sheet)


def untouched(path: Path) -> bool:
    """Is this file our own output, as we wrote it? (Its digest is kept in its custom properties.)"""
    try:
        with zipfile.ZipFile(path) as archive:
            said = re.search(rb'name="FormDigest"><vt:lpwstr>([0-9a-f]+)<', archive.read("docProps/custom.xml"))
            return said is not None and said[1].decode() == _digest(archive.read("word/document.xml"))
    except (KeyError, OSError, zipfile.BadZipFile):
        return False


def digest(docx: bytes) -> str:
    """What tells one sheet from another: all its parts, however they were packed."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = b"\0".join(each for name in sorted(archive.namelist()) for each in (name.encode(), archive.read(name)))
    return hashlib.sha256(parts).hexdigest()


def _digest(document_xml: bytes) -> str:
    return hashlib.sha256(document_xml).hexdigest()


def _language(document: DocumentType, say: Say) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    latin = "en-GB" if "en" in say.langs else "ja-JP"
    # The document speaks its language; latin letters in it are English: taken for Japanese, numbers would break anywhere.
    if latin != "en-GB":
        child(document.styles["Normal"].element.get_or_add_rPr(), "w:lang", val="en-GB")
    child(defaults, "w:lang", val=latin, eastAsia="ja-JP" if "ja" in say.langs else "en-GB", bidi="ar-SA")


def _properties(pen: Pen) -> None:
    document, sheet, say = pen.document, pen.sheet, pen.say
    core = document.core_properties
    core.title, core.language = say(sheet.title), say.locale
    core.author = core.last_modified_by = say(pen.guide.ui["site"]["name"])
    core.subject, core.comments, core.keywords = say(sheet.purpose), "", ""
    core.identifier, core.version, core.revision = sheet.id, sheet.version, 1
    package = document.part.package
    blob = _custom({"FormId": sheet.id, "FormVersion": sheet.version, "FormDigest": ""})
    package.relate_to(Part(PackURI("/docProps/custom.xml"), CUSTOM, blob, package), CUSTOM_REL)


def _custom(values: dict[str, str]) -> bytes:
    properties = "".join(
        f'<property fmtid="{FMTID}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{properties}</Properties>"
    ).encode()


def _settled(raw: bytes, sheet: Sheet) -> bytes:
    """The same package with fixed order, times and dates, and its digest filled in."""
    day = f"{sheet.date.isoformat()}T00:00:00Z".encode()
    first = ["[Content_Types].xml", "_rels/.rels"]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        digest = _digest(old.read("word/document.xml"))
        for name in first + sorted(set(old.namelist()) - set(first)):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + day, data)
            elif name == "docProps/custom.xml":
                data = _custom({"FormId": sheet.id, "FormVersion": sheet.version, "FormDigest": digest})
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr, info.compress_type = 3, 0o600 << 16, zipfile.ZIP_DEFLATED
            new.writestr(info, data, compresslevel=6)
    return out.getvalue()
