"""What MkDocs must be told of the site in its language beside its configuration: names and addresses."""

from __future__ import annotations

import sys
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from content.files import ContentError
from content.load import load
from worksheets.catalogue import catalogue

ROOM = ("content", "macros", "search", "worksheets")


def on_config(config: Any) -> None:
    """Names and addresses of the site; data and sheets are checked before the first page."""
    lang = config.extra["lang"]
    try:
        guide = load()
        catalogue(guide)
    except ContentError as error:
        raise PluginError(f"\n{error}") from None
    words = guide.ui["site"]
    config.site_name = words["name"][lang]
    config.site_description = words["description"][lang]
    config.copyright = f"{words['credit'][lang]} {words['licence'][lang]}"
    config.extra["words"] = {key: text[lang] for key, text in words.items()}
    for option in config.theme["palette"]:
        option["toggle"]["name"] = words[option["scheme"]][lang]  # named by what pressing it leaves


@event_priority(-90)  # when all others are done
def on_post_build(config: Any) -> None:
    """Let `make serve` read our Python anew at the next build."""
    for name in [name for name in sys.modules if name.partition(".")[0] in ROOM]:
        del sys.modules[name]
