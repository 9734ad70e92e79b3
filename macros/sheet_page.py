"""A worksheet's own page: picture, files of every edition and language, notes, where it is used."""

from __future__ import annotations

from content.base import Lang
from content.models import Guide
from content.titles import title
from macros.official_fields import OFFICIAL, official_fields
from macros.render import render
from macros.sheets import family
from worksheets.catalogue import file_name, languages
from worksheets.models import OWN_PAGE, Sheet
from worksheets.printed import beside, picture, told


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
        told=told(),
        pdfs=beside(),
        picture=picture(id, lang),
        screens={each.id: f"/{screen(each)}.md" for each in variants if each.on_screen and not each.example},
        asked="" if id in OFFICIAL else official_fields(guide, lang, id),  # those have theirs on a page of their own
        used={page.id: title(lang, page.id) for page in guide.pages if id in page.sheets and page.id != "index"},
    )
