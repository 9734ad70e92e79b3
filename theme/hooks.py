"""What MkDocs must be told beside its configuration: names, links between languages, links that macros write."""

from __future__ import annotations

import json
import logging
import re
import sys
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from content.load import ContentError, load
from worksheets.catalogue import families

log = logging.getLogger("mkdocs.hooks.teichaku")

NAMES = {"ja": "日本語", "en": "English"}
FOLDER = {"ja": "", "en": "en/"}  # of each language, below the site's root
ROOM = ("content", "macros", "worksheets")


def on_config(config: Any) -> None:
    """Names and addresses of the site in its language."""
    lang = config.extra["lang"]
    try:
        words = load().ui["site"]
    except ContentError as error:
        raise PluginError(f"\n{error}") from None
    config.site_name = words["name"][lang]
    config.site_description = words["description"][lang]
    config.copyright = f"{words['credit'][lang]} {words['licence'][lang]}"
    config.site_url = config.site_url.rstrip("/") + "/" + FOLDER[lang]
    config.extra["words"] = {key: text[lang] for key, text in words.items()}
    # MkDocs' `url` filter would mangle "../" that leaves the build's root: placeholders, resolved per page.
    config.extra["alternate"] = [{"lang": to, "name": name, "link": f"/__{to}__"} for to, name in NAMES.items()]
    for option in config.theme["palette"]:
        option["toggle"]["name"] = words[option["scheme"]][lang]  # named by what pressing it leaves


def on_files(files: Any, config: Any) -> Any:
    """Every worksheet has a page of its own, made from its definition."""
    lang = config.extra["lang"]
    for id, (sheet, *_) in families(load()).items():
        name, purpose = sheet.name[lang], sheet.purpose[lang]
        head = f"---\ntitle: {json.dumps(name, ensure_ascii=False)}\ndescription: {json.dumps(purpose, ensure_ascii=False)}\n---\n"
        words = f'{head}# {name} {{#sheet-{id}}}\n\n{{{{ sheet_page("{id}") }}}}\n'
        files.append(File.generated(config, f"sheet-{id}.md", content=words))
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


def on_post_build(config: Any) -> None:
    """Let `make serve` read our Python anew at the next build."""
    for name in [name for name in sys.modules if name.partition(".")[0] in ROOM]:
        del sys.modules[name]
