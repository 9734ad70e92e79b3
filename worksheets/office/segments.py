"""A built DOCX cut once around what its controls hold: to fill one in is to join bytes, not to build a document."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from xml.sax.saxutils import escape

Values = Mapping[str, str | bool]  # by tag: words, a day as YYYY-MM-DD, or True for a tick

CONTROL = re.compile(rb"<w:sdt>.*?</w:sdt>", re.DOTALL)
TAG = re.compile(rb'<w:tag w:val="([^"]*)"')
WORDS = re.compile(rb"<w:t [^>]*>[^<]*</w:t>")
FORMAT = re.compile(rb'<w:dateFormat w:val="([^"]+)"')
LISTED = re.compile(rb'<w:listItem w:displayText="([^"]*)" w:value="([^"]*)"')
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 has no way to write these
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
DAY_1980 = 33  # the first day that a package can name


@dataclass(frozen=True)
class Control:
    """One control: its bytes while empty, ticked or around words, and how it says a day or a choice."""

    tag: str
    empty: bytes
    before: bytes
    after: bytes
    tick: bool
    day: str
    choices: Mapping[str, str]

    def holding(self, value: str | bool) -> bytes:
        """The control with its value."""
        if self.tick:
            return self.before if value else self.empty
        if not isinstance(value, str) or not value:
            return self.empty
        day = bool(self.day) and DAY.fullmatch(value) is not None
        whole = f'<w:date w:fullDate="{value}T00:00:00Z">' if day else "<w:date>"
        words = _dated(self.day, value) if day else self.choices.get(value, value)
        lines = re.split(r"\r\n?|\n", UNWRITABLE.sub("", words))
        said = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
        before = self.before.replace(b"<w:date>", whole.encode()) if self.day else self.before
        return before + said.encode() + self.after


class Template:
    """A blank sheet to fill in many times. `same` names controls that say again what another says: {tag: of}."""

    def __init__(self, docx: bytes, same: Mapping[str, str]) -> None:
        self._fixed: list[tuple[bytes, bytes, tuple[int, int]]] = []  # name, packed, checksum and length
        self._cut: list[tuple[bytes, list[bytes | Control]]] = []
        self.same = same
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            for info in package.infolist():
                data = package.read(info)
                pieces = _pieces(data)
                if len(pieces) > 1:
                    self._cut.append((info.filename.encode(), pieces))
                else:
                    self._fixed.append((info.filename.encode(), *_packed(data)))
        self.tags = {each.tag for _, pieces in self._cut for each in pieces if isinstance(each, Control)}
        head, directory, at = [], [], 0
        for name, packed, sums in self._fixed:
            meta = _meta(name, sums, packed)
            head.append(b"PK\3\4" + meta + name + packed)
            directory.append(_entry(name, meta, at))
            at += len(head[-1])
        self._head, self._directory, self._at = b"".join(head), b"".join(directory), at

    def filled(self, values: Values) -> bytes:
        """The sheet with `values`, as a whole DOCX: the same bytes from the same values."""
        out, directory, at = [self._head], [self._directory], self._at
        for name, pieces in self._cut:
            data = b"".join(
                piece
                if isinstance(piece, bytes)
                else piece.holding(values.get(self.same.get(piece.tag, piece.tag), ""))
                for piece in pieces
            )
            packed, sums = _packed(data)
            meta = _meta(name, sums, packed)
            out.append(b"PK\3\4" + meta + name + packed)
            directory.append(_entry(name, meta, at))
            at += len(out[-1])
        listed, count = b"".join(directory), len(self._fixed) + len(self._cut)
        end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(listed), at, 0)
        return b"".join((*out, listed, end))


def _pieces(xml: bytes) -> list[bytes | Control]:
    """What stands between controls, and the controls, in turn."""
    found: list[bytes | Control] = []
    at = 0
    for match in CONTROL.finditer(xml):
        found += (xml[at : match.start()], _control(match.group()))
        at = match.end()
    return [*found, xml[at:]]


def _control(xml: bytes) -> Control:
    tag = unescape(TAG.findall(xml)[0].decode())
    if b"<w14:checkbox>" in xml:
        ticked = re.sub(rb'(<w14:checked w14:val=")0', rb"\g<1>1", xml).replace("☐".encode(), "☑".encode())
        return Control(tag, xml, ticked, b"", True, "", {})
    plain = xml.replace(b"<w:showingPlcHdr/>", b"")
    plain = plain.replace(b'<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>', b"")
    words = WORDS.search(plain)
    if words is None:
        raise ValueError(f'the control "{tag}" has no place for words')
    day = FORMAT.search(plain)
    choices = {unescape(value.decode()): unescape(shown.decode()) for shown, value in LISTED.findall(plain)}
    before, after = plain[: words.start()], plain[words.end() :]
    return Control(tag, xml, before, after, False, unescape(day[1].decode()) if day else "", choices)


def _dated(form: str, day: str) -> str:
    """A day (YYYY-MM-DD) in a control's own format, such as "yyyy年M月d日"."""
    for letter, number in zip("yMd", day.split("-"), strict=True):
        if run := re.search(f"{letter}+", form):
            form = form[: run.start()] + (number if len(run[0]) > 1 else str(int(number))) + form[run.end() :]
    return form


def _packed(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """Deflated, with checksum and length of what went in."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    return deflate.compress(data) + deflate.flush(), (zlib.crc32(data), len(data))


def _meta(name: bytes, sums: tuple[int, int], packed: bytes) -> bytes:
    """Version, UTF-8 flag, method, time, day, sum, sizes, length of the name, of extras."""
    return struct.pack("<HHHHHIIIHH", 20, 0x800, 8, 0, DAY_1980, sums[0], len(packed), sums[1], len(name), 0)


def _entry(name: bytes, meta: bytes, at: int) -> bytes:
    return b"PK\1\2" + struct.pack("<H", 20) + meta + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
