"""The pages that worksheets bring: one for each, made from its definition; some have one to fill them in."""

from __future__ import annotations

import json
from typing import Any

from mkdocs.structure.files import File

from content.load import load
from worksheets.catalogue import catalogue, families
from worksheets.models import OWN_PAGE


def on_files(files: Any, config: Any) -> Any:
    """Add them to the pages that are written by hand."""
    guide, lang = load(), config.extra["lang"]
    for id, (sheet, *_) in families(guide).items():
        words = f'{{{{ sheet_page("{id}") }}}}'
        files.append(_page(config, f"sheet-{id}", sheet.name[lang], sheet.purpose[lang], words))
    ui = guide.ui["sheet_form"]
    for id, sheet in catalogue(guide).items():
        if sheet.on_screen == OWN_PAGE and not sheet.example:
            title = ui["title"][lang].format(title=sheet.title[lang])
            words = (
                f'{sheet.purpose[lang]}\n\n{{{{ sheet_form("{id}") }}}}\n\n[{ui["back"][lang]}](/sheet-{sheet.of}.md)'
            )
            files.append(_page(config, f"fill-{id}", title, sheet.purpose[lang], words))
    return files


def _page(config: Any, name: str, title: str, description: str, words: str) -> File:
    front = "\n".join(
        f"{key}: {json.dumps(text, ensure_ascii=False)}"
        for key, text in (("title", title), ("description", description))
    )
    return File.generated(config, f"{name}.md", content=f"---\n{front}\n---\n# {title} {{#{name}}}\n\n{words}\n")
