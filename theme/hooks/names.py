"""What MkDocs must be told of the site in its language beside its configuration: names and addresses."""

from __future__ import annotations

import sys
from html import escape
from typing import Any

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from content.load import load
from content.office import folder, office

ROOM = ("content", "macros", "ruby", "search", "worksheets")
SERVING = set[bool]()


def on_startup(command: str, dirty: bool) -> None:
    """Is this a preview, which builds again and again?"""
    SERVING.add(command == "serve")


def on_config(config: Any) -> None:
    """Names of the site, from the data that the macros have checked by now."""
    lang = config.extra["lang"]
    words = load().ui["site"]
    config.site_name = words["name"][lang]
    config.site_description = words["description"][lang]
    config.copyright = f"{words['credit'][lang]} {words['licence'][lang]}"
    if ours := office(load()):
        config.extra["contact"] = {"name": f"{ours.name[lang]} {ours.contact[lang]}", "link": ours.link or ""}
        config.extra["logo"] = ours.logo or ""
    config.extra["words"] = {key: text[lang] for key, text in words.items()}


def on_files(files: Any, config: Any) -> Any:
    """The picture of the office that publishes this copy."""
    place, logo = folder(), config.extra.get("logo")
    if place and logo:
        files.append(File.generated(config, f"img/office-{logo}", abs_src_path=str((place / logo).resolve())))
    return files


def on_page_markdown(markdown: str, page: Any, **_: object) -> None:
    """Let a description hold quotation marks: the theme writes it into an attribute as it stands."""
    if words := page.meta.get("description"):
        page.meta["description"] = escape(words)


@event_priority(-90)  # when all others are done
def on_post_build(config: Any) -> None:
    """Let a preview read our Python anew at the next build."""
    for name in [name for name in sys.modules if True in SERVING and name.partition(".")[0] in ROOM]:
        del sys.modules[name]
