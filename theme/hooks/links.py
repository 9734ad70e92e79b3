"""Links that Markdown does not see: between the languages, and those that macros write."""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from mkdocs.utils import get_relative_url

log = logging.getLogger("mkdocs.hooks.links")

NAMES = {"ja": "日本語", "en": "English"}
LINKED = re.compile(r"""<(?:a|img|source)\b[^>]*?\s(?:href|src)=["']([^"']*)["']""")
ID = re.compile(r"""\sid=["']([^"']*)["']""")
SHARED = ("data/", "sheets/")  # written after the pages
FOLDER = {"ja": "", "en": "en/"}  # of each language, below the site's root


def on_config(config: Any) -> None:
    """The address of the language's own site, and of the switch."""
    config.site_url = config.site_url.rstrip("/") + "/" + FOLDER[config.extra["lang"]]
    # MkDocs' `url` filter would mangle "../" that leaves the build's root: placeholders, resolved per page.
    config.extra["alternate"] = [{"lang": to, "name": name, "link": f"/__{to}__"} for to, name in NAMES.items()]


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Make links that macros write ("/terms.md#job-coach", "/sheets/…") relative."""

    def relative(found: re.Match[str]) -> str:
        path, sign, anchor = found[2].partition("#")
        if path.startswith(SHARED):  # one folder for both languages, beside the Japanese root
            return f'{found[1]}="{_up(page, config)}{path}"'
        target = files.get_file_from_path(path)
        if target is None:
            return found[0]  # on_env says it
        return f'{found[1]}="{get_relative_url(target.url, page.url)}{sign}{anchor}"'

    return re.sub(r'(href|src)="/([^"/_][^"]*)"', relative, html)


def on_env(env: Any, config: Any, files: Any) -> None:
    """Every link and picture within the site must be there, to the heading, whether Markdown, HTML or a macro wrote it."""
    pages = {file.page.url: file.page for file in files.documentation_pages() if file.page}
    anchors = {url: set(ID.findall(page.content)) for url, page in pages.items()}
    others = {file.url for file in files}
    for url, page in pages.items():
        for link in LINKED.findall(page.content):
            path, sign, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(url), path)) if path else url
            if re.match(r"https?:|mailto:|tel:", link) or target.removeprefix("../").startswith(SHARED):
                continue  # these are written after the pages; where they are named, they are known
            says = ""
            if path.startswith("/") and path[1:] in pages:
                says = f"links between pages name the file: write {path.replace('.html', '.md')}{sign}{anchor}"
            elif target not in pages and target not in others:
                says = f"there is no such page{_nearest(target.lstrip('/').replace('.md', '.html'), pages).replace('.html', '.md')}"
            elif anchor and target in anchors and anchor not in anchors[target]:
                says = f"there is no “#{anchor}”{_nearest(anchor, anchors[target])}"
                link = f"/{target.removesuffix('.html')}.md#{anchor}" if path else link  # as it is written
            if says:
                line = _line(page.file.content_string, anchor, posixpath.basename(path).removesuffix(".html"))
                place = f"docs/{config.extra['lang']}/{page.file.src_uri}:{line}"
                log.warning("%s: a link leads to “%s”: %s", place, link, says)


def _line(text: str, *words: str) -> int:
    """The line where a page's source first has the first of the words that it has; 1 where a macro wrote the link."""
    lines = text.split("\n")
    return next((at for word in words if word for at, line in enumerate(lines, 1) if word in line), 1)


def _nearest(found: str, known: Iterable[str]) -> str:
    close = get_close_matches(found, known, n=1)
    return f'. Did you mean "{close[0]}"?' if close else ""


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The language switch leads to the same page of the other language."""
    return _switched(output, {to: f"{_up(page, config)}{FOLDER[to]}{page.url}" for to in FOLDER})


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The 404 page is served at any depth: its links are absolute, from site_url."""
    if template_name != "404.html":
        return output_content
    root = urlsplit(config.site_url).path.removesuffix(FOLDER[config.extra["lang"]])
    return _switched(output_content, {to: f"{root}{FOLDER[to]}index.html" for to in FOLDER})


def _up(page: Any, config: Any) -> str:
    """From a page to the folder that holds both languages."""
    return str("../" * (page.url.count("/") + FOLDER[config.extra["lang"]].count("/")))


def _switched(html: str, links: dict[str, str]) -> str:
    for lang, link in links.items():
        html = html.replace(f'"/__{lang}__"', f'"{link}"')
    return html
