"""The release kit, one zip for whoever hosts the guide: `python -m publish.kit`, after `make site`.

The same sources and office suite give the same bytes. Exit codes: 0 done, 1 something is not as it should be.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from content.console import told, utf8
from content.files import HOUSE, ContentError
from content.releases import version
from publish.bom import bom
from publish.hosting import PATH, recipes
from publish.site import BUILD, SITE, alone
from worksheets.made import LIST, listed, strangers, write_list

DIST = HOUSE / "dist"
HOW_TO = ("hosting.html", "en/hosting.html")  # the page that says how, in each language
PACKED = {".html", ".css", ".js", ".json", ".xml", ".svg"}  # what a server sends compressed
OF_SYSTEM = 9  # where a .gz says on what it was made (RFC 1952): Pythons differ in it, 255 is "unknown"
LEAST = 1_000  # bytes below which compressing wins nothing
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of a zip's clock: the same for every file
README = """\
Teichaku Guide {version} / 定着支援ガイド {version}

日本語：site/index.html をブラウザーで開くと、そのまま使えます。サーバーに置く手順は site/hosting.html にあります。
English: open site/index.html in a browser. How to put it on a server: site/en/hosting.html.

site/           the guide and all its sheets / ガイドとすべての様式
servers/        settings for nginx, Apache, Caddy, IIS / サーバーの設定例
LICENSE, NOTICES.txt, sbom.cdx.json, SHA256SUMS
確かめる / check: sha256sum -c SHA256SUMS
"""


def notices() -> str:
    """The licences of others' work that the site carries, word for word."""
    theme = distribution("mkdocs-material")
    texts = {
        f"Material for MkDocs {theme.version} (scripts, styles, templates)": theme.locate_file(
            f"mkdocs_material-{theme.version}.dist-info/licenses/LICENSE"
        ),
        "Material Design Icons (the pictures on buttons)": theme.locate_file(
            "material/templates/.icons/material/LICENSE"
        ),
    }
    parts = [
        f"{title}\n{'=' * len(title)}\n\n{Path(str(path)).read_text('utf-8').strip()}\n"
        for title, path in texts.items()
    ]
    return "\n\n".join(parts)


def without_pdf(sheets: Path) -> list[Path]:
    """The worksheets of a built site that have no PDF beside them."""
    return [path for path in sorted(sheets.glob("*.docx")) if not path.with_suffix(".pdf").exists()]


def compress(site: Path) -> None:
    """A `.gz` beside each file that a server would compress anew for each reader."""
    for path in sorted(site.rglob("*")):
        if path.suffix in PACKED and path.stat().st_size >= LEAST:
            packed = bytearray(gzip.compress(path.read_bytes(), 9, mtime=0))
            packed[OF_SYSTEM] = 255
            path.with_name(f"{path.name}.gz").write_bytes(packed)


def fill(folder: Path) -> None:
    """Put the whole kit into `folder`."""
    shutil.copytree(SITE, folder / "site")
    servers = folder / "servers"
    servers.mkdir()
    for name, text in recipes(folder / "site"):
        (folder / "site" / name if name == "web.config" else servers / name).write_text(text, "utf-8", newline="\n")
    (folder / "site" / LIST).unlink()
    compress(folder / "site")
    (folder / "README.txt").write_text(README.format(version=version()), "utf-8", newline="\n")
    (folder / "NOTICES.txt").write_text(notices(), "utf-8", newline="\n")
    (folder / "sbom.cdx.json").write_text(bom(HOUSE / "requirements.lock", version()), "utf-8", newline="\n")
    shutil.copyfile(HOUSE / "LICENSE", folder / "LICENSE")
    write_list(folder)


def packed(folder: Path, to: Path) -> None:
    """Zip `folder` under its own name: in order, with one clock and one mode for all."""
    with zipfile.ZipFile(to, "w") as kit:
        files = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*") if each.is_file()}
        for name, path in sorted(files.items()):  # by letters: Windows sorts paths without regard to capitals
            entry = zipfile.ZipInfo(f"{folder.name}/{name}", FIRST_DAY)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # Unix, wherever it is made
            already = path.suffix in (".gz", ".docx", ".png", ".pdf", ".zip")
            entry.compress_type = zipfile.ZIP_STORED if already else zipfile.ZIP_DEFLATED
            kit.writestr(entry, path.read_bytes(), compresslevel=9)


def make() -> Path:
    """Build the kit aside and put it in its place; where it is. Raises ContentError, and the last good kit stays."""
    with alone():
        if not listed(SITE):
            raise ContentError(f"{SITE}: there is no site yet: run make site first")
        if found := strangers(SITE):
            raise ContentError(f"{found[0]}: is not as we made it: run make site again, then make the kit")
        if lacking := without_pdf(SITE / "sheets"):
            raise ContentError(
                f"{lacking[0]}: has no PDF beside it (of {len(lacking)}): run make pdf and make site, then make the kit"
            )
        DIST.mkdir(exist_ok=True)
        name = f"teichaku-guide-{version()}"
        aside = BUILD / "kit"
        shutil.rmtree(aside, ignore_errors=True)
        fill(aside / name)
        made = aside / f"{name}.zip"
        packed(aside / name, made)
        place = DIST / made.name
        os.replace(made, place)
        shutil.rmtree(aside)
    return place


def main() -> int:
    """Make the kit and say what and where it is."""
    utf8()
    try:
        kit = make()
    except (ContentError, OSError) as error:
        print(told(error), f"Nothing was changed in {DIST}.", sep="\n", file=sys.stderr)
        return 1
    digest = hashlib.sha256(kit.read_bytes()).hexdigest()
    print(
        f"Made {kit} ({kit.stat().st_size / 1e6:.0f} MB)\nsha256 {digest}\nIt is shown under {PATH} unless you choose another path: see hosting.html in it."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
