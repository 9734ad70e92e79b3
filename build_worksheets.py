"""Writes the fillable DOCX worksheets. Exit codes: 0 done, 1 data or files are not as they should be, 2 wrong call."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from pathlib import Path

import click

from content.load import ContentError, load
from content.models import LANGUAGES, Guide, Lang
from worksheets.catalogue import Sheet, catalogue
from worksheets.writer.document import document_bytes, untouched


def chosen(every: dict[str, Sheet], names: tuple[str, ...]) -> list[Sheet]:
    """The sheets named, or all. Raises click's usage error with the nearest name."""
    for name in names:
        if name not in every:
            close = get_close_matches(name, every, n=1)
            hint = f' Did you mean "{close[0]}"?' if close else ""
            raise click.UsageError(f'there is no sheet "{name}".{hint} --list shows all.')
    return [every[name] for name in names or every]


def write(guide: Guide, lang: Lang, sheet: Sheet, out: Path, force: bool) -> None:
    """One DOCX, written aside and renamed; a file somebody has filled in is never replaced."""
    path = out / f"{sheet.id}.{lang}.docx"
    if path.exists() and not untouched(path):
        if not force:
            raise click.ClickException(
                f"{path} is not our own untouched output (filled in?): move it away, or keep a numbered copy with --force"
            )
        number = next(n for n in range(1, 10_000) if not path.with_suffix(f".{n}.docx").exists())
        path.rename(path.with_suffix(f".{number}.docx"))
    aside = path.with_suffix(".part")
    aside.write_bytes(document_bytes(guide, lang, sheet))
    os.replace(aside, path)


@click.command()
@click.argument("sheets", nargs=-1, metavar="[SHEET]...")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), multiple=True, default=LANGUAGES, help="Both languages, unless named."
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
@click.option("--force", is_flag=True, help="Replace a filled-in file, keeping it as a numbered copy.")
def build(sheets: tuple[str, ...], lang: tuple[Lang, ...], out: Path, listed: bool, check: bool, force: bool) -> None:
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
    jobs = [(each, sheet) for sheet in chosen(every, sheets) for each in lang]
    if check:
        for each, sheet in jobs:
            document_bytes(guide, each, sheet)
        click.echo(f"{len(jobs)} worksheets are in order")
        return
    out.mkdir(parents=True, exist_ok=True)
    with click.progressbar(jobs, label="Worksheets", file=sys.stderr) as bar:
        for each, sheet in bar:
            write(guide, each, sheet, out, force)


if __name__ == "__main__":
    build()
