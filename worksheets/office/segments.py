"""A built sheet that is filled in many times: only what differs is written anew.

The parts with controls are cut once into pieces. What never changes is deflated once, each piece by itself (a full flush
lets nothing refer to what came before); values go between them as stored blocks. All other members are copied as they are.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from typing import NamedTuple

from content.base import Lang
from content.days import day

Value = str | bool  # words, a day as YYYY-MM-DD, or whether a box is ticked

SDT = re.compile(rb"<w:sdt>.*?</w:sdt>", re.DOTALL)  # in our own sheets, never one in another
TAG = re.compile(rb'<w:tag w:val="([^"]*)"')
TEXT = re.compile(rb"<w:t(?: [^>]*)?>.*?</w:t>", re.DOTALL)
FORMAT = re.compile(rb'<w:dateFormat w:val="([^"]*)"')
ISO = re.compile(r"\d{4}-\d\d-\d\d")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 has no way to write these
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
OPEN, CLOSE = b'<w:t xml:space="preserve">', b"</w:t>"
BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
STORED = 0xFFFF  # bytes that one stored block holds
JAPANESE = "yyyy年M月d日".encode()


class Piece(NamedTuple):
    """Bytes of a part, as they are and deflated."""

    raw: bytes
    packed: bytes


def packed(raw: bytes) -> Piece:
    """A piece that is written again and again."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return Piece(raw, deflate.compress(raw) + deflate.flush(zlib.Z_FULL_FLUSH))


def stored(raw: bytes) -> Piece:
    """A piece that is written once: deflating it would take longer than it saves."""
    blocks = (raw[at : at + STORED] for at in range(0, len(raw), STORED))
    return Piece(raw, b"".join(struct.pack("<BHH", 0, len(each), len(each) ^ STORED) + each for each in blocks))


END = Piece(b"", struct.pack("<BHH", 1, 0, STORED))  # the last block, empty


def words(text: str) -> bytes:
    """A text as the inside of `w:t`: escaped, line by line, without what XML can't hold."""
    clean = UNWRITABLE.sub("", text).translate(ENTITIES)
    return clean.replace("\r\n", "\n").replace("\r", "\n").replace("\n", BREAK).replace("\t", TAB).encode()


class Control:
    """One control: as it stands when empty, and what is written around a value."""

    def __init__(self, xml: bytes, tags: Mapping[str, str]) -> None:
        tag = TAG.search(xml)
        own = tag[1].decode() if tag else ""
        self.tag = tags.get(own, own)
        self.empty = packed(xml)
        self.box = b"<w14:checkbox>" in xml
        self.lang: Lang | None = None
        if self.box:
            ticked = xml.replace(b'<w14:checked w14:val="0"', b'<w14:checked w14:val="1"')
            self.ticked = packed(ticked.replace("☐".encode(), "☑".encode()))
            return
        if found := FORMAT.search(xml):
            self.lang = "ja" if found[1] == JAPANESE else "en"
        filled = xml.replace(b"<w:showingPlcHdr/>", b"")
        filled = filled.replace(b'<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>', b"")
        text = TEXT.search(filled)
        if text is None:
            raise ValueError(f"{own}: this control holds no words")
        before, after = filled[: text.start()] + OPEN, CLOSE + filled[text.end() :]
        self.before, self.after = packed(before), packed(after)
        self.dated = [packed(each) for each in before.split(b"<w:date>")] if self.lang else []

    def filled(self, value: Value) -> list[Piece]:
        """The control with a value; an empty one leaves the blank to write on."""
        if not value:
            return [self.empty]
        if self.box:
            return [self.ticked]
        text = str(value)
        if self.lang and ISO.fullmatch(text):
            head, rest = self.dated
            shown = day(text, "ja") if self.lang == "ja" else text
            attribute = stored(f'<w:date w:fullDate="{text}T00:00:00Z">'.encode())
            return [head, attribute, rest, stored(words(shown)), self.after]
        return [self.before, stored(words(text)), self.after]


class Part:
    """A member with controls, cut at those that will be filled in."""

    def __init__(self, name: str, xml: bytes, wanted: Collection[str], tags: Mapping[str, str]) -> None:
        self.name = name.encode()
        self.cut: list[tuple[Piece, Control]] = []
        self.found: set[str] = set()
        end = 0
        for match in SDT.finditer(xml):
            control = Control(match.group(), tags)
            if control.tag in wanted:
                self.found.add(control.tag)
                self.cut.append((packed(xml[end : match.start()]), control))
                end = match.end()
        self.tail = packed(xml[end:])

    def filled(self, values: Mapping[str, Value]) -> Piece:
        """The member with values."""
        pieces: list[Piece] = []
        for before, control in self.cut:
            pieces.append(before)
            pieces += control.filled(values.get(control.tag, ""))
        pieces += (self.tail, END)
        return Piece(b"".join(each.raw for each in pieces), b"".join(each.packed for each in pieces))


def _about(name: bytes, method: int, crc: int, packed: int, size: int) -> bytes:
    """What both headers of a member share; its day is always 1 January 1980."""
    return struct.pack("<HHHHHIIIHH", 20, 0x800, method, 0, 0x21, crc, packed, size, len(name), 0)


def _listed(about: bytes, offset: int, name: bytes) -> bytes:
    """A member in the directory at the end."""
    return b"PK\1\2\x14\0" + about + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name


class Template:
    """A built sheet, ready to be filled in with the tags of `wanted`; `copies` are tags that say again what others say."""

    def __init__(self, docx: bytes, wanted: Collection[str], copies: Mapping[str, str]) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            members = {info.filename: (info, package.read(info)) for info in package.infolist()}
        self.parts = [
            part
            for name, (_, data) in members.items()
            if b"<w:sdt>" in data and (part := Part(name, data, wanted, copies)).cut
        ]
        if missing := set(wanted) - {tag for part in self.parts for tag in part.found}:
            raise KeyError(f"there is no {sorted(missing)[0]} in this sheet")
        own = {part.name.decode() for part in self.parts}
        self.head, self.directory, self.count = b"", b"", len(members)
        for name, (info, data) in members.items():
            if name in own:
                continue
            start = info.header_offset + 30
            skip = sum(struct.unpack("<HH", docx[start - 4 : start]))
            body = docx[start + skip : start + skip + info.compress_size]
            about = _about(name.encode(), info.compress_type, info.CRC, info.compress_size, len(data))
            self.directory += _listed(about, len(self.head), name.encode())
            self.head += b"PK\3\4" + about + name.encode() + body

    def filled(self, values: Mapping[str, Value]) -> bytes:
        """A DOCX with these values by tag: the same bytes from the same values."""
        out, directory, offset = [self.head], [self.directory], len(self.head)
        for part in self.parts:
            raw, body = part.filled(values)
            about = _about(part.name, zipfile.ZIP_DEFLATED, zlib.crc32(raw), len(body), len(raw))
            directory.append(_listed(about, offset, part.name))
            out += (b"PK\3\4", about, part.name, body)
            offset += 4 + len(about) + len(part.name) + len(body)
        listed = b"".join(directory)
        end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, self.count, self.count, len(listed), offset, 0)
        return b"".join((*out, listed, end))
