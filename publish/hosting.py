"""How servers are told to show the guide: recipes with a strict policy, written from the site as it was built."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from string import Template

RECIPES = Path(__file__).parent / "recipes"
PATH = "/teichaku-guide/"  # where the guide is shown, if nobody changes it
FOLDER = "/srv/teichaku/site"  # holds no PATH: each can be replaced in a recipe without the other
INLINE = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
# How each server writes a header.
WRITTEN = {
    "nginx.conf": '  add_header {name} "{value}" always;',
    "apache.conf": '  Header always set {name} "{value}"',
    "Caddyfile": '    {name} "{value}"',
    "web.config": '        <add name="{name}" value="{value}" />',
}


def hashes(site: Path) -> list[str]:
    """What a policy must name: the scripts that stand within pages, each once."""
    found = {script for page in site.rglob("*.html") for script in INLINE.findall(page.read_text("utf-8"))}
    return sorted(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in found)


def headers(site: Path) -> dict[str, str]:
    """Each header by its name: nothing from elsewhere is loaded, nothing is sent anywhere, no page tells where it was left."""
    policy = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *hashes(site)]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'self'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _servers(folder: str) -> str:
    """Where the recipes lie: beside the site, as in the kit."""
    return f"{folder.rpartition('/')[0]}/servers"


def recipes(site: Path, path: str = PATH, folder: str = FOLDER) -> Iterator[tuple[str, str]]:
    """Each recipe's name and text. `path`: where the guide is shown, with a slash at both ends; `folder`: where it lies."""
    told = headers(site)
    for name, written in WRITTEN.items():
        lines = "\n".join(written.format(name=each, value=value) for each, value in told.items())
        text = Template((RECIPES / name).read_text("utf-8"))
        yield (
            name,
            text.substitute(path=path, bare=path.rstrip("/"), folder=folder, servers=_servers(folder), headers=lines),
        )
