"""Writes the fillable DOCX worksheets. Exit codes: 0 done, 1 data or files are not as they should be, 2 wrong call."""

from __future__ import annotations

import os
import sys
import zipfile
from difflib import get_close_matches
from pathlib import Path

import click

from content.base import LANGUAGES, Lang
from content.files import ContentError
from content.load import load
from content.models import Guide
from worksheets.catalogue import catalogue, file_name, languages
from worksheets.models import Sheet
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


def write(guide: Guide, langs: tuple[Lang, ...], sheet: Sheet, out: Path, force: bool) -> None:
    """One DOCX, written aside and renamed; a file somebody has filled in is never replaced."""
    path = out / file_name(sheet, langs)
    if path.exists() and not untouched(path):
        if not force:
            raise click.ClickException(
                f"{path} is not our own untouched output (filled in?): move it away, or keep a numbered copy with --force"
            )
        number = next(n for n in range(1, 10_000) if not path.with_suffix(f".{n}.docx").exists())
        path.rename(path.with_suffix(f".{number}.docx"))
    aside = path.with_suffix(".part")
    aside.write_bytes(document_bytes(guide, langs, sheet))
    os.replace(aside, path)


def write_script(guide: Guide, langs: tuple[Lang, ...], sheet: Sheet, out: Path) -> None:
    """The same sheet as a script, for the pages that fill it in: written aside and renamed."""
    path = (out / file_name(sheet, langs)).with_suffix(".js")
    aside = path.with_suffix(".part")
    aside.write_text(template(document_bytes(guide, langs, sheet)), "utf-8")
    os.replace(aside, path)


def together(path: Path, files: list[Path]) -> None:
    """All `files` in one zip, the same bytes from the same files."""
    aside = path.with_suffix(".part")
    with zipfile.ZipFile(aside, "w") as archive:
        for file in sorted(files):
            info = zipfile.ZipInfo(file.name, (1980, 1, 1, 0, 0, 0))  # the files are compressed already
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, file.read_bytes())
    os.replace(aside, path)


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

    Exit codes: 0 done, 1 slips in data or a file that must not be replaced, 2 wrong words on the command line.
    """
    try:
        guide = load()
        every = catalogue(guide)
    except ContentError as error:
        raise click.ClickException(f"\n{error}") from None
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
    out.mkdir(parents=True, exist_ok=True)
    with click.progressbar(jobs, label="Worksheets", file=sys.stderr) as bar:
        for langs, sheet in bar:
            write(guide, langs, sheet, out, force)
            if scripts and sheet.on_screen:
                write_script(guide, langs, sheet, out)
    for each in lang if zipped else ():
        together(
            out / f"worksheets.{each}.zip", [out / file_name(sheet, langs) for langs, sheet in jobs if langs[0] == each]
        )


if __name__ == "__main__":
    build()
