"""The guide on paper: one PDF a language, and the guidebook as a booklet of folded A4: `make pdf-guide`.

Made from the built site by a browser without a window, which tags it and makes its bookmarks from the headings. A page is
printed twice: once to see where the pages begin, once with a list of contents that says so.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html
from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from content.base import Lang
from content.console import utf8
from content.days import day
from content.docs import CONFIGS
from content.files import HOUSE, ContentError, read
from content.load import load
from content.models import Guide
from publish.pages import FOLDERS
from publish.styles import OURS, PRINT
from ruby.page import written
from ruby.readings import Reader

SITE, PAPER = HOUSE / "site", HOUSE / "dist/pdf"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# What is for the screen alone: the guide says on its first pages where it is.
TOOLS = ("index", "explore", "calculator", "emergency-cards")
STYLE = """
@page { size: %(size)s; margin: %(margin)s; @bottom-center { content: counter(page); font: 9pt sans-serif; } }
@page cover { @bottom-center { content: ""; } }
.cover { page: cover; break-after: page; padding-block-start: 30%%; }
.cover p { margin-block: 1em; }
.md-typeset .contents { list-style: none; margin: 0; padding: 0; max-inline-size: none; break-after: page; }
.md-typeset .contents li { margin: 0; display: flex; justify-content: space-between; gap: 1em; }
.md-typeset .contents .group { font-weight: 700; margin-block-start: 0.6em; break-after: avoid; }
.page { break-before: page; }
.md-typeset { font-size: %(letters)s; }
.md-typeset :is(table:not([class]), table) { display: table; inline-size: 100%%; }
.md-typeset :is(.wide, .md-typeset__scrollwrap, .md-typeset__table) { overflow: visible; margin: 0; padding: 0; }
.md-typeset :is(tr, li, figure, img, svg, .opening, .first-aid, .consent, .picture) { break-inside: avoid; }
.md-typeset :is(h2, h3, h4, caption, summary) { break-after: avoid; }
.md-typeset details { break-inside: auto; }
.md-typeset summary { padding-inline: 0; }
.md-typeset summary::before { display: none; }
.md-typeset :is(summary, details) { background: none; border-color: #777; }
.md-typeset thead { display: table-header-group; }
.md-typeset details > *, .md-typeset details::details-content { content-visibility: visible; block-size: auto; }
"""


def browser() -> str:
    """The browser that prints. Raises ContentError where there is none."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    raise ContentError(f"No browser that prints was found: install one of {', '.join(BROWSERS)}.")


def articles(lang: Lang) -> dict[str, Any]:
    """The words of each page of the menu, in its order, without what is for the screen."""
    found = {}
    for name in _pages(lang):
        path = SITE / FOLDERS[lang] / f"{name}.html"
        if not path.exists():
            raise ContentError(f"{path}: is not there: run make site first")
        found[name] = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot().find(".//article")
    for name, article in found.items():
        _bare(article, name, found)
    return found


def _pages(lang: Lang) -> list[str]:
    return [name for _, names in groups(lang) for name in names if name not in TOOLS]


def groups(lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """The menu: each group with the names of its pages."""
    for entry in read(HOUSE / CONFIGS[lang]).value["nav"]:
        for title, pages in entry.items():
            yield title, [page.removesuffix(".md") for page in ([pages] if isinstance(pages, str) else pages)]


def _bare(article: Any, name: str, within: dict[str, Any]) -> None:
    """Take out what works by script, unfold what is folded, and let links lead within the paper."""
    for each in article.xpath(".//*[@data-scripted or self::script or self::form or self::button or self::input]"):
        each.drop_tree()
    for each in article.xpath('.//*[contains(@class, "headerlink") or contains(@class, "aids")]'):
        each.drop_tree()
    for each in article.iter("details"):
        each.set("open", "")
    for each in article.xpath(".//*[@id]"):
        each.set("id", f"{name}--{each.get('id')}")
    for each in article.xpath(".//*[@src]"):
        each.set("src", (SITE / each.get("src").lstrip("./")).as_uri())
    for each in article.xpath(".//a[@href]"):
        page, _, anchor = each.get("href").partition("#")
        target = page.removesuffix(".html") or name
        if re.match("https?:|mailto:|tel:", page):
            continue
        if target in within:
            each.set("href", f"#{target}--{anchor or target}")
        else:
            each.drop_tag()


def document(guide: Guide, lang: Lang, parts: dict[str, Any], begin: dict[str, int], **page: str) -> bytes:
    """The HTML that is printed; `begin`: where each part begins, as far as it is known."""
    styles = [SITE / OURS, *sorted(SITE.glob("css/page-*.css")), SITE / PRINT]
    root = html.Element("html", {"lang": lang})
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta", {"charset": "utf-8"})
    etree.SubElement(head, "title").text = page["title"]
    for style in styles:
        etree.SubElement(head, "link", {"rel": "stylesheet", "href": style.as_uri()})
    etree.SubElement(head, "style").text = STYLE % page
    body = etree.SubElement(root, "body", {"data-md-color-scheme": "default", "dir": "ltr"})
    main = etree.SubElement(body, "main", {"class": "md-typeset"})
    front = cover(guide, lang, page["title"], page["about"])
    if begin is ALONE:
        main.append(_read(guide, front) if lang == "ja" else front)
    else:
        main.extend((front, _contents(guide, lang, parts, begin)))
    for article in parts.values():
        article.set("class", "page md-typeset")
        main.append(article)
    return b"<!doctype html>\n" + html.tostring(root, encoding="utf-8")


ALONE: dict[str, int] = {}  # of what has no list of contents


def cover(guide: Guide, lang: Lang, title: str, about: str) -> Any:
    """The first page: title, what it is, as of when, the credit."""
    site, ui = guide.ui["site"], guide.ui["paper"]
    section = html.Element("section", {"class": "cover"})
    etree.SubElement(section, "p").text = (
        site["name"][lang] if title != site["name"][lang] else site["description"][lang]
    )
    etree.SubElement(section, "h1").text = title
    newest = max(page.checked for page in guide.pages)
    for words in (about, ui["as_of"][lang].format(day=day(newest, lang)), site["credit"][lang], site["licence"][lang]):
        etree.SubElement(section, "p").text = words
    return section


def _read(guide: Guide, front: Any) -> Any:
    """The cover with its readings, as the pages after it have theirs."""
    return html.fragment_fromstring(written(html.tostring(front, encoding="unicode"), Reader(guide)))


def _contents(guide: Guide, lang: Lang, parts: dict[str, Any], pages: dict[str, int]) -> Any:
    nav = html.Element("nav", {"id": "contents"})
    etree.SubElement(nav, "h2").text = guide.ui["paper"]["contents"][lang]
    listed = etree.SubElement(nav, "ul", {"class": "contents"})
    for title, names in groups(lang):
        names = [name for name in names if name in parts]
        if names:
            etree.SubElement(listed, "li", {"class": "group"}).text = title
        for name in names:
            line = etree.SubElement(listed, "li")
            heading = parts[name].find(".//h1")
            etree.SubElement(line, "a", {"href": f"#{name}--{name}"}).text = heading.text_content().strip()
            etree.SubElement(line, "span").text = str(pages.get(name, ""))
    return nav


def printed(document: bytes, folder: Path) -> Path:
    """A PDF of an HTML document, tagged, with bookmarks. Raises ContentError where the browser fails."""
    source, target = folder / "paper.html", folder / "paper.pdf"
    source.write_bytes(document)
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--export-tagged-pdf"]
    command = [browser(), *flags, "--generate-pdf-document-outline", f"--user-data-dir={folder / 'profile'}"]
    done = subprocess.run(
        [*command, "--virtual-time-budget=10000", f"--print-to-pdf={target}", source.as_uri()],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not target.exists():
        raise ContentError(f"The browser could not print: {done.stderr.strip()[-500:]}")
    return target


def beginnings(pdf: Path, names: list[str]) -> dict[str, int]:
    """On which page each part begins, from the places that its contents lead to."""
    reader = PdfReader(pdf)
    places = reader.named_destinations
    found = {}
    for name in names:
        place = places.get(f"{name}--{name}") or places.get(f"/{name}--{name}")
        number = reader.get_destination_page_number(place) if place is not None else None
        if number is not None:
            found[name] = number + 1
    return found


def on_a4(guide: Guide, lang: Lang) -> dict[str, str]:
    """Title, size and letters of the whole guide."""
    page = {"title": guide.ui["site"]["name"][lang], "about": guide.ui["paper"]["whole"][lang]}
    return page | {"size": "A4", "margin": "16mm 15mm 18mm", "letters": "9.5pt"}


def on_a5(guide: Guide, lang: Lang, title: str) -> dict[str, str]:
    """The same of the guidebook."""
    page = {"title": title, "about": guide.ui["paper"]["booklet"][lang]}
    return page | {"size": "A5", "margin": "12mm 12mm 16mm", "letters": "11pt"}


def whole(guide: Guide, lang: Lang) -> Path:
    """The whole guide of a language."""
    page = on_a4(guide, lang)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = printed(document(guide, lang, articles(lang), {"": 0}, **page), folder)
        begin = beginnings(first, _pages(lang))
        second = printed(document(guide, lang, articles(lang), begin, **page), folder)
        return _kept(second, f"guide.{lang}.pdf")


def guidebook(guide: Guide, lang: Lang) -> tuple[Path, Path]:
    """The guidebook to read on A5, and the same to print on A4, fold and staple."""
    article = articles(lang)["guidebook"]
    for each in article.xpath('.//*[@class="opening" or @class="foot-terms"]'):
        each.drop_tree()  # it explains its words where they stand
    page = on_a5(guide, lang, article.find(".//h1").text_content().strip())
    with tempfile.TemporaryDirectory() as name:
        made = printed(document(guide, lang, {"guidebook": article}, ALONE, **page), Path(name))
        booklet = _kept(_imposed(made, Path(name)), f"guidebook-booklet.{lang}.pdf")
        return _kept(made, f"guidebook.{lang}.pdf"), booklet


def order(count: int) -> list[tuple[int | None, int | None]]:
    """Which pages stand side by side on each side of the sheets, left and right; None where a page is empty.

    >>> order(7)
    [(None, 0), (1, 6), (5, 2), (3, 4)]
    """
    full = -(-count // 4) * 4
    sides = []
    for sheet in range(full // 4):
        sides += [(full - 1 - 2 * sheet, 2 * sheet), (2 * sheet + 1, full - 2 - 2 * sheet)]
    return [(left if left < count else None, right if right < count else None) for left, right in sides]


def _imposed(made: Path, folder: Path) -> Path:
    """Two A5 pages on each side of A4, in the order in which a folded stack is read."""
    pages, writer = PdfReader(made).pages, PdfWriter()
    width, height = (float(each) for each in pages[0].mediabox[2:])
    for side in order(len(pages)):
        sheet = PageObject.create_blank_page(width=2 * width, height=height)
        for place, number in enumerate(side):
            if number is not None:
                sheet.merge_transformed_page(pages[number], Transformation().translate(place * width))
        writer.add_page(sheet)
    target = folder / "booklet.pdf"
    writer.write(target)
    return target


def _kept(made: Path, name: str) -> Path:
    PAPER.mkdir(parents=True, exist_ok=True)
    target = PAPER / name
    shutil.move(made, target)
    return target


def main() -> int:
    """Exit codes: 0 done, 1 not."""
    utf8()
    try:
        guide = load()
        for lang in FOLDERS:
            for made in (whole(guide, lang), *guidebook(guide, lang)):
                print(
                    f"{made.relative_to(HOUSE)}: {len(PdfReader(made).pages)} pages, {made.stat().st_size / 1e6:.1f} MB"
                )
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
