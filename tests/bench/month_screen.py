"""`make bench-month`, in the browser: one caseworker's reports and visit records of twenty people, on their pages in Chromium
as a person would, by keys and clicks; with last month's files to go on from, and from blank sheets.

Keys are pressed one by one without a pause: what is timed is the pages. What a person takes is told by the keys that must
be pressed, at KEYS a second, which is no typist's pace.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from content.load import load  # noqa: E402
from worksheets.boxes import copies  # noqa: E402
from worksheets.catalogue import catalogue  # noqa: E402
from worksheets.office.collect import collected  # noqa: E402
from worksheets.office.fill import Filler, all_fields  # noqa: E402
from worksheets.office.forms import fields  # noqa: E402
from worksheets.office.roster import roster  # noqa: E402
from worksheets.office.segments import Template, Value  # noqa: E402
from worksheets.office.tables import tables  # noqa: E402
from worksheets.writer.document import document_bytes  # noqa: E402

SAMPLE = ROOT / "worksheets/office/sample.csv"
MONTH, NEXT = date(2026, 11, 1), "週1回の電話を続ける"
KEYS = 2.0  # a second: somebody who writes Japanese, choosing its letters
# What is written anew every month, with last month's file at hand or without.
ANEW = {
    "support-report": {"result": "休まず通えた", "next-support": NEXT, "contact-1-time": "10:00〜10:30"},
    "workplace-visit": {"visited-on": "2026-11-16"},
}
ASSESSED = "retention-assessment-person"
GOES_ON = {"support-report": "goal", "workplace-visit": "name"}  # stands there once the next is begun


class Hand:
    """What types and clicks, and what that takes by step."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seconds: Counter[str] = Counter()
        self.keys = self.clicks = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time for a step."""
        begun = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - begun

    def write(self, values: dict[str, str]) -> None:
        """Words into fields: a click, then key by key; a day is typed too."""
        for tag, words in values.items():
            field = self.page.locator(f"textarea[data-tag='{tag}'], [data-date-field='{tag}'] input[type=text]").first
            field.click()
            field.press_sequentially(words)
            self.clicks, self.keys = self.clicks + 1, self.keys + len(words)

    def click(self, selector: str) -> None:
        """One button."""
        self.page.locator(selector).first.click()
        self.clicks += 1

    def save(self, path: Path) -> None:
        """The Word file, kept where a person would keep it."""
        with self.page.expect_download() as made:
            self.click("[data-take=docx]")
        made.value.save_as(path)


def opened(hand: Hand, sheet: str) -> None:
    """The sheet's page."""
    hand.page.goto(f"{(ROOT / 'site').as_uri()}/fill-{sheet}.html", wait_until="load")
    hand.page.wait_for_selector(".sheet-form form:not([inert])")


def typed(values: dict[str, Value]) -> dict[str, str]:
    """What has to be typed to have the same on a blank sheet."""
    return {tag: value for tag, value in values.items() if isinstance(value, str)}


def month(hand: Hand, sheet: str, place: Path, people: dict[str, bytes], *, blank: bool) -> None:
    """One sheet for everybody: begun from last month's file, or typed whole."""
    for name, last in people.items():
        before = collected(load(), last).values
        with hand.step("pages opened"):
            opened(hand, sheet)
        if blank:
            with hand.step("written"):
                hand.write(
                    {**{tag: words for tag, words in typed(before).items() if tag not in ANEW[sheet]}, **ANEW[sheet]}
                )
        else:
            with hand.step("last month's opened"):
                hand.page.set_input_files(
                    "[data-sheet-open] input[type=file]", {"name": name, "mimeType": "", "buffer": last}
                )
                hand.page.locator(".sheet-form-opened", has_text="を開きました").wait_for()
                hand.clicks += 2  # the button and the file
            with hand.step("the next begun"):
                hand.click("[data-next]")
                hand.page.locator(".sheet-form-opened", has_text="次の様式になりました").wait_for()
            with hand.step("written"):
                hand.write(ANEW[sheet])
        with hand.step("saved"):
            hand.save(place / name)
        found = collected(load(), (place / name).read_bytes())
        assert not found.problems, found.problems
        assert found.values["name"] == before["name"]
        assert GOES_ON[sheet] in found.values
        assert ANEW[sheet].items() <= found.values.items()


def radars(hand: Hand, names: list[str]) -> None:
    """Then and now of everybody's assessment in one radar."""
    items = [field.id for field in fields(load(), ASSESSED) if field.kind == "dropdown"]
    for name in names:
        files = [
            _whole(ASSESSED, {"name": name, "assessed-on": day, **dict.fromkeys(items, code)})
            for day, code in (("2026-05-01", "2"), ("2026-11-01", "3"))
        ]
        with hand.step("radars of then and now drawn"):
            opened(hand, ASSESSED)
            chosen = [{"name": f"{at}.docx", "mimeType": "", "buffer": data} for at, data in enumerate(files)]
            hand.page.set_input_files("[data-sheet-then] input[type=file]", chosen)
            hand.page.locator("[data-sheet-then] tbody tr").last.wait_for()
            hand.clicks += 3  # the button and the files
        assert hand.page.locator("[data-radar] [data-then]").count() == 2


def last_month(sheet: str) -> dict[str, bytes]:
    """The twenty people's files of the month before, as `fill` makes them and a caseworker has ended them."""
    guide = load()
    found = roster(guide, tables(SAMPLE), all_fields(guide, sheet))
    filler = Filler(guide, sheet, "ja", MONTH, found)
    made = {}
    for job in filler.jobs():
        more = {"goal": "休まず通う", "next-support": NEXT} if sheet == "support-report" else {}
        words = {**job.values, **more}
        made[job.name] = _whole(sheet, words)
    return made


def _whole(sheet: str, values: dict[str, Value]) -> bytes:
    """A sheet that holds all of this."""
    guide = load()
    blank = document_bytes(guide, ("ja",), catalogue(guide)[sheet])
    return Template(blank, values, copies(guide, catalogue(guide)[sheet])).filled(values)


def main() -> None:
    """Both ways, and what lies between them."""
    files = {sheet: last_month(sheet) for sheet in ANEW}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for blank in (False, True):
            hand = Hand(browser.new_page())
            for sheet, people in files.items():
                month(hand, sheet, Path(folder), people, blank=blank)
            if not blank:
                radars(hand, [str(collected(load(), data).values["name"]) for data in files["support-report"].values()])
            hand.page.close()
            steps = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in hand.seconds.items())
            which = "blank sheets" if blank else "begun from last month's"
            print(f"in the browser, {sum(map(len, files.values()))} sheets, {which}: {steps}")
            hours = (hand.keys / KEYS + hand.clicks * 2) / 60
            print(
                f"  {hand.keys} keys, {hand.clicks} clicks; at {KEYS:g} keys a second and 2 s a click {hours:.0f} min by hand"
            )
        browser.close()


if __name__ == "__main__":
    main()
