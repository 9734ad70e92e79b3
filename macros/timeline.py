"""Who does what when: a chart that is a table, and the same as a list in order. js/timeline.js makes it interactive."""

from content.base import Lang
from content.load import find
from content.models import Guide
from content.timelines import Cell, Stage, Timeline, TimelineRow
from macros.dates import reckoned
from macros.render import render


def spans(timeline: Timeline, row: TimelineRow) -> list[tuple[int, int, Cell | None]]:
    """A row as (first column, last column, cell or None for a gap), left to right, whole; columns count from 0."""
    found: list[tuple[int, int, Cell | None]] = []
    free = 0
    for cell in row.cells:
        first, last = timeline.place(cell)
        if first > free:
            found.append((free, first - 1, None))
        found.append((first, last, cell))
        free = last + 1
    if free < len(timeline.stages):
        found.append((free, len(timeline.stages) - 1, None))
    return found


def by_stage(timeline: Timeline) -> list[tuple[Stage, list[tuple[TimelineRow, Cell]]]]:
    """What begins at each stage, in order; stages at which nothing begins are left out."""
    listed = [
        (stage, [(row, cell) for row in timeline.rows for cell in row.cells if cell.start == stage.id])
        for stage in timeline.stages
    ]
    return [(stage, cells) for stage, cells in listed if cells]


def timeline(guide: Guide, lang: Lang, id: str) -> str:
    """A timeline as a table with one row an actor, and as a list one press away. Whole without scripts."""
    chart = find(guide.timelines, id, "timeline")
    route = find(guide.routes, chart.route, "route") if chart.route else None
    for stage in chart.stages:
        if stage.rule:
            find(route.rules if route else (), stage.rule, "rule")
    return render(
        guide,
        lang,
        "timeline",
        timeline=chart,
        rows=[(row, spans(chart, row)) for row in chart.rows],
        stages={stage.id: stage for stage in chart.stages},
        ordered=by_stage(chart),
        route=route,
        rules=reckoned(route) if route else None,
        dates=guide.ui["dates"],
    )
