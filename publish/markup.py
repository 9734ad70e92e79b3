"""Data for scripts as they are served: JSON between single quotation marks and without spaces.

A template and each library that has read a page write a quotation mark in its own way, five letters or six; what stands
twice on a page then looks unlike to a server's compression.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

HELD = re.compile(r"""(\sdata-[\w-]+=)(?:"([\[{]+&(?:#34|quot);[^"]*)"|'([\[{]+"[^']*)')""")
ALONE = re.compile(r'(<script[^>]* type="application/json"[^>]*>)(.*?)(</script>)', re.DOTALL)
SIGNS = {"&": r"\u0026", "<": r"\u003c", ">": r"\u003e", "'": r"\u0027"}


def tighten(site: Path) -> None:
    """Write the data of all pages anew, once everything else has read them."""
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        html = HELD.sub(lambda held: f"{held[1]}'{_tight(unescape(held[2] or held[3]))}'", html)
        html = ALONE.sub(lambda alone: f"{alone[1]}{_tight(alone[2])}{alone[3]}", html)
        page.write_text(html, "utf-8")


def _tight(data: str) -> str:
    written = json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":"))
    return "".join(SIGNS.get(sign, sign) for sign in written)
