"""The door for packages that strangers wrote (DOCX, XLSX): within limits, in memory, nothing followed, nothing run."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection
from pathlib import Path

from lxml import etree

from worksheets.office.said import Refused

MOST = 20_000_000  # bytes of a file
MOST_ENTRIES = 400
MOST_OF_ONE, MOST_OF_ALL = 40_000_000, 120_000_000  # bytes unpacked
RATIO, FROM = 200, 1_000_000  # what is larger than this, unpacked, was never packed so small by an office suite
FOREIGN = {
    b"%PDF": "is-pdf",
    b"\xd0\xcf\x11\xe0": "is-old-or-locked",
    b"{\\rt": "is-rtf",
    b"\x89PNG": "is-picture",
    b"\xff\xd8\xff": "is-picture",
}
ZIP = b"PK\x03\x04"
PROGRAMS = ("vbaproject", "vbadata", "activex", "embeddings/")  # in the names of parts
LINKED = (b"/attachedTemplate", b"/oleObject", b"/subDocument", b"/frame", b"/aFChunk", b"/externalLink")


def contents(path: Path) -> bytes:
    """What a file holds. Raises Refused where it isn't one, or is too large; OSError where it can't be read."""
    if path.is_dir():
        raise Refused("is-folder")
    if not path.is_file():
        raise Refused("is-missing" if not path.exists() else "is-special")
    if path.stat().st_size > MOST:
        raise Refused("too-large", count=MOST // 1_000_000)
    data = path.read_bytes()
    if not data:
        raise Refused("is-empty")
    return data


def foreign(data: bytes) -> None:
    """Raise Refused, naming the kind, for files that are known to be of another."""
    for start, key in FOREIGN.items():
        if data.startswith(start):
            raise Refused(key)


def unpacked(data: bytes, wanted: Collection[str] | None = None) -> dict[str, bytes]:
    """The members of a package, or those of `wanted` that it has. Raises Refused."""
    foreign(data)
    if not data.startswith(ZIP):
        raise Refused("no-package")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            _measured(infos)
            chosen = [info for info in infos if wanted is None or info.filename in wanted]
            members = {info.filename: _read(package, info) for info in chosen}
    except Refused:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise Refused("broken-package") from None
    for name, member in members.items():
        if b"macroEnabled" in member and name == "[Content_Types].xml":
            raise Refused("has-macros")
        if name.endswith(".rels") and b'"External"' in member and any(kind in member for kind in LINKED):
            raise Refused("has-links")
    return members


def _measured(infos: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in infos]
    if len(names) > MOST_ENTRIES:
        raise Refused("too-many-entries", count=MOST_ENTRIES)
    if len(set(names)) != len(names):
        raise Refused("twice-in-package")
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names):
        raise Refused("bad-path")
    if any(info.flag_bits & 1 for info in infos):
        raise Refused("is-old-or-locked")
    if any(program in name.lower() for name in names for program in PROGRAMS):
        raise Refused("has-macros")
    if sum(info.file_size for info in infos) > MOST_OF_ALL:
        raise Refused("too-large-unpacked")
    for info in infos:
        if info.file_size > MOST_OF_ONE or info.file_size > max(FROM, info.compress_size * RATIO):
            raise Refused("too-large-unpacked")


def _read(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with package.open(info) as member:
        found = member.read(MOST_OF_ONE + 1)  # the header may lie
    if len(found) > MOST_OF_ONE:
        raise Refused("too-large-unpacked")
    return found


def tree(xml: bytes) -> etree._Element:
    """The root of a member. Raises Refused where it isn't plain XML: no entities, no other encodings, nothing fetched."""
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Refused("bad-xml")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise Refused("bad-xml") from None
    about = root.getroottree().docinfo
    if about.doctype or (about.encoding or "UTF-8").upper() != "UTF-8":
        raise Refused("bad-xml")
    return root
