"""Plain documents that aren't forms: a title, sentences, tables, pictures, on the sheets' own styles and margins."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from content.base import Lang
from worksheets.office.segments import UNWRITABLE

BASE = Path(__file__).parent.parent / "writer" / "base.docx"
WIDTH = 9920  # twentieths of a point between the margins of A4
EMU = 635  # English metric units in one of these
DOCUMENT, SETTINGS, STYLES = "word/document.xml", "word/settings.xml", "word/styles.xml"
CORE, RELS, TYPES = "docProps/core.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
CORE_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
)
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/>'
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@dataclass(frozen=True)
class Line:
    """A paragraph; `style` is one of the sheets' styles by id."""

    words: str
    style: str = "Normal"


@dataclass(frozen=True)
class Rows:
    """A table: a head, rows, each column's share of the width, and the style of its words."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[int]
    style: str = "Note"


@dataclass(frozen=True)
class Picture:
    """A PNG as wide as `share` of the page, with what it shows in words."""

    png: bytes
    alt: str
    share: float


def document(title: str, body: Sequence[Line | Rows | Picture], lang: Lang) -> bytes:
    """The DOCX: the same bytes from the same content."""
    with zipfile.ZipFile(BASE) as base:
        members = {info.filename: base.read(info) for info in base.infolist()}
    pictures = [each for each in body if isinstance(each, Picture)]
    parts = [_line(Line(title, "Title"))]
    number = 0
    for each in body:
        if isinstance(each, Line):
            parts.append(_line(each))
        elif isinstance(each, Rows):
            parts += (_table(each), _line(Line("", "Gap")))
        else:
            number += 1
            parts.append(_picture(each, number))
    page = members[DOCUMENT].decode()
    section = page[page.rindex("<w:sectPr") : page.rindex("</w:sectPr>")] + "</w:sectPr>"
    members[DOCUMENT] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACES}><w:body>'
        f"{''.join(parts)}{section}</w:body></w:document>"
    ).encode()
    # Nothing is filled in here, so nothing is protected.
    settings = members[SETTINGS].decode()
    at = settings.index("<w:documentProtection")
    members[SETTINGS] = (settings[:at] + settings[settings.index("/>", at) + 2 :]).encode()
    _related(members, pictures)
    language = b'w:val="ja-JP" w:eastAsia="ja-JP"' if lang == "ja" else b'w:val="en-GB" w:eastAsia="ja-JP"'
    members[STYLES] = members[STYLES].replace(b'w:val="en-US" w:eastAsia="en-US"', language)
    members[CORE] = CORE_XML.format(title=escape(UNWRITABLE.sub("", title))).encode()
    return _package(members)


def _related(members: dict[str, bytes], pictures: Sequence[Picture]) -> None:
    """The pictures, and how the document finds them."""
    if not pictures:
        return
    links = ""
    for number, each in enumerate(pictures, 1):
        members[f"word/media/picture{number}.png"] = each.png
        links += f'<Relationship Id="rPicture{number}" Type="{IMAGE}" Target="media/picture{number}.png"/>'
    members[RELS] = members[RELS].replace(b"</Relationships>", f"{links}</Relationships>".encode())
    if b'Extension="png"' not in members[TYPES]:
        at = members[TYPES].index(b"<Default")
        members[TYPES] = (
            members[TYPES][:at] + b'<Default Extension="png" ContentType="image/png"/>' + members[TYPES][at:]
        )


def _package(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    first = [TYPES, "_rels/.rels"]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in first + sorted(set(members) - set(first)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr, info.compress_type = 3, 0o600 << 16, zipfile.ZIP_DEFLATED
            package.writestr(info, members[name])
    return out.getvalue()


def _run(words: str, bold: bool = False) -> str:
    lines = UNWRITABLE.sub("", words).split("\n")
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{text}</w:r>"


def _line(line: Line, *, bold: bool = False) -> str:
    style = "" if line.style == "Normal" else f'<w:pPr><w:pStyle w:val="{line.style}"/></w:pPr>'
    return f"<w:p>{style}{_run(line.words, bold) if line.words else ''}</w:p>"


def _table(table: Rows) -> str:
    widths = [WIDTH * share // sum(table.shares) for share in table.shares]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(table.heads, widths, table.style, head=True)
    rows = head + "".join(_row(row, widths, table.style) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(cells: Sequence[str], widths: Sequence[int], style: str, *, head: bool = False) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f"{SHADE if head else ''}</w:tcPr>"
        f"{_line(Line(cell, style), bold=head)}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{made}</w:tr>"


def _picture(picture: Picture, number: int) -> str:
    wide, high = struct.unpack(">II", picture.png[16:24])
    width = round(WIDTH * EMU * picture.share)
    size = f'cx="{width}" cy="{width * high // wide}"'
    name = f'id="{number}" name="picture{number}" descr={quoteattr(UNWRITABLE.sub("", picture.alt))}'
    return (
        '<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr {name}/><a:graphic><a:graphicData uri="{PICTURE}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rPicture{number}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )
