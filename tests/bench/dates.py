"""`make bench`: what our dates and timelines weigh, and how soon a typed date is painted, beside timeline libraries.

All are driven in turn in one run of one browser, drawing the same milestones; read the ratios, not the milliseconds.
"""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import sys
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from conftest import features, served, weight  # noqa: E402
from content.load import load  # noqa: E402
from content.milestones import milestones  # noqa: E402

ROUNDS = 30
OURS = {
    "timeline": ["data-timeline="],
    "calculator with its dates": ["data-date-field=", "data-calculator"],
    "type finder, claim check": ["data-inquiry="],
}
LIBRARIES = {
    "vis-timeline": ["vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"],
    "frappe-gantt": ["frappe-gantt/dist/frappe-gantt.umd.js", "frappe-gantt/dist/frappe-gantt.css"],
}
# From the change to the frame after it is painted.
PAINTED = """async act => {
  const begun = performance.now();
  (0, eval)(act)();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""
ENTER = """() => {
  const field = document.getElementById('calculator-standard-hired');
  field.value = '%s';
  field.dispatchEvent(new Event('change', {bubbles: true}));
}"""
VIS = """() => {
  window.drawn?.destroy();
  window.drawn = new vis.Timeline(document.getElementById('chart'), new vis.DataSet(%s), {});
}"""
FRAPPE = "() => { document.getElementById('chart').innerHTML = ''; new Gantt('#chart', %s, {view_mode: 'Month'}); }"


def chart(first: date) -> list[dict[str, str]]:
    """The same milestones for every library, without the monthly ones."""
    route = load().routes[0]
    found = milestones(route, {route.papers[0].id: first})
    return [
        {
            "id": f"{rule.id}-{index}",
            "content": rule.name.ja,
            "name": rule.name.ja,
            "start": days[0].isoformat(),
            "end": days[1].isoformat(),
        }
        for rule in route.rules
        if rule.part != "rhythm"
        for index, days in enumerate(found[rule.id])
    ]


def library(page: Page, names: list[str]) -> None:
    page.set_content('<div id="chart"></div>')
    for name in names:
        path = ROOT / "node_modules" / name
        page.add_style_tag(path=path) if name.endswith(".css") else page.add_script_tag(path=path)


def main() -> None:
    print("Weight, gzipped:")
    for name, markup in OURS.items():
        scripts = {script for each in markup for script in features()[each]}
        print(f"  {name:<28}{weight(*served(scripts)):>9,} bytes")
    for name, files in LIBRARIES.items():
        zipped = sum(len(gzip.compress((ROOT / "node_modules" / each).read_bytes(), 9)) for each in files)
        print(f"  {name:<28}{zipped:>9,} bytes")

    taken: dict[str, list[float]] = {"ours": [], **{name: [] for name in LIBRARIES}}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        pages = {name: browser.new_page() for name in taken}
        pages["ours"].goto((ROOT / "site/calculator.html").as_uri(), wait_until="load")
        for name, files in LIBRARIES.items():
            library(pages[name], files)
        for number in range(ROUNDS):
            first = date(2024 + number % 8, 1 + number % 12, 1 + number % 28)
            items = json.dumps(chart(first))
            acts = {"ours": ENTER % first.isoformat(), "vis-timeline": VIS % items, "frappe-gantt": FRAPPE % items}
            for name, act in acts.items():
                pages[name].bring_to_front()
                taken[name].append(pages[name].evaluate(PAINTED, act))
        browser.close()
    ours = statistics.median(taken["ours"])
    print(f"From a date to its painted result, median of {ROUNDS}:")
    for name, times in taken.items():
        median = statistics.median(times)
        print(f"  {name:<28}{median:>9.1f} ms   {median / ours:.1f} × ours   (slowest {max(times):.1f})")


if __name__ == "__main__":
    main()
