"""The office's commands: what they take from the command line, and what they say."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from datetime import date
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from content import spreadsheet
from content.base import LANGUAGES, Lang
from content.characters import visible
from content.console import in_words
from content.files import ContentError
from content.load import load
from content.models import Guide
from content.periods import DAY, last_day
from worksheets.catalogue import catalogue
from worksheets.made import among_sources
from worksheets.office.carry import Carrier
from worksheets.office.collect import collected
from worksheets.office.dues import calendar, dues, overview
from worksheets.office.dues import table as due_rows
from worksheets.office.fill import BY_ROUTE, Filler, all_fields
from worksheets.office.folder import Ended, Folder, Glance, file_name, folder, put_alone
from worksheets.office.inspection import Inspector, Record, by_person
from worksheets.office.inspection import table as inspection_rows
from worksheets.office.output import KINDS, ReadFile, said_problems, written
from worksheets.office.roster import Roster, Slip, known, roster
from worksheets.office.safety import contents
from worksheets.office.said import Refused, Say
from worksheets.office.summary import rounds, summary, together
from worksheets.office.tables import tables, xlsx_bytes

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
    if among_sources(path):
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
    if count := told(table, people.slips or filler.twice(), say):
        raise click.ClickException(say("slips", count=count))
    if check or out is None:
        click.echo(say("in-order", count=len(people.people)))
        return
    ended = write(filler, outside(out), say, dry_run)
    key = "would-fill" if dry_run else "filled"
    click.echo(say(key, where=str(out), count=ended["made"], left=ended["same"]))


def put(place: Folder | Glance, name: str, data: bytes, say: Say) -> Ended:
    """One file into its folder; it is said where it stays as it is. How it ended."""
    ended = place.put(name, data)
    if ended == "kept":
        click.echo(say("kept", name=name), err=True)
    return ended


def write(filler: Filler, out: Path, say: Say, dry_run: bool) -> Counter[Ended]:
    """Make all files, and say which were left alone; how many ended how."""
    ended: Counter[Ended] = Counter()
    kept: list[str] = []
    with nullcontext(Glance(out)) if dry_run else folder(out) as place:
        jobs = filler.jobs()
        with click.progressbar(
            jobs, length=len(filler.roster.people), label=say("filling"), file=sys.stderr, update_min_steps=200
        ) as bar:
            for job in bar:
                how = place.put(job.name, filler.bytes_of(job))
                ended[how] += 1
                if how == "kept":
                    kept.append(job.name)
    for name in kept:
        click.echo(say("kept", name=name), err=True)
    return ended


FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")


def sheets_in(paths: Iterable[Path]) -> list[Path]:
    """The DOCX among files and in folders, without what Word keeps beside an open file. Raises Refused for none."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.docx")) if path.is_dir() else [path]
        found += [each for each in inside if not each.name.startswith(("~$", "."))]
    if not found:
        raise Refused("no-files")
    return list(dict.fromkeys(found))


def read_all(guide: Guide, paths: list[Path], say: Say) -> list[ReadFile]:
    """What the files hold. What can't be read of one is said, and the others go on."""
    read = []
    with click.progressbar(paths, label=say("collecting"), file=sys.stderr, update_min_steps=50) as bar:
        for path in bar:
            try:
                read.append(ReadFile(path, collected(guide, contents(path))))
            except Refused as why:
                read.append(ReadFile(path, None, why))
            except OSError as error:
                read.append(ReadFile(path, None, Refused("system", said=in_words(error))))
    for each in read:
        for name, value, unread in said_problems(guide, each, say):
            where, words = str(each.path), visible(value, 40)
            key = "at-file" if not name else "field-at" if words else "field-at-empty"
            click.echo(say(key, where=where, name=visible(name, 40), words=words, said=unread), err=True)
    return read


@office.command()
@FILES
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="x.csv, x.xlsx or x.json.")
@LANG
@said_in_words
def collect(files: tuple[Path, ...], out: Path, lang: Lang) -> None:
    """Read filled sheets (files, or all in folders) back into a table.

    Exit codes: 0 all was read, 1 something wasn't (it is named, all else is written), 2 wrong call.
    """
    guide, say = load(), Say(lang)
    if out.suffix.lower() not in KINDS:
        raise click.UsageError(f"--out ends in one of {', '.join(KINDS)}")
    read = read_all(guide, sheets_in(files), say)
    put_alone(outside(out), written(guide, read, out.suffix.lower(), say))
    left = sum(each.found is None or bool(each.found.problems) for each in read)
    click.echo(say("collected", where=str(out), count=sum(each.found is not None for each in read), left=left))
    if left:
        sys.exit(1)


@office.command()
@FILES
@out_option("Folder for the next month's files.")
@click.option("--month", help="Month of the new sheets, as 2026-12; the one after each sheet's own unless named.")
@LANG
@click.option("--dry-run", is_flag=True, help="Say what would be made, write nothing.")
@said_in_words
def carry(files: tuple[Path, ...], out: Path, month: str | None, lang: Lang, dry_run: bool) -> None:
    """Begin next month's sheets from last month's: name, provider and so on, and what was to come as this month's aim.

    Each is in the languages of the one before it.

    Exit codes: 0 done, 1 something couldn't be read or carried over (it is named, all else is made), 2 wrong call.
    """
    guide, say = load(), Say(lang)
    read = read_all(guide, sheets_in(files), say)
    following = Carrier(guide, month_of(month) if month else None)
    ended: list[str] = []
    failed = sum(each.found is None for each in read)
    with nullcontext(Glance(out)) if dry_run else folder(outside(out)) as place:
        for each in (each for each in read if each.found):
            try:
                name, data = following.next(each)
            except Refused as why:
                failed += 1
                click.echo(say("at-file", where=str(each.path), said=say.why(why)), err=True)
                continue
            ended.append(put(place, name, data, say))
    key = "would-fill" if dry_run else "filled"
    click.echo(say(key, where=str(out), count=ended.count("made"), left=ended.count("same")))
    if failed:
        sys.exit(1)


@office.command()
@ROSTER
@out_option("Folder for the table (.csv), the calendar (.ics) and the overview (.docx).")
@click.option("--month", help="First month, as 2026-11; this one unless named.")
@click.option("--months", type=click.IntRange(1, 60), default=1, show_default=True, help="How many; 12 for a year.")
@click.option("--monthly/--no-monthly", default=True, help="With what comes every month (report, visit), or without.")
@LANG
@said_in_words
def schedule(table: Path, out: Path, month: str | None, months: int, monthly: bool, lang: Lang) -> None:
    """Who in ROSTER is due what and when: handover and renewals first, then day by day.

    Exit codes: 0 done, 1 something in the roster is to be mended and nothing was written, 2 wrong call.
    """
    guide, say = load(), Say(lang)
    people = people_of(guide, table, None, say)
    if count := told(table, people.slips, say):
        raise click.ClickException(say("slips", count=count))
    for person in (each for each in people.people if not each.milestones):
        words = say("at-row", where=str(table), row=person.row, name=visible(person.name, 30), said=say("no-days"))
        click.echo(words, err=True)
    start = month_of(month)
    end = last_day(start, months)
    found = dues(people.people, start, end, monthly=monthly)
    name = f"{start:%Y-%m}" if months == 1 else f"{start:%Y-%m}–{end:%Y-%m}"
    rows = due_rows(guide, found, say)
    made = {
        ".csv": spreadsheet.table(rows),
        ".ics": calendar(guide, found, say),
        ".docx": overview(guide, found, start, end, say),
    }
    with folder(outside(out)) as place:
        for suffix, data in made.items():
            put(place, file_name(say("overview"), name, suffix=suffix), data, say)
    for row in rows[1:]:
        click.echo("\t".join(visible(cell, 40) for cell in row[:5]))
    click.echo(say("scheduled", where=str(out), count=len(found), left=sum(due.urgent for due in found)), err=True)


@office.command("summary")
@FILES
@out_option("Folder for the pictures (.svg, .png), tables (.csv) and documents (.docx).")
@LANG
@said_in_words
def sum_up(files: tuple[Path, ...], out: Path, lang: Lang) -> None:
    """Draw a person's filled assessments and checks together, old and new, each picture with its table.

    Exit codes: 0 done, 1 something couldn't be read (it is named, all else is made), 2 wrong call.
    """
    guide, say = load(), Say(lang)
    read = read_all(guide, sheets_in(files), say)
    found = together(answers for each in read for answers in rounds(guide, each, lang))
    if not found:
        raise Refused("no-checks")
    with folder(outside(out)) as place:
        for person in found:
            for name, data in summary(guide, person, say).items():
                put(place, name, data, say)
    click.echo(say("summed", where=str(out), count=len({person[0].person for person in found})))
    if any(each.found is None for each in read):
        sys.exit(1)


@office.command("inspect")
@click.argument("place", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--roster", "table", type=click.Path(path_type=Path), help="Who must have records, besides whom the sheets name."
)
@click.option("--month", help="Month that must be complete, as 2026-10; the last one unless named.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Also write it all, as x.csv or x.xlsx.")
@LANG
@said_in_words
def look_through(place: Path, table: Path | None, month: str | None, out: Path | None, lang: Lang) -> None:
    """What FOLDER holds for each person against the inspection list: missing, field empty, past its date.

    Exit codes: 0 nothing is lacking, 1 something is, or couldn't be read, 2 wrong call.
    """
    guide, say = load(), Say(lang)
    if out and out.suffix.lower() not in (".csv", ".xlsx"):
        raise click.UsageError("--out ends in .csv or .xlsx")
    names = [person.name for person in people_of(guide, table, None, say).people] if table else []
    files = read_all(guide, sheets_in([place]), say)
    last = date.today().replace(day=1) - DAY
    inspector = Inspector(guide, say, month_of(month or f"{last:%Y-%m}"), date.today())
    found: list[Record] = []
    everyone = by_person(files, names, say("unnamed"))
    for person, own in everyone.items():
        found += inspector.records(person, own)
    rows = inspection_rows(found, say)
    if out:
        data = spreadsheet.table(rows) if out.suffix.lower() == ".csv" else xlsx_bytes({say("overview"): rows})
        put_alone(outside(out), data)
    lacking = [each for each in found if each.state in ("missing", "incomplete", "past")]
    for row in inspection_rows(lacking, say)[1:]:
        click.echo("\t".join(visible(cell, 60) for cell in row[:4]).rstrip())
    states = [each.state for each in lacking]
    counts = {"left": states.count("missing"), "number": states.count("incomplete"), "total": states.count("past")}
    click.echo(say("inspected", count=len(everyone), **counts), err=True)
    if lacking or any(each.found is None for each in files):
        sys.exit(1)
