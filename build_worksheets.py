"""Writes the fillable DOCX worksheets. Exit codes: 0 done, 1 data or files are not as they should be, 2 wrong call."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import click

from content.base import LANGUAGES, Lang
from content.console import in_words, utf8
from content.files import ContentError
from content.load import load
from content.models import Guide
from worksheets.boxes import copies
from worksheets.catalogue import catalogue, file_name, languages
from worksheets.made import Shelf, Touched, among_sources
from worksheets.models import Sheet
from worksheets.office.commands import office
from worksheets.writer.document import document_bytes, untouched
from worksheets.writer.screen import template


def chosen(every: dict[str, Sheet], names: tuple[str, ...]) -> list[Sheet]:
    """The sheets named, or all. Raises click's usage error with the nearest name."""
    for name in names:
        if name not in every:
            close = get_close_matches(name, every, n=1)
            hint = f' Did you mean "{close[0]}"?' if close else ""
            raise click.UsageError(f'there is no sheet "{name}".{hint} --list shows all.')
    return [every[name] for name in names or every]


def files(guide: Guide, langs: tuple[Lang, ...], sheet: Sheet, scripts: bool) -> Iterator[tuple[str, bytes]]:
    """One sheet's files: name and bytes of its DOCX, and of the script that the page to fill it in on takes."""
    docx = document_bytes(guide, langs, sheet)
    yield file_name(sheet, langs), docx
    if scripts and sheet.on_screen:
        yield file_name(sheet, langs).removesuffix(".docx") + ".js", template(docx, copies(guide, sheet)).encode()


def together(members: dict[str, bytes]) -> bytes:
    """All `members` in one zip, the same bytes from the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the files are compressed already
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, members[name])
    return made.getvalue()


@click.command()
@click.argument("sheets", nargs=-1, metavar="[SHEET]...")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    multiple=True,
    default=LANGUAGES,
    help="Both languages and both in one, unless named.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    show_default=True,
    help="Folder for <sheet>.<lang>.docx.",
)
@click.option("--list", "listed", is_flag=True, help="List the sheets and end.")
@click.option("--check", is_flag=True, help="Check data and sheets, write nothing.")
@click.option("--zip", "zipped", is_flag=True, help="Also write worksheets.<lang>.zip, all files of a language.")
@click.option(
    "--scripts", is_flag=True, help="Also write <sheet>.<lang>.js for sheets that the site fills in on screen."
)
@click.option("--force", is_flag=True, help="Replace a filled-in file, keeping it as a numbered copy.")
def build(
    sheets: tuple[str, ...],
    lang: tuple[Lang, ...],
    out: Path,
    listed: bool,
    check: bool,
    zipped: bool,
    scripts: bool,
    force: bool,
) -> None:
    """Write the fillable DOCX worksheets: all, or those named by id.

    For an office's month, put one of fill, schedule, collect, summary, carry or inspect first; each has its own --help.

    Exit codes: 0 done, 1 slips in data or a file that must not be replaced, 2 wrong words on the command line.
    """
    try:
        _build(sheets, lang, out, listed=listed, check=check, zipped=zipped, scripts=scripts, force=force)
    except ContentError as error:
        raise click.ClickException(f"\n{error}") from None
    except Touched as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(in_words(error)) from None


def _build(
    sheets: tuple[str, ...],
    lang: tuple[Lang, ...],
    out: Path,
    *,
    listed: bool,
    check: bool,
    zipped: bool,
    scripts: bool,
    force: bool,
) -> None:
    guide = load()
    every = catalogue(guide)
    if listed:
        for sheet in every.values():
            click.echo(f"{sheet.id}\t{sheet.title.ja}\t{sheet.title.en}")
        return
    jobs = [(langs, sheet) for sheet in chosen(every, sheets) for langs in languages(sheet) if set(langs) <= set(lang)]
    if check:
        for langs, sheet in jobs:
            document_bytes(guide, langs, sheet)
        click.echo(f"{len(jobs)} worksheets are in order")
        return
    if among_sources(out):
        raise click.UsageError(f"{out} is a folder of the guide's own sources: take another with --out")
    shelf = Shelf(out)
    made: dict[str, bytes] = {}
    with click.progressbar(jobs, label="Worksheets", file=sys.stderr) as bar:
        for langs, sheet in bar:
            made |= files(guide, langs, sheet, scripts)
    for each in lang if zipped else ():
        names = [file_name(sheet, langs) for langs, sheet in jobs if langs[0] == each]
        made[f"worksheets.{each}.zip"] = together({name: made[name] for name in names})
    shelf.make_room(list(made), force, lambda path: path.suffix == ".docx" and untouched(path))
    for name, data in made.items():
        shelf.write(name, data)
    shelf.tidy()


if __name__ == "__main__":
    utf8()
    (office if sys.argv[1:2] and sys.argv[1] in office.commands else build)()
