"""Who does what when: a chart that is a table, and the same as a list in order."""

from content.load import find
from content.models import Cell, Guide, Lang, Row, Stage, Timeline
from macros.render import render


def spans(timeline: Timeline, row: Row) -> list[tuple[int, Cell | None]]:
    """A row as (columns covered, cell or None for a gap), left to right, whole."""
    found: list[tuple[int, Cell | None]] = []
    free = 0
    for cell in row.cells:
        first, last = timeline.place(cell)
        if first > free:
            found.append((first - free, None))
        found.append((last - first + 1, cell))
        free = last + 1
    if free < len(timeline.stages):
        found.append((len(timeline.stages) - free, None))
    return found


def by_stage(timeline: Timeline) -> list[tuple[Stage, list[tuple[Row, Cell]]]]:
    """What begins at each stage, in order; stages at which nothing begins are left out."""
    listed = [
        (stage, [(row, cell) for row in timeline.rows for cell in row.cells if cell.start == stage.id])
        for stage in timeline.stages
    ]
    return [(stage, cells) for stage, cells in listed if cells]


def timeline(guide: Guide, lang: Lang, id: str) -> str:
    """A timeline as a table with one row an actor, and as a list one press away. Whole without scripts."""
    chart = find(guide.timelines, id, "timeline")
    rows = [(row, spans(chart, row)) for row in chart.rows]
    stages = {stage.id: stage for stage in chart.stages}
    return render(guide, lang, "timeline", timeline=chart, rows=rows, stages=stages, ordered=by_stage(chart))
