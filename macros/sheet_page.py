"""A worksheet's own page: picture, files of every edition and language, notes, where it is used."""

from __future__ import annotations

import json
from functools import cache

from content.base import Lang
from content.files import ContentError
from content.models import Guide
from macros.render import render
from macros.sheets import family
from worksheets.catalogue import FOLDER, file_name, languages
from worksheets.models import OWN_PAGE, Sheet


@cache
def _made() -> dict[str, dict[str, int]]:
    """Pages and bytes of every file, as `make pictures` found them."""
    made: dict[str, dict[str, int]] = json.loads((FOLDER / "pictures/pictures.json").read_text("utf-8"))
    return made


def _found(name: str) -> dict[str, int]:
    try:
        return _made()[name]
    except KeyError:
        raise ContentError(f"worksheets/pictures/pictures.json:1: {name}: is missing: run `make pictures`") from None


def screen(sheet: Sheet) -> str:
    """The page that fills a sheet in."""
    return f"fill-{sheet.id}" if sheet.on_screen == OWN_PAGE else str(sheet.on_screen)


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
        made={
            name: _found(name) for each in variants for langs in languages(each) for name in [file_name(each, langs)]
        },
        screens={each.id: f"/{screen(each)}.md" for each in variants if each.on_screen and not each.example},
        used=[page for page in guide.pages if id in page.sheets and page.id != "index"],
    )
