"""The three commands of an office's month. Exit codes: 0 done, 1 not or not all, 2 wrong words on the command line."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import Any

import click

from content.base import LANGUAGES, Lang
from content.console import in_words
from content.files import ContentError
from content.load import load
from content.models import Guide
from worksheets.catalogue import catalogue
from worksheets.made import Touched
from worksheets.models import Sheet
from worksheets.office import roster
from worksheets.office.carry import carried, month_of, rules
from worksheets.office.collect import LISTS, Read, listed, read
from worksheets.office.fill import file_name, template
from worksheets.office.fill import fill as filled
from worksheets.office.keep import Busy, kept, whole
from worksheets.office.strangers import FILE, Refused

SHOWN = 200  # bad cells in a terminal
LANG = click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True, help="Of the sheets.")
OUT = click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for them.")
IN = click.Path(path_type=Path)


def spoken(command: Callable[..., None]) -> Callable[..., None]:
    """What goes wrong, as a person reads it."""

    @wraps(command)
    def run(*given: Any, **named: Any) -> None:
        try:
            command(*given, **named)
        except (Busy, ContentError, Refused, Touched) as error:
            raise click.ClickException(str(error)) from None
        except FileExistsError as error:
            raise click.ClickException(in_words(error) if error.errno else str(error)) from None
        except OSError as error:
            raise click.ClickException(in_words(error)) from None

    return run


def _opened(path: Path) -> bytes:
    with open(path, "rb") as file:
        return file.read(FILE + 1)


def _sheet(guide: Guide, id: str) -> Sheet:
    every = catalogue(guide)
    if id not in every:
        close = get_close_matches(id, every, n=1)
        raise click.UsageError(f'there is no sheet "{id}".' + (f' Did you mean "{close[0]}"?' if close else ""))
    if every[id].example:
        raise click.UsageError(f'"{id}" is filled in already: take "{every[id].of}"')
    return every[id]


@click.command()
@click.argument("people", type=IN, metavar="ROSTER")
@click.option("--sheet", "id", required=True, help="Which sheet, by id (build_worksheets.py --list).")
@LANG
@OUT
@click.option("--check", is_flag=True, help="List all that is wrong in the roster, write nothing.")
@click.option("--dry-run", is_flag=True, help="Name the files, write nothing.")
@spoken
def fill(people: Path, id: str, lang: Lang, out: Path, check: bool, dry_run: bool) -> None:
    """Write one prefilled sheet for each row of ROSTER (CSV or XLSX).

    Headers are the sheet's own labels, in Japanese or English, or the ids of its fields. A column "file" names each
    person's file. What is there already and unchanged is left; a file that somebody has edited is never replaced.
    """
    guide = load()
    sheet = _sheet(guide, id)
    try:
        persons, bad = roster.people(guide, sheet, people.name, _opened(people), lang)
    except Refused as error:
        raise click.ClickException(f"{people}: {error}") from None
    for each in bad[:SHOWN]:
        click.echo(f"{people}: {each}", err=True)
    if bad:
        raise click.ClickException(f"{len(bad)} cells to correct in {people}. Nothing was written.")
    rule = rules().get(sheet.of)
    months = [month_of(guide, str(each.values.get(rule.month, ""))) if rule else "" for each in persons]
    names = [file_name(sheet, lang, month, each.file) for month, each in zip(months, persons, strict=True)]
    if check or dry_run:
        for name in names if dry_run else ():
            click.echo(out / name)
        click.echo(f"{len(persons)} rows are in order. Nothing was written.", err=True)
        return
    made = template(guide, sheet, lang)
    with click.progressbar(list(zip(names, persons, strict=True)), label="Sheets", file=sys.stderr) as bar:
        done = filled(made, bar, out)
    click.echo(f"{len(done['written'])} written, {len(done['there'])} there already, {out}", err=True)
    _edited([out / name for name in done["edited"]])


def _edited(paths: list[Path]) -> None:
    if paths:
        names = "\n".join(f"  {path}" for path in paths)
        raise click.ClickException(f"somebody has edited these, or they aren't ours. They stay as they are:\n{names}")


@click.command()
@click.argument("files", type=IN, nargs=-1, required=True)
@click.option("--out", type=IN, required=True, help="The list: a name that ends in .csv, .xlsx or .json.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True, help="Of the headers.")
@spoken
def collect(files: tuple[Path, ...], out: Path, lang: Lang) -> None:
    """Read filled sheets back into one list. FILES are DOCX as we, Word or LibreOffice save them, or folders of them."""
    kind = out.suffix.lower().removeprefix(".")
    if kind not in LISTS:
        raise click.UsageError(f"{out}: the name ends in one of .{', .'.join(LISTS)}")
    guide, found, missed = load(), [], 0
    every = [path for each in files for path in (sorted(each.glob("*.docx")) if each.is_dir() else [each])]
    every = [path for path in every if not path.name.startswith(("~$", "."))]
    with click.progressbar(every, label="Sheets", file=sys.stderr) as bar:
        notes = []
        for path in bar:
            try:
                got: Read = read(guide, _opened(path))
                found.append((path.name, got))
                notes += [f"{path}: {note}" for note in got.notes]
            except (Refused, OSError) as error:
                missed += 1
                notes.append(in_words(error) if isinstance(error, OSError) else f"{path}: {error}")
    for note in notes:
        click.echo(note, err=True)
    if not found:
        raise click.ClickException("No sheet could be read. Nothing was written.")
    whole(out, listed(guide, kind, found, lang))
    click.echo(f"{len(found)} read, {missed} not, {out}", err=True)
    if missed:
        raise click.exceptions.Exit(1)


@click.command()
@click.argument("last", type=IN, metavar="LAST.docx")
@OUT
@spoken
def carry(last: Path, out: Path) -> None:
    """Begin this month's report from last month's.

    Name, provider and author stay, what was to come next becomes the aim, and the month moves on by one.
    """
    guide = load()
    try:
        got = read(guide, _opened(last))
        values, month = carried(guide, got)
    except Refused as error:
        raise click.ClickException(f"{last}: {error}") from None
    whose = re.split(r"_\d{4}-\d\d_", last.stem)[-1]
    name = file_name(got.sheet, got.lang, month or "next", whose)
    with kept(out) as folder:
        done = folder.one(name, template(guide, got.sheet, got.lang).filled(values))
    if done == "edited":
        _edited([out / name])
    click.echo(f"{done}: {out / name}", err=True)
    if not month:
        click.echo("The month could not be read: write it in yourself.", err=True)
