"""`make bench`: what the explorer and my sheet weigh, and how long a tick takes with 100, 1,000 and 10,000 entries.

The entries are copies of the guide's own in the page as built; `script` is the narrowing itself, `painted` ends with
the frame that shows it.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Route, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from conftest import features, served, weight  # noqa: E402

ROUNDS = 20
# The list with as many entries, copied, before the script sees it.
GROW = """(count => {
  const list = document.querySelector('.explorer-list');
  const own = [...list.children];
  while (list.children.length < count)
    list.append(...own.slice(0, count - list.children.length).map(each => each.cloneNode(true)));
  while (list.children.length > count) list.lastChild.remove();
})(%s);
"""
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


def script(route: Route, grown: str) -> str:
    """What is asked for as it is served; in place of the explorer's own, `grown`."""
    served_as = (ROOT / "site/js" / Path(route.request.url).name).read_text("utf-8")
    return grown if "explorer-list" in served_as else served_as


def main() -> None:
    own = features()["data-explorer"]
    shared = {*features()["data-date-field="], *features()["data-sheet-form="]} - {*own}
    print(
        f"Explorer and my sheet: {weight(*served(own)):,} bytes gzipped, beside {weight(*served(shared)):,} that other pages share"
    )
    narrowing = "\n".join(path.read_text("utf-8") for path in served(name for name in own if name != "my-sheet"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for count in (100, 1_000, 10_000):
            page = browser.new_page()
            grown = GROW % count + narrowing
            page.route("**/js/page-*.js", lambda route, *_, grown=grown: route.fulfill(body=script(route, grown)))
            page.goto((ROOT / "site/explore.html").as_uri(), wait_until="load")
            assert page.locator(".explorer-list > *").count() == count
            taken = [page.evaluate(TICK, number) for number in range(ROUNDS)]
            ticked, painted = (statistics.median(each) for each in zip(*taken, strict=True))
            print(
                f"  {count:>6,} entries: script {ticked:6.1f} ms, painted after {painted:6.1f} ms (medians of {ROUNDS})"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
