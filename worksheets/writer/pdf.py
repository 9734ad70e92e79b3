"""PDF companions of the sheets, through LibreOffice: `make pdf`.

Any version prints them, tagged. From 25.2 on they can be filled in as well: fields named by tag, empty, in reading
order. (Before that version LibreOffice makes no form fields from content controls.)
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from pathlib import Path
from typing import Any

import click
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, ByteStringObject, NameObject, NumberObject, TextStringObject

from content.base import nearest
from content.console import in_words, utf8
from content.files import ContentError
from content.load import load
from content.models import Guide
from worksheets.boxes import tags
from worksheets.catalogue import catalogue, file_name, languages
from worksheets.made import Shelf, Touched
from worksheets.models import Sheet
from worksheets.writer.document import digest, document_bytes
from worksheets.writer.office import convert, office

TAGGED = '"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}'
PRINTED = f"pdf:writer_pdf_Export:{{{TAGGED}}}"
FILLABLE = f'pdf:writer_pdf_Export:{{"ExportFormFields":{{"type":"boolean","value":"true"}},{TAGGED}}}'
DATED = re.compile(rb"(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*")  # in what a PDF tells of itself
PADDING = re.compile(rb"\s{50,}")  # room that it leaves for others to write into
MULTILINE = 4096  # PDF 32000, table 228


def version(said: str) -> tuple[int, int]:
    """LibreOffice's version from what it says of itself.

    >>> version("LibreOffice 25.2.3.2 520(Build:2)")
    (25, 2)
    """
    found = re.search(r"LibreOffice (\d+)\.(\d+)", said)
    if not found:
        raise RuntimeError(f"LibreOffice doesn't say its version: {said!r}")
    return int(found[1]), int(found[2])


def name_fields(writer: PdfWriter, name: str, guide: Guide, sheet: Sheet) -> None:
    """Name the form fields of a PDF by tag and empty them. Raises RuntimeError where they don't match the sheet."""
    form: Any = writer._root_object["/AcroForm"]
    fields = [field.get_object() for field in form["/Fields"]]
    wanted = tags(guide, sheet)
    if len(fields) != len(wanted):
        raise RuntimeError(f"{name}: {len(fields)} fields were made from {len(wanted)} controls")
    for field, tag in zip(fields, wanted, strict=True):
        field[NameObject("/T")] = TextStringObject(tag)
        if field.get("/FT") == "/Btn":
            continue
        field[NameObject("/V")] = TextStringObject("")
        for key in ("/AP", "/AA", "/DV"):
            field.pop(key, None)
        if field.get("/FT") == "/Tx":
            field[NameObject("/Ff")] = NumberObject(MULTILINE)
    form[NameObject("/NeedAppearances")] = BooleanObject(True)
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")  # structure order: as it is read


def settle(path: Path, guide: Guide, sheet: Sheet, of: str, *, fillable: bool) -> None:
    """Make the same bytes of the same sheet, which say by the digest `of` what they were printed from."""
    writer = PdfWriter(clone_from=str(path))
    if fillable and not sheet.example:
        name_fields(writer, path.name, guide, sheet)
    day = f"D:{sheet.date:%Y%m%d}000000Z"
    writer.add_metadata({"/CreationDate": day, "/ModDate": day, "/SheetDigest": of})
    writer.compress_identical_objects()  # a fifth of its bytes: what cells say of themselves, over and over
    told: Any = writer._root_object.get("/Metadata")
    if told is not None:
        said = PADDING.sub(b"\n", told.get_object().get_data())
        told.get_object().set_data(DATED.sub(rb"\g<1>%s" % f"{sheet.date}T00:00:00Z".encode(), said))
    number = ByteStringObject(hashlib.md5(path.name.encode(), usedforsecurity=False).digest())
    writer._ID = ArrayObject([number, number])
    writer.write(str(path))


@click.command()
@click.argument("sheets", nargs=-1, metavar="[SHEET]...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("dist/pdf"), show_default=True)
@click.option("--force", is_flag=True, help="Replace a filled-in file, keeping it as a numbered copy.")
def main(sheets: tuple[str, ...], out: Path, force: bool) -> None:
    """Write a PDF of every sheet, or of those named by id, in every language; from LibreOffice 25.2 on to be filled in."""
    try:
        click.echo(_write(sheets, out, force))
    except (ContentError, FileNotFoundError, RuntimeError, Touched) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(in_words(error)) from None


def _write(sheets: tuple[str, ...], out: Path, force: bool) -> str:
    guide = load()
    every = catalogue(guide)
    for name in sheets:
        if name not in every:
            raise click.UsageError(f"{nearest(name, list(every), 'sheet')} build_worksheets.py --list shows all.")
    chosen = [(every[name], langs) for name in sheets or every for langs in languages(every[name])]
    shelf = Shelf(out)
    shelf.make_room([file_name(*each).replace(".docx", ".pdf") for each in chosen], force)
    fillable = version(office()) >= (25, 2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        made = {folder / file_name(sheet, langs): (sheet, langs) for sheet, langs in chosen}
        for path, (sheet, langs) in made.items():
            path.write_bytes(document_bytes(guide, langs, sheet))
        convert(list(made), FILLABLE if fillable else PRINTED, folder)
        for path, (sheet, _) in made.items():
            printed = path.with_suffix(".pdf")
            settle(printed, guide, sheet, digest(path.read_bytes()), fillable=fillable)
            shelf.write(printed.name, printed.read_bytes())
    shelf.tidy()
    kind = "to fill in and to print" if fillable else "to print only (LibreOffice 25.2 or newer makes them fillable)"
    average = sum((out / path.with_suffix(".pdf").name).stat().st_size for path in made) / len(made) / 1000
    return f"{len(made)} tagged PDFs in {out}, {average:.0f} kB on average, {kind}"


if __name__ == "__main__":
    utf8()
    main()
