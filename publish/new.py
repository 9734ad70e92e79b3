"""Begins a page, a worksheet or an answer, in both languages and with its entries in the data:

python -m publish.new page ID JA EN [--after PAGE] | worksheet ID JA EN --page PAGE | answer ID JA EN --topic TOPIC

JA and EN: its title, or its question. What begins is a draft: the checks pass, `make check` names it, and no site is made
while it stands. Exit codes: 0 begun, 1 not, with nothing changed, 2 wrong words on the command line.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from string import Template

from content import load as door
from content.base import BESIDE, JAPANESE, nearest
from content.console import told, utf8
from content.docs import CONFIGS
from content.files import HOUSE, ContentError
from content.style import slips
from worksheets.catalogue import OFFICE, catalogue

BLANK = Path(__file__).parent / "blank"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 38  # letters of an id: a sheet's names what Word bookmarks
MADE = (OFFICE, "sheet-", "fill-")  # how names begin that something else has
DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")  # what Windows lets no file be called
SAYS = "begun on {today}: write it, have it read, then take this line out"
MARKUP = re.compile(r"[{}<>\[\]*_`#|\\\n]")
LOOK_AGAIN = timedelta(days=180)
Change = tuple[Path, str]  # a file and what it is to hold

NEXT = {
    "page": "Write docs/ja/{id}.md and docs/en/{id}.md, its box in pages.yml and its sentences in short.yml.",
    "worksheet": "Write worksheets/{id}.yml, then: make pictures, and look at every page.",
    "answer": "Write its entry in content/data/answers/{topic}.yml, from an official text.",
}


def named(id: str, taken: Sequence[str]) -> None:
    """Raises ContentError where something can't be called `id`."""
    if not ID.fullmatch(id) or len(id) > LONGEST:
        raise ContentError(
            f"{id!r}: an id is small letters, digits and single hyphens, such as night-work, {LONGEST} at most"
        )
    if id.startswith(MADE) or DEVICES.fullmatch(id):
        raise ContentError(f'"{id}" is a name that the guide or the system uses itself: choose another')
    if id in taken:
        raise ContentError(f'"{id}" is there already: choose another id, or change what is there')


def worded(ja: str, en: str) -> None:
    """Raises ContentError where a title or question is none."""
    for key, words in (("JA", ja), ("EN", en)):
        if words != words.strip() or not words or MARKUP.search(words):
            raise ContentError(
                f"{key}={words!r}: write it as plain words, without {{}} <> [] * _ ` # | and spaces around"
            )
    if not re.search(JAPANESE, ja):
        raise ContentError(f"JA={ja!r} holds no Japanese: write the Japanese words there")
    if found := re.search(JAPANESE, BESIDE.sub("", en)):
        raise ContentError(f"EN={en!r} holds Japanese ({found[0]}): write the English words there")


def filled(name: str, id: str, ja: str, en: str) -> str:
    """A starter with its words; texts are quoted as JSON, which YAML reads alike."""
    today = date.today()
    words = {
        "ja_quoted": ja,
        "ja_who": f"{ja} だれに聞く",
        "ja_when": f"{ja} いつ",
        "ja_how": f"{ja} どうする",
        "en_quoted": en,
        "en_who": f"{en} who to ask",
        "en_when": f"{en} when",
        "en_how": f"{en} what to do",
        "draft": SAYS.format(today=today),
    }
    quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in words.items()}
    plain = {"id": id, "ja": ja, "en": en, "today": str(today), "later": str(today + LOOK_AGAIN)}
    return Template((BLANK / name).read_text("utf-8")).substitute(quoted, **plain)


def appended(path: Path, more: str) -> Change:
    """A file with something at its end."""
    text = path.read_text("utf-8")
    return path, text + ("" if text.endswith("\n") else "\n") + more


def in_menu(config: Path, after: str, id: str) -> Change:
    """A configuration with a line for page `id` after another's. Raises ContentError where that has none."""
    text = config.read_text("utf-8")
    line = re.search(rf"^( *- )(?:[^:\n]+: )?{re.escape(after)}\.md\n", text, re.MULTILINE)
    if not line:
        known = re.findall(r"^ *- (?:[^:\n]+: )?([a-z0-9-]+)\.md$", text, re.MULTILINE)
        raise ContentError(nearest(after, known, "page"))
    return config, f"{text[: line.end()]}{line[1]}{id}.md\n{text[line.end() :]}"


def page(id: str, ja: str, en: str, after: str = "") -> list[Change]:
    """Both pages, their entry and two sentences, and a line in both menus: after page `after`, else at the end."""
    named(id, [each.id for each in door.load().pages])
    data = HOUSE / "content/data"
    after = after or re.findall(r"([a-z0-9-]+)\.md$", (HOUSE / CONFIGS["ja"]).read_text("utf-8"), re.MULTILINE)[-1]
    return [
        *((HOUSE / f"docs/{lang}/{id}.md", filled(f"page.{lang}.md", id, ja, en)) for lang in CONFIGS),
        *(appended(data / name, filled(name, id, ja, en)) for name in ("pages.yml", "short.yml")),
        *(in_menu(HOUSE / name, after, id) for name in CONFIGS.values()),
    ]


def with_sheet(path: Path, page: str, id: str) -> Change:
    """pages.yml with a sheet more in the box of `page`. Raises ContentError where there is no such page."""
    text = path.read_text("utf-8")
    entry = re.search(rf"^- id: {re.escape(page)}\n(?:  .*\n)+", text, re.MULTILINE)
    if not entry:
        raise ContentError(nearest(page, [each.id for each in door.load().pages], "page"))
    more, found = re.subn(r"^(  sheets: \[.*)\]$", rf"\1, {id}]", entry[0], flags=re.MULTILINE)
    if not found:
        more = re.sub(r"^  sources:", f"  sheets: [{id}]\n  sources:", entry[0], count=1, flags=re.MULTILINE)
    return path, text[: entry.start()] + more + text[entry.end() :]


def worksheet(id: str, ja: str, en: str, page: str) -> list[Change]:
    """One sheet, named by the page that uses it; its own page, card and files follow from it."""
    every = catalogue(door.load())
    named(id, [*every, *(sheet.of for sheet in every.values())])
    titles = [each for sheet in every.values() for each in (sheet.title.ja, sheet.title.en)]
    if twice := next((each for each in (ja, en) if each in titles), ""):
        raise ContentError(f"“{twice}” is what another sheet is called: let people tell them apart")
    return [
        (HOUSE / f"worksheets/{id}.yml", filled("worksheet.yml", id, ja, en)),
        with_sheet(HOUSE / "content/data/pages.yml", page, id),
    ]


def answer(id: str, ja: str, en: str, topic: str) -> list[Change]:
    """One answer, the last of its topic."""
    every = door.load().answers
    if topic not in every:
        raise ContentError(nearest(topic, sorted(every), "topic"))
    known = [each for some in every.values() for each in some]
    anchors = re.findall(r"\{#([a-z0-9-]+)\}", (HOUSE / f"docs/ja/{topic}.md").read_text("utf-8"))
    named(id, [*(each.id for each in known), *anchors])
    if twice := next((each for each in known if ja == each.question.ja or en == each.question.en), None):
        raise ContentError(f'this question is asked already: [{twice.id}]: add your words to its "asked_as"')
    return [appended(HOUSE / f"content/data/answers/{topic}.yml", filled("answer.yml", id, ja, en))]


KINDS: dict[str, Callable[..., list[Change]]] = {"page": page, "worksheet": worksheet, "answer": answer}


def put(changes: Sequence[Change], check: Callable[[], None]) -> None:
    """Write all of it, or none: whatever `check` or the disk refuses, every file is as it was."""
    before = [(path, path.read_bytes() if path.exists() else None) for path, _ in changes]
    aside = [path.with_name(f"{path.name}.new") for path, _ in changes]
    try:
        for path, (_, text) in zip(aside, changes, strict=True):
            path.write_text(text, "utf-8", newline="\n")
        for path, (to, _) in zip(aside, changes, strict=True):
            os.replace(path, to)
        check()
    except BaseException:
        for path, held in before:
            if held is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != held:
                path.write_bytes(held)
        raise
    finally:
        for path in aside:
            path.unlink(missing_ok=True)


def whole() -> None:
    """What the door and the list of wording say of the house as it is now. Raises ContentError with every slip."""
    door.load.cache_clear()
    catalogue(door.load())
    if found := list(slips()):
        raise ContentError("\n".join(found))


def main() -> int:
    """Begin one and say what is left to do."""
    utf8()
    parser = argparse.ArgumentParser(prog="python -m publish.new", description=__doc__.partition("\n")[0])
    kinds = parser.add_subparsers(dest="kind", required=True)
    for kind in NEXT:
        one = kinds.add_parser(kind)
        for name, what in (("id", "such as night-work"), ("ja", "in Japanese"), ("en", "in English")):
            one.add_argument(name, help=what)
        if kind == "page":
            one.add_argument("--after", default="", help="the page that it follows in the menu")
        if kind == "worksheet":
            one.add_argument("--page", required=True, help="a page that uses it")
        if kind == "answer":
            one.add_argument("--topic", required=True, help="a file of content/data/answers")
    given = vars(parser.parse_args())
    kind = given.pop("kind")
    try:
        worded(given["ja"], given["en"])
        put(KINDS[kind](**given), whole)
    except (ContentError, OSError) as error:
        print(told(error), "Nothing was changed.", sep="\n", file=sys.stderr)
        return 1
    print(f"Begun: {kind} {given['id']}.", NEXT[kind].format(**given), sep="\n")
    print("It is a draft: make check names it, and make site waits until its line `draft` is gone.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
