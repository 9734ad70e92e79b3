"""The pages of one language, built by MkDocs; what is wrong with them comes as lines in words, all at once."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from content.base import Lang
from content.docs import CONFIGS
from content.files import HOUSE, ContentError
from content.syntax import told
from publish import styles
from publish.shared import share, strip

FOLDERS: dict[Lang, str] = {"ja": "", "en": "en"}
ROOMS = ("content", "docs", "macros", "ruby", "search", "theme", "worksheets")


class _Slips(logging.Handler):
    """Keeps what is said at the level of a warning or above: in a strict build, a reason to stop."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage().strip())


def led_out(rooms: Sequence[str] = ROOMS, house: Path = HOUSE) -> list[str]:
    """Links on disk that lead out of the project, or nowhere: what stands behind them would be published."""
    found = []
    for path in sorted(path for room in rooms for path in (house / room).rglob("*") if path.is_symlink()):
        try:
            inside = path.resolve(strict=True).is_relative_to(house)
        except (OSError, RuntimeError):  # nowhere, or round in a circle
            inside = False
        if not inside:
            name = path.relative_to(house).as_posix()
            found.append(f"{name}:1: is a link that leads out of the project, or nowhere: put the file itself here")
    return found


def both(folder: Path) -> int:
    """All pages of both languages: the Japanese in `folder`, the English below it; how many.

    Raises ContentError with every slip of both; what they share is said once.
    """
    slips: dict[str, None] = {}
    count = 0
    for lang, below in FOLDERS.items():  # the Japanese first: a build empties its folder
        try:
            count += pages(lang, folder / below)
        except ContentError as error:
            slips |= dict.fromkeys(str(error).splitlines())
    if slips:
        raise ContentError("\n".join(slips))
    share(folder, FOLDERS["en"])
    styles.join(folder)
    return count


def _config(lang: Lang, folder: Path) -> MkDocsConfig:
    """The settings and the menu of a language. Raises ContentError where they cannot be read."""
    try:
        return load_config(str(HOUSE / CONFIGS[lang]), site_dir=str(folder), strict=True)
    except MkDocsException as error:
        cause = error.__cause__ or error.__context__
        if not isinstance(cause, yaml.MarkedYAMLError):
            raise ContentError(f"{CONFIGS[lang]}:1: {error}") from None
        line, says = told(cause)
        name = (
            Path(cause.problem_mark.name).name if cause.problem_mark else CONFIGS[lang]
        )  # English inherits the Japanese
        raise ContentError(f"{name}:{line}: cannot be read as YAML: {says}") from None


def pages(lang: Lang, folder: Path) -> int:
    """Build all pages of `lang` into `folder`, which is emptied first; how many they are.

    Raises ContentError with every slip that was found.
    """
    if found := led_out():
        raise ContentError("\n".join(found))
    log, slips = logging.getLogger("mkdocs"), _Slips()
    log.handlers, log.propagate = [slips], False
    config = _config(lang, folder)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except (MkDocsException, SystemExit) as error:  # the macros plugin ends the process where a page is wrong
        raise ContentError("\n".join(dict.fromkeys(slips.lines)) or str(error).strip()) from None
    finally:
        config.plugins.on_shutdown()
    strip(folder)
    return len(list(folder.rglob("*.html")))
