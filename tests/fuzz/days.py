"""`make fuzz-days`: random texts for every reader of days, for SECONDS (60): what people type or paste, links, what a browser
kept, labels, answers of reckoners. Each is read alike in Python and in the browser's scripts or refused in whole words: never
an error, a moved day, or a text that takes long.

Prints the seed and what became of how many; `make fuzz-days SEED=n` runs the same again.
"""

from __future__ import annotations

import csv
import io
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

import icalendar  # noqa: E402
import yaml  # noqa: E402

from asking import node  # noqa: E402
from content.load import load  # noqa: E402
from content.milestones import milestones  # noqa: E402
from content.reckoning import reckon  # noqa: E402
from content.typed_days import Reader, Unread  # noqa: E402
from macros.dates import date_words, reckoned  # noqa: E402
from macros.reckoner import rules  # noqa: E402

BATCH = 300
LONGEST = 5.0  # seconds for a batch, on a busy machine too: a text is read in far less than a millisecond
EPOCH = date(1970, 1, 1)
GUIDE = load()
READER = Reader(GUIDE.typed_days, GUIDE.eras)
WORDS = {lang: date_words(GUIDE, lang) for lang in ("ja", "en")}
TYPED = [text for text, _ in yaml.safe_load((ROOT / "tests/dates.yml").read_text("utf-8"))["typed"]]
SIGNS = [
    *"0123456789０１２９〇一二十百元末年月日水曜(（)）/-.,:ー−‐–—～〜・。、　 \t\n",
    *"RrHhSsTtMm㋿㍻",
    *("令和", "平成", "Reiwa", "april", "Wed", "1st", "of", "から", "まで", "頃", "T00:00:00Z", "+09:00"),
    *("\u200b", "\ufeff", "\u202e", "\x00", "\U0001f600", "𠮷", "<b>", "{day}", "%", "&", "=", "__proto__", "null"),
]
SCRIPTS = [
    f"theme/js/{name}.js"
    for name in (
        *("page", "dates", "dates-read", "date-field", "calculator-days", "take-along", "calculator-take"),
        *("inquiry", "reckoner-rules"),
    )
]
counted: Counter[str] = Counter()


def ask(calls: list[list[Any]]) -> list[Any]:
    begun = time.monotonic()
    answers = node([ROOT / path for path in SCRIPTS], calls=calls)
    assert time.monotonic() - begun < LONGEST, f"took long: {calls[0][0]}"
    return answers


def text(chance: random.Random) -> str:
    """A day as it is written, slipped in some places; or anything."""
    found = list(chance.choice(TYPED)) if chance.random() < 0.8 else []
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8, 40 if chance.random() < 0.1 else 1))):
        at = chance.randint(0, len(found))
        match chance.randrange(4):
            case 0 if found:
                found.pop(min(at, len(found) - 1))
            case 1:
                found[at:at] = chance.choice(SIGNS) * chance.choice((1, 1, 1, 2, 30))
            case 2 if found:
                found[min(at, len(found) - 1)] = chance.choice(SIGNS)
            case _:
                found[at:at] = chr(chance.choice((chance.randint(0, 0x2FF), chance.randint(0x2000, 0xD7FF))))
    return "".join(found)


def days(chance: random.Random) -> None:
    """Both sides read the same day or say the same fault, in whole words; a day that is shown reads back."""
    texts = [text(chance) for _ in range(BATCH)]
    lang = chance.choice(("ja", "en"))
    for each, answer in zip(texts, ask([["dateFields.entered", each, WORDS[lang]] for each in texts]), strict=True):
        found = READER.read(each)
        if isinstance(found, Unread):
            wrong = None if found.why == "empty" else found.why
            assert answer.get("wrong") == wrong and "day" not in answer, f"{each!r}: {answer}, in Python {found}"
            assert bool(answer["message"]) == bool(wrong) and "{" not in answer["message"], f"{each!r}: {answer}"
            counted[f"refused: {found.why}"] += 1
        else:
            assert answer == {"day": (found - EPOCH).days, "message": ""}, f"{each!r}: {answer}, in Python {found}"
            counted["read"] += 1


def links(chance: random.Random) -> None:
    """A link or what was kept never fails, names a route we know, and hands its days on as they stand."""
    routes = [route.id for route in GUIDE.routes]
    keys = [
        "route",
        "hired",
        "returned",
        "last-use",
        "first",
        "start",
        "review",
        "left",
        "again",
        "once",
        "",
        "__proto__",
    ]
    made = []
    for _ in range(BATCH):
        pairs = [
            f"{chance.choice(keys)}={chance.choice((chance.choice(routes), text(chance), '2026-04-01', '%', '%ff'))}"
            for _ in range(chance.randint(0, 8))
        ]
        made.append(chance.choice(("", "#", "&&")) + "&".join(pairs) if chance.random() < 0.9 else text(chance))
    made = [each.encode("utf-8", "ignore").decode() for each in made]
    for each, state in zip(made, ask([["calculatorTake.restored", one, routes] for one in made]), strict=True):
        if state is None:
            counted["link: nothing"] += 1
            continue
        assert state["route"] in routes and isinstance(state["once"], bool), each
        assert all(isinstance(day, str) for day in state["days"].values()), each
        (link,) = ask([["calculatorTake.written", state]])
        assert dict(parse_qsl(link, keep_blank_values=True))["route"] == state["route"], each
        (again,) = ask([["calculatorTake.restored", link, routes]])
        assert again == state, f"{each!r}: {again} was {state}"
        counted["link: read"] += 1


def results(chance: random.Random) -> None:
    """Any days entered give the rules' days on both sides, or are refused on both."""
    calls, given = [], []
    for _ in range(BATCH // 3):
        route = chance.choice(GUIDE.routes)
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(16_000))
        papers = {
            p.id: day + timedelta(days=chance.randint(-400, 400))
            for p in route.papers
            if p.needed or chance.random() < 0.5
        }
        others = {
            name: day + timedelta(days=chance.randrange(-100, 1500))
            for name in ("start", "review", "left", "again")
            if chance.random() < 0.3
        }
        given.append((route, papers, others))
        numbers = {name: (each - EPOCH).days for name, each in {**papers, **others}.items()}
        calls.append(["dates.milestones", reckoned(route), numbers])
    for (route, papers, others), answer in zip(given, ask(calls), strict=True):
        try:
            ours = milestones(route, papers, **{name: day for name, day in others.items() if name != "again"})
        except ValueError:
            assert answer["wrong"] and answer["days"] == {}, (route.id, papers, others, answer)
            counted["result: refused"] += 1
            continue
        if answer["wrong"]:
            assert {each["field"] for each in answer["wrong"]} == {"again"}, (route.id, papers, others, answer)
            counted["result: refused"] += 1
            continue
        found = {id: [[(day - EPOCH).days for day in span] for span in spans] for id, spans in ours.items()}
        assert all(found[id] == spans for id, spans in answer["days"].items()), (route.id, papers, others)
        counted["result"] += 1


def taken(chance: random.Random) -> None:
    """Whatever a label holds, calendar and spreadsheet are whole and read back, and no cell is a formula."""
    label = text(chance)[:20].encode("utf-8", "ignore").decode()
    event = {"uid": "a@teichaku-guide", "first": "2026-10-01", "after": "2026-10-02", "name": label, "about": label}
    options = {"language": "ja", "name": label, "sequence": 1, "stamp": "20261127T120000Z"}
    rows = [[label, text(chance)], ["2026-10-01", "-2"]]
    calls = [
        ["takeAlong.calendar", [event], options],
        ["takeAlong.csv", rows],
        ["takeAlong.named", [label, "x"], "ics"],
    ]
    calendar, table, name = ask(calls)
    assert len(icalendar.Calendar.from_ical(calendar).walk("VEVENT")) == 1, ascii(label)
    read = list(csv.reader(io.StringIO(table, newline="")))
    assert len(read) == 2 and read[1] == rows[1], ascii(rows)
    for cell in read[0]:
        assert not cell.strip().startswith(("=", "@", "＝", "＠")), ascii(cell)
    assert not set(name) & set('/\\:*?"<>|\n\r\t\0'), ascii(name)
    counted["label"] += 1


def reckonings(chance: random.Random) -> None:
    """A reckoner says the same on both sides, whatever was answered."""
    calls, given = [], []
    for _ in range(BATCH // 3):
        reckoner = chance.choice(GUIDE.reckoners)
        values: dict[str, Callable[[], str]] = {
            "number": lambda: str(chance.choice((0, 1, 19, 20, chance.randrange(10**9), chance.randrange(3000)))),
            "month": lambda: str(chance.randint(1, 12)),
            "day": lambda: (
                date(2018, 4, 1) + timedelta(days=chance.randrange(60 if chance.random() < 0.5 else 9000))
            ).isoformat(),
        }
        answers = {
            each.id: chance.choice(each.choices).id if each.kind == "choice" else values[each.kind]()
            for each in reckoner.questions
            if chance.random() < 0.8
        }
        given.append((reckoner, answers))
        calls.append(["reckonerRules.reckon", rules(reckoner), answers])
    for (reckoner, answers), answer in zip(given, ask(calls), strict=True):
        ours = reckon(reckoner, answers)
        assert answer == {**ours._asdict(), "asked": list(ours.asked), "warnings": list(ours.warnings)}, answers
        counted["reckoning"] += 1
    numbers = [text(chance) for _ in range(BATCH)]
    for each, digits in zip(numbers, ask([["reckonerRules.whole", one] for one in numbers]), strict=True):
        assert digits is None or (digits.isdecimal() and digits.isascii()), ascii(each)


def rounds(first: int) -> Iterator[int]:
    start, seconds = time.monotonic(), float(os.environ.get("SECONDS") or 60)
    number = first
    while time.monotonic() - start < seconds:
        yield number
        number += 1


def main() -> None:
    first = int(os.environ.get("SEED") or random.SystemRandom().randrange(2**32))
    print(f"seed {first}", flush=True)
    number = first
    for number in rounds(first):
        chance = random.Random(number)
        for tried in (days, links, results, taken, reckonings):
            try:
                tried(chance)
            except AssertionError:
                print(f"SEED={number}: {tried.__name__}", flush=True)
                raise
    print(f"{counted.total()} tried, seeds {first} to {number}: {dict(counted.most_common())}")


if __name__ == "__main__":
    main()
