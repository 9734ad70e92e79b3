"""Links that Markdown does not see: between the languages, and those that macros write."""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.parse import urlsplit

from mkdocs.utils import get_relative_url

log = logging.getLogger("mkdocs.hooks.links")

NAMES = {"ja": "日本語", "en": "English"}
FOLDER = {"ja": "", "en": "en/"}  # of each language, below the site's root


def on_config(config: Any) -> None:
    """The address of the language's own site, and of the switch."""
    config.site_url = config.site_url.rstrip("/") + "/" + FOLDER[config.extra["lang"]]
    # MkDocs' `url` filter would mangle "../" that leaves the build's root: placeholders, resolved per page.
    config.extra["alternate"] = [{"lang": to, "name": name, "link": f"/__{to}__"} for to, name in NAMES.items()]


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Make links that macros write ("/terms.md#job-coach", "/sheets/…") relative; an unknown page is a warning."""

    def relative(found: re.Match[str]) -> str:
        path, sign, anchor = found[2].partition("#")
        if path.startswith("sheets/"):  # one folder for both languages, beside the Japanese root
            return f'{found[1]}="{_up(page, config)}{path}"'
        target = files.get_file_from_path(path)
        if target is None:
            log.warning("%s: a macro links to /%s: there is no such page", page.file.src_uri, path)
            return found[0]
        return f'href="{get_relative_url(target.url, page.url)}{sign}{anchor}"'

    return re.sub(r'(href|src)="/([^"/_][^"]*)"', relative, html)


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
