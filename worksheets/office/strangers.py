"""The one door for packages (ZIP) that somebody else wrote: read in memory, capped, nothing followed, refused in words."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

FILE, ENTRIES, PART, TOTAL = 5_000_000, 400, 16_000_000, 40_000_000  # bytes, files in it, bytes of one, of all
RATIO, SMALL = 200, 1_000_000  # a part above a megabyte that was packed more tightly than this is no honest one
MACROS = ("vbaproject", "vbadata", "activex", "embeddings/")
LINKED = (b"attachedTemplate", b"/oleObject", b"/subDocument", b"/frame", b"/aFChunk", b"/externalLink")


class Refused(Exception):
    """Why a file isn't read, in words for a person."""


def package(data: bytes, needs: str) -> dict[str, bytes]:
    """The parts of a DOCX or XLSX by name, unpacked; `needs` must be among them. Raises Refused."""
    if len(data) > FILE:
        raise Refused(f"the file is larger than {FILE // 1_000_000} MB")
    if not data:
        raise Refused("the file is empty")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("it is locked with a password, or of the old kind (.doc, .xls): save it as .docx or .xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _looked_at(archive)
            parts = {info.filename: _read(archive, info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError, OSError):
        raise Refused("it is broken, or not a DOCX or XLSX file") from None
    if needs not in parts:
        raise Refused(f"it is not the kind of file expected here ({needs} is missing)")
    for name, part in parts.items():
        if name.endswith(".rels") and b'TargetMode="External"' in part and any(each in part for each in LINKED):
            raise Refused("it takes parts from elsewhere (linked templates or objects)")
        if name == "[Content_Types].xml" and b"macroEnabled" in part:
            raise Refused("it contains macros")
    return parts


def _looked_at(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > ENTRIES:
        raise Refused(f"it holds more than {ENTRIES} parts")
    if len(set(names)) != len(names):
        raise Refused("two of its parts have the same name")
    if sum(info.file_size for info in infos) > TOTAL:
        raise Refused("unpacked, it would be too large")
    for info in infos:
        if info.flag_bits & 1:
            raise Refused("it is locked with a password")
        if info.filename.startswith(("/", "\\")) or ".." in info.filename.replace("\\", "/").split("/"):
            raise Refused("one of its parts points outside it")
        if any(each in info.filename.lower() for each in MACROS):
            raise Refused("it contains macros or embedded programs")
        if info.file_size > PART or (info.file_size > SMALL and info.file_size > RATIO * max(info.compress_size, 1)):
            raise Refused("unpacked, it would be too large")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as part:
        data = part.read(PART + 1)  # the size it names may be a lie
    if len(data) > PART:
        raise Refused("unpacked, it would be too large")
    return data


def xml(data: bytes) -> etree._Element:
    """A part's root. Raises Refused for what no office suite writes."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:200]:
        raise Refused("its XML holds what no office suite writes")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused("its XML is broken") from None
    if (root.getroottree().docinfo.encoding or "UTF-8").upper() not in ("UTF-8", "ASCII", "US-ASCII"):
        raise Refused("its XML is in a foreign encoding")
    return root
