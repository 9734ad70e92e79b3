"""What MkDocs must be told beside its configuration: names, links between languages, links that macros write."""

from __future__ import annotations

import json
import logging
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from content.load import ContentError, load
from search.engine import scripts
from search.index import index
from search.script import script
from worksheets.catalogue import catalogue, families
from worksheets.models import OWN_PAGE

log = logging.getLogger("mkdocs.hooks.teichaku")

NAMES = {"ja": "日本語", "en": "English"}
FOLDER = {"ja": "", "en": "en/"}  # of each language, below the site's root
PAGES: dict[str, str] = {}  # HTML by address, of this build, for the search index
ROOM = ("content", "macros", "search", "worksheets")


def on_config(config: Any) -> None:
    """Names and addresses of the site in its language."""
    lang = config.extra["lang"]
    try:
        guide = load()
        catalogue(guide)  # the sheets too are checked before the first page
    except ContentError as error:
        raise PluginError(f"\n{error}") from None
    words = guide.ui["site"]
    config.site_name = words["name"][lang]
    config.site_description = words["description"][lang]
    config.copyright = f"{words['credit'][lang]} {words['licence'][lang]}"
    config.site_url = config.site_url.rstrip("/") + "/" + FOLDER[lang]
    config.extra["words"] = {key: text[lang] for key, text in words.items()}
    # MkDocs' `url` filter would mangle "../" that leaves the build's root: placeholders, resolved per page.
    config.extra["alternate"] = [{"lang": to, "name": name, "link": f"/__{to}__"} for to, name in NAMES.items()]
    for option in config.theme["palette"]:
        option["toggle"]["name"] = words[option["scheme"]][lang]  # named by what pressing it leaves


def _generated(config: Any, name: str, title: str, description: str, words: str) -> File:
    front = "\n".join(
        f"{key}: {json.dumps(text, ensure_ascii=False)}"
        for key, text in (("title", title), ("description", description))
    )
    return File.generated(config, f"{name}.md", content=f"---\n{front}\n---\n# {title} {{#{name}}}\n\n{words}\n")


def _join_search(files: Any, config: Any) -> None:
    """The parts of the search engine are served as one file; types of scripts not at all."""
    for file in [file for file in files if re.match(r"js/(search-.*\.js|.*\.d\.ts)$", file.src_uri)]:
        files.remove(file)
    for name, content in scripts().items():
        files.append(File.generated(config, f"js/{name}.js", content=content))


def on_files(files: Any, config: Any) -> Any:
    """Every worksheet has a page of its own, made from its definition; some have one to fill them in."""
    _join_search(files, config)
    guide, lang = load(), config.extra["lang"]
    for id, (sheet, *_) in families(guide).items():
        files.append(
            _generated(config, f"sheet-{id}", sheet.name[lang], sheet.purpose[lang], f'{{{{ sheet_page("{id}") }}}}')
        )
    ui = guide.ui["sheet_form"]
    for id, sheet in catalogue(guide).items():
        if sheet.on_screen == OWN_PAGE and not sheet.example:
            title = ui["title"][lang].format(title=sheet.title[lang])
            words = (
                f'{sheet.purpose[lang]}\n\n{{{{ sheet_form("{id}") }}}}\n\n[{ui["back"][lang]}](/sheet-{sheet.of}.md)'
            )
            files.append(_generated(config, f"fill-{id}", title, sheet.purpose[lang], words))
    return files


def _linked(html: str, links: dict[str, str]) -> str:
    for lang, link in links.items():
        html = html.replace(f'"/__{lang}__"', f'"{link}"')
    return html


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Make links that macros write ("/terms.md#job-coach", "/sheets/…") relative; an unknown page is a warning."""

    def relative(found: re.Match[str]) -> str:
        path, sign, anchor = found[2].partition("#")
        if path.startswith("sheets/"):  # one folder for both languages, beside the Japanese root
            up = "../" * (page.url.count("/") + FOLDER[config.extra["lang"]].count("/"))
            return f'{found[1]}="{up}{path}"'
        target = files.get_file_from_path(path)
        if target is None:
            log.warning("%s: a macro links to /%s: there is no such page", page.file.src_uri, path)
            return found[0]
        return f'href="{get_relative_url(target.url, page.url)}{sign}{anchor}"'

    if not page.url.startswith("fill-"):  # its sheet's page leads there
        PAGES[page.url] = html
    return re.sub(r'(href|src)="/([^"/_][^"]*)"', relative, html)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The language switch leads to the same page of the other language."""
    lang = config.extra["lang"]
    root = "../" * (page.url.count("/") + FOLDER[lang].count("/"))
    return _linked(output, {to: f"{root}{FOLDER[to]}{page.url}" for to in FOLDER})


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The 404 page is served at any depth: its links are absolute, from site_url."""
    if template_name != "404.html":
        return output_content
    root = urlsplit(config.site_url).path.removesuffix(FOLDER[config.extra["lang"]])
    return _linked(output_content, {to: f"{root}{FOLDER[to]}index.html" for to in FOLDER})


@event_priority(-50)  # once the search plugin has written what it found
def on_post_build(config: Any) -> None:
    """Write the search index; let `make serve` read our Python anew at the next build."""
    lang, folder = config.extra["lang"], Path(config.site_dir, "search")
    try:
        made = index(load(), lang, PAGES)
    except ContentError as error:
        raise PluginError(f"\n{error}") from None
    (folder / "index.js").write_text(script(made), "utf-8")
    PAGES.clear()
    # The theme asks for these two before any search: it gets nothing to carry.
    empty = '{"config":{"lang":["en"],"separator":" ","pipeline":[]},"docs":[]}'
    (folder / "search_index.json").write_text(empty, "utf-8")
    (folder / "search_index.js").write_text(f"var __index = {empty};\n", "utf-8")
    for name in [name for name in sys.modules if name.partition(".")[0] in ROOM]:
        del sys.modules[name]
