"""A worksheet's own page: picture, files of every edition and language, notes, where it is used."""

from __future__ import annotations

import json
from functools import cache

from content.models import Guide, Lang
from macros.render import render
from macros.sheets import family
from worksheets.catalogue import FOLDER, file_name, languages


@cache
def _made() -> dict[str, dict[str, int]]:
    """Pages and bytes of every file, as `make pictures` found them."""
    made: dict[str, dict[str, int]] = json.loads((FOLDER / "pictures/pictures.json").read_text("utf-8"))
    return made


def sheet_page(guide: Guide, lang: Lang, id: str) -> str:
    """The page of worksheet `id`, below its heading."""
    variants = family(guide, id)
    return render(
        guide,
        lang,
        "sheet_page",
        sheet=variants[0],
        variants=variants,
        files={each.id: [(langs, file_name(each, langs)) for langs in languages(each)] for each in variants},
        made=_made(),
        used=[page for page in guide.pages if id in page.sheets and page.id != "index"],
    )
