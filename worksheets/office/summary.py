"""What several filled check sheets say together: one person's assessments as a radar, their checks as a profile, each with its table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from content import spreadsheet
from content.base import Lang
from content.checklists import Checklist, ItemGroup
from content.days import day as in_words
from content.load import find
from content.models import Guide
from worksheets.catalogue import catalogue
from worksheets.models import ChecklistField
from worksheets.office.carry import label_of
from worksheets.office.charts import Series, profile_png, profile_svg, radar_png, radar_svg
from worksheets.office.folder import file_name
from worksheets.office.forms import folded
from worksheets.office.output import ReadFile
from worksheets.office.paper import Line, Picture, Rows, document
from worksheets.office.said import Say

MOST = 4  # answers in one picture: beyond, lines and marks come round again
NOT_SEEN = "―"  # the answer that is none
DAYS = ("assessed-on", "first-on", "second-on")


@dataclass(frozen=True)
class Answers:
    """One round of one sheet: whose, by whom, on which day, and the answers by item, as codes."""

    person: str
    label: str
    by: str
    day: str
    checklist: str
    codes: dict[str, str]
    means: bool

    def name(self, lang: Lang) -> str:
        """What the series is called: by whom, and when."""
        try:
            when = in_words(date.fromisoformat(self.day), lang)
        except ValueError:
            when = self.day
        return " ".join(each for each in (self.by, when) if each)


def rounds(guide: Guide, read: ReadFile, lang: Lang) -> list[Answers]:
    """The rounds of a file that have answers; none for sheets without a checklist."""
    if read.found is None:
        return []
    sheet, values = catalogue(guide)[read.found.sheet], read.found.values
    made = []
    for field in (field for section in sheet.sections for field in section.fields if isinstance(field, ChecklistField)):
        for turn in field.rounds:
            end = f"-{turn.id}"
            codes = {tag.removesuffix(end): str(code) for tag, code in values.items() if tag.endswith(end)}
            several = len(field.rounds) > 1
            days = (f"{turn.id}-on",) if several else DAYS
            day = next((str(values[tag]) for tag in days if tag in values), "")
            by = turn.name[lang] if several else sheet.edition_name[lang] if sheet.edition_name else ""
            items = {item.id for group in _list(guide, field.checklist).groups for item in group.items}
            codes = {item: code for item, code in codes.items() if item in items}
            if codes:
                who = str(values.get("name", ""))
                made.append(Answers(who, label_of(read.path), by, day, field.checklist, codes, field.means))
    return made


def _list(guide: Guide, id: str) -> Checklist:
    found: Checklist = find(guide.checklists, id, "checklist")
    return found


def mean(group: ItemGroup, codes: dict[str, str]) -> float | None:
    """The mean of an element's answers, or None where fewer than half of its items are answered with a number."""
    numbers = [int(code) for item in group.items if (code := codes.get(item.id, "")).isdigit()]
    return sum(numbers) / len(numbers) if numbers and len(numbers) * 2 >= len(group.items) else None


def together(all_rounds: Iterable[Answers]) -> list[list[Answers]]:
    """One person's rounds of one checklist, the oldest first."""
    found: dict[tuple[str, str], list[Answers]] = {}
    for each in all_rounds:
        found.setdefault((folded(each.person) or each.label, each.checklist), []).append(each)
    return [sorted(rounds, key=lambda each: each.day) for rounds in found.values()]


def summary(guide: Guide, answers: Sequence[Answers], say: Say) -> dict[str, bytes]:
    """One person's files by name: pictures (SVG, PNG), the table (CSV), and all of it (DOCX). The last four rounds are drawn."""
    checklist = _list(guide, answers[0].checklist)
    drawn = list(answers[-MOST:])
    title = checklist.title[say.lang]
    alt = say("drawn", title=title, names=", ".join(each.name(say.lang) for each in drawn))
    if answers[0].means:
        series = [
            Series(each.name(say.lang), tuple(mean(group, each.codes) for group in checklist.groups)) for each in drawn
        ]
        svg, png, share = radar_svg(checklist, say.lang, series, alt), radar_png(say.lang, series), 0.62
    else:
        steps = {grade.code: float(step) for step, grade in enumerate(checklist.scale) if grade.code != NOT_SEEN}
        items = [item for group in checklist.groups for item in group.items]
        series = [
            Series(each.name(say.lang), tuple(steps.get(each.codes.get(item.id, "")) for item in items))
            for each in drawn
        ]
        svg, png, share = profile_svg(checklist, say.lang, series, alt), profile_png(checklist, say.lang, series), 1.0
    heads, rows = table(checklist, answers, say)
    shares = (12, *(3 for _ in answers))
    person = answers[-1].person
    body: list[Line | Picture | Rows] = [
        Line(say("whose", name=person), "Note"),
        Picture(png, alt, share),
        Rows(heads, rows, shares, "Small"),
    ]
    name = [say("summary"), title, answers[-1].label]
    return {
        file_name(*name, suffix=".svg"): svg.encode(),
        file_name(*name, suffix=".png"): png,
        file_name(*name, suffix=".csv"): spreadsheet.table([heads, *rows]),
        file_name(*name): document(title, body, say.lang),
    }


def table(checklist: Checklist, answers: Sequence[Answers], say: Say) -> tuple[list[str], list[list[str]]]:
    """A head and rows: each element with its means, then its items with their answers."""
    heads = [say("head-item"), *(each.name(say.lang) for each in answers)]
    rows = []
    for number, group in enumerate(checklist.groups, 1):
        means = [mean(group, each.codes) for each in answers]
        shown = (
            [f"{value:.1f}" if value is not None else "" for value in means] if answers[0].means else [""] * len(means)
        )
        rows.append([f"{number}. {group.name[say.lang]}", *shown])
        for item in group.items:
            name = f"　{checklist.numbers[item.id]}. {item.text[say.lang]}"
            rows.append([name, *(each.codes.get(item.id, "") for each in answers)])
    return heads, rows
