"""Puts the cursor of an open document where a test wants to type, and tells what stands there.

Not a test: run by the system's Python, which knows UNO (`cursor.py PIPE`). One order a line in, one answer a line
out, both JSON. It never writes into the document.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException


def opened(pipe: str) -> Any:
    """The document, as soon as the office suite listens and has it open."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
            if (document := desktop.getCurrentComponent()) is not None:
                return document
        except (NoConnectException, DisposedException):  # with a new profile it may start twice
            pass
        time.sleep(0.1)


def printed(text: Any) -> Iterator[Any]:
    """Every run of words outside the fields, within tables too."""
    for block in text:
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.CellNames:
                yield from printed(block.getCellByName(name))
        else:
            yield from (run for run in block if run.TextPortionType == "Text" and run.String.strip())


def main() -> None:
    sys.stdin.readline()  # the first order: the window is there, and nobody disturbs the office suite as it starts
    document = opened(sys.argv[1])
    cursor = document.CurrentController.ViewCursor
    page = document.StyleFamilies.getByName("PageStyles").getByName(cursor.PageStyleName)
    static = {"body": list(printed(document.Text)), "footer": list(printed(page.FooterText))}
    print("true", flush=True)
    for line in sys.stdin:
        answer: Any = None
        match json.loads(line):
            case ["fields"]:
                marks = document.Bookmarks
                names = [name for name in marks.ElementNames if name.startswith("b_")]
                answer = {name: marks.getByName(name).Anchor.String for name in names}
            case ["words", part]:
                answer = [run.String for run in static[part]]
            case ["field", name]:
                cursor.gotoRange(document.Bookmarks.getByName(name).Anchor.Start, False)
                cursor.goRight(1, False)  # the bookmark begins before the field
            case ["word", part, number]:
                cursor.gotoRange(static[part][number].Start, False)
                cursor.goRight(1, False)  # away from the end of a field before it
            case ["changed"]:
                answer = document.isModified()
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
