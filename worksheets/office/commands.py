"""The office's commands: what they take from the command line, and what they say."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from content.base import LANGUAGES, Lang
from content.characters import visible
from content.console import in_words
from content.files import HOUSE, ContentError
from content.load import load
from content.models import Guide
from worksheets.catalogue import catalogue
from worksheets.office.fill import BY_ROUTE, Filler, all_fields, twice
from worksheets.office.folder import folder
from worksheets.office.roster import Roster, Slip, known, roster
from worksheets.office.said import Refused, Say
from worksheets.office.tables import tables

ROOMS = ("content", "docs", "macros", "publish", "search", "tests", "theme", "worksheets")
Command = TypeVar("Command", bound=Callable[..., Any])

LANG = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True, help="Of what is written and said."
)
ROSTER = click.argument("table", type=click.Path(path_type=Path), metavar="ROSTER")


def out_option(what: str) -> Callable[[Command], Command]:
    """Where to write."""
    return click.option("--out", type=click.Path(path_type=Path), required=True, help=what)


def said_in_words(command: Callable[..., None]) -> Callable[..., None]:
    """Whatever goes wrong ends in words and exit code 1."""

    @wraps(command)
    def run(**given: Any) -> None:
        say = Say(given.get("lang", "ja"))
        try:
            command(**given)
        except Refused as refused:
            raise click.ClickException(say.why(refused)) from None
        except ContentError as error:
            raise click.ClickException(f"\n{error}") from None
        except OSError as error:
            raise click.ClickException(in_words(error)) from None

    return run


def sheet_id(guide: Guide, name: str) -> str:
    """A sheet's id, or "schedule". Raises click's usage error with the nearest."""
    every = [*catalogue(guide), BY_ROUTE]
    if name not in every:
        close = get_close_matches(name, every, n=1)
        hint = f' Did you mean "{close[0]}"?' if close else ""
        raise click.UsageError(f'there is no sheet "{name}".{hint} build_worksheets.py --list shows all.')
    return name


def month_of(text: str | None) -> date:
    """The first day of a month written as 2026-11; of this month where none is given."""
    try:
        return date.fromisoformat(f"{text}-01") if text else date.today().replace(day=1)
    except ValueError:
        raise click.UsageError(f'"{text}" is no month: write it as 2026-11') from None


def outside(path: Path) -> Path:
    """The path, if it isn't among the guide's own sources."""
    if any(path.resolve().is_relative_to(HOUSE / room) for room in ROOMS):
        raise click.UsageError(f"{path} is a folder of the guide's own sources: take another with --out")
    return path


def people_of(guide: Guide, table: Path, sheet: str | None, say: Say) -> Roster:
    """The roster of a file; its name stands before whatever is refused."""
    fields = all_fields(guide, sheet) if sheet else ()
    try:
        found = roster(guide, tables(table), fields)
        if not found.people:
            raise Refused("nobody")
    except Refused as refused:
        raise Refused("at-file", where=str(table), said=say.why(refused)) from None
    for name, nearest in found.unknown.items():
        hint = say("nearest", name=nearest) if nearest else ""
        click.echo(f"{table}: {say('unknown-column', name=visible(name, 30))} {hint}".rstrip(), err=True)
    return found


def told(table: Path, slips: Iterable[Slip], say: Say) -> int:
    """Say every slip of a roster; how many there are."""
    count = 0
    for count, slip in enumerate(slips, 1):  # noqa: B007
        key, words = ("at", visible(slip.value, 40)) if slip.value else ("at-row", "")
        where, name = str(table), visible(slip.column, 30)
        click.echo(say(key, where=where, row=slip.row, name=name, words=words, said=say.why(slip.why)), err=True)
    return count


@click.group(help="What an office does with the sheets: fill in, read back, plan.")
def office() -> None:
    """The office's commands."""


def columns(guide: Guide, sheet: str, say: Say) -> None:
    """List what a roster may hold."""
    title = catalogue(guide)[sheet].title[say.lang] if sheet != BY_ROUTE else sheet
    click.echo(say("columns-of", title=title))
    click.echo(f"\n{say('columns-shared')}")
    for column in known().columns:
        click.echo(f"  {column.id}\t{', '.join((*column.names.ja, *column.names.en))}")
    click.echo(f"\n{say('columns-own')}")
    for field in all_fields(guide, sheet):
        click.echo(f"  {field.id}\t{', '.join(dict.fromkeys((field.name('ja'), field.name('en'))))}")


@office.command()
@click.argument("table", type=click.Path(path_type=Path), metavar="ROSTER", required=False)
@click.option("--sheet", required=True, help='Id of a sheet, or "schedule" for that of each person\'s route.')
@click.option("--out", type=click.Path(path_type=Path), help="Folder for the files.")
@click.option("--month", help="Month that is worked on, as 2026-11; this one unless named.")
@LANG
@click.option("--check", is_flag=True, help="Say what is wrong with the roster, write nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, write nothing.")
@click.option("--columns", "listed", is_flag=True, help="List the columns that a roster may have.")
@said_in_words
def fill(
    table: Path | None,
    sheet: str,
    out: Path | None,
    month: str | None,
    lang: Lang,
    check: bool,
    dry_run: bool,
    listed: bool,
) -> None:
    """Fill a sheet in for everybody in ROSTER (CSV or XLSX): one DOCX a person.

    Run it again after a stop, or with a changed roster: what is there already stays, what somebody has changed is never
    replaced. Exit codes: 0 done, 1 something is to be mended and nothing was written, 2 wrong call.
    """
    guide, say = load(), Say(lang)
    sheet_id(guide, sheet)
    if listed:
        columns(guide, sheet, say)
        return
    if table is None or (out is None and not check):
        raise click.UsageError("name the ROSTER, and a folder with --out (or --check, or --columns)")
    people = people_of(guide, table, sheet, say)
    filler = Filler(guide, sheet, lang, month_of(month), people)
    if count := told(table, people.slips or twice(filler.jobs()), say):
        raise click.ClickException(say("slips", count=count))
    if check or out is None:
        click.echo(say("in-order", count=len(people.people)))
        return
    ended = write(filler, outside(out), say, dry_run)
    key = "would-fill" if dry_run else "filled"
    click.echo(say(key, where=str(out), count=ended.count("made"), left=ended.count("same")))


def write(filler: Filler, out: Path, say: Say, dry_run: bool) -> list[str]:
    """Make all files, and say which were left alone; how each ended."""
    ended: list[str] = []
    kept: list[str] = []
    if dry_run and not out.exists():
        return ["made"] * len(filler.roster.people)
    with folder(out) as place:
        jobs = filler.jobs()
        with click.progressbar(
            jobs, length=len(filler.roster.people), label=say("filling"), file=sys.stderr, update_min_steps=200
        ) as bar:
            for job in bar:
                ended.append(place.put(job.name, filler.bytes_of(job), write=not dry_run))
                if ended[-1] == "kept":
                    kept.append(job.name)
    for name in kept:
        click.echo(say("kept", name=name), err=True)
    return ended
