"""`make bench`: what the explorer and my sheet weigh, and how long a tick takes with 100, 1,000 and 10,000 entries.

The entries are copies of the guide's own in the page as built; `script` is the narrowing itself, `painted` ends with
the frame that shows it.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = ["explore", "my-sheet", "collect"]
SHARED = ["dates", "date-field", "device", "fill", "sheet-form"]
ROUNDS = 20
# The list with `count` entries, copied, and the script started on it anew.
GROW = """async count => {
  const list = document.querySelector('.explorer-list');
  const own = [...list.children];
  while (list.children.length < count) list.append(...own.slice(0, count - list.children.length).map(each => each.cloneNode(true)));
  while (list.children.length > count) list.lastChild.remove();
  Teichaku.explorer.enhance(document.querySelector('[data-explorer]'));
}"""
TICK = """async at => {
  const boxes = document.querySelectorAll('.explorer-form input[type=checkbox]');
  const box = boxes[at % boxes.length];
  box.checked = !box.checked;
  const begun = performance.now();
  box.dispatchEvent(new Event('input', {bubbles: true}));
  const script = performance.now() - begun;
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return [script, performance.now() - begun];
}"""


def weight(names: list[str]) -> int:
    return sum(len(gzip.compress((ROOT / f"theme/js/{name}.js").read_bytes(), 9)) for name in names)


def main() -> None:
    print(
        f"Explorer, my sheet and collecting: {weight(OURS):,} bytes gzipped, beside {weight(SHARED):,} that other pages share"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for count in (100, 1_000, 10_000):
            page = browser.new_page()
            page.goto((ROOT / "site/explore.html").as_uri(), wait_until="load")
            page.evaluate(
                "document.querySelector('[data-explorer]').replaceWith(document.querySelector('[data-explorer]').cloneNode(true))"
            )
            page.evaluate(GROW, count)
            taken = [page.evaluate(TICK, number) for number in range(ROUNDS)]
            script, painted = (statistics.median(each) for each in zip(*taken, strict=True))
            print(
                f"  {count:>6,} entries: script {script:6.1f} ms, painted after {painted:6.1f} ms (medians of {ROUNDS})"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
