"""The pages of one language, built by MkDocs; what is wrong with them comes as lines in words, all at once."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import yaml
from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from content.base import Lang, nearest
from content.docs import CONFIGS
from content.files import HOUSE, ContentError
from content.syntax import unreadable
from publish import markup, scripts, styles
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
    scripts.join(folder)
    styles.join(folder)
    markup.tighten(folder)
    return count


@contextmanager
def _building(lang: Lang, folder: Path, *, strict: bool) -> Iterator[tuple[MkDocsConfig, _Slips]]:
    """The settings of a language and what is said while it is built. Raises ContentError with every slip."""
    log, slips = logging.getLogger("mkdocs"), _Slips()
    log.handlers, log.propagate = [slips], False
    config = _config(lang, folder, strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        yield config, slips
    except (MkDocsException, SystemExit) as error:  # the macros plugin ends the process where a page is wrong
        raise ContentError("\n".join(dict.fromkeys(slips.lines)) or str(error).strip()) from None
    finally:
        config.plugins.on_shutdown()


def _config(lang: Lang, folder: Path, *, strict: bool) -> MkDocsConfig:
    """The settings and the menu of a language. Raises ContentError where they cannot be read."""
    try:
        return load_config(str(HOUSE / CONFIGS[lang]), site_dir=str(folder), strict=strict)
    except MkDocsException as error:
        cause = error.__cause__ or error.__context__
        if not isinstance(cause, yaml.MarkedYAMLError):
            raise ContentError(f"{CONFIGS[lang]}:1: {error}") from None
        mark = cause.problem_mark  # the English file inherits the Japanese one
        raise ContentError(unreadable(cause, Path(mark.name).name if mark else CONFIGS[lang])) from None


def pages(lang: Lang, folder: Path) -> int:
    """Build all pages of `lang` into `folder`, which is emptied first; how many they are.

    Raises ContentError with every slip that was found.
    """
    if found := led_out():
        raise ContentError("\n".join(found))
    with _building(lang, folder, strict=True) as (config, _):
        build(config)
    strip(folder)
    return len(list(folder.rglob("*.html")))


def one(lang: Lang, name: str, folder: Path) -> tuple[Path, list[str]]:
    """Build page `name` alone, beside what `folder` holds: where it is, and what is wrong with it.

    All others are read for their titles only. Raises ContentError where there is no such page, or data are wrong.
    """
    with _building(lang, folder, strict=False) as (config, slips):
        page = _alone(config, name)
    return page, [line for line in dict.fromkeys(slips.lines) if f"docs/{lang}/{name}.md" in line]


def _alone(config: MkDocsConfig, name: str) -> Path:
    """What MkDocs' own build does, in its order, for one page: its index, its other pages and their links are left out."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files, env = get_files(config), config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    if (wanted := files.get_file_from_path(f"{name}.md")) is None:
        known = [file.src_uri.removesuffix(".md") for file in files.documentation_pages()]
        raise ContentError(nearest(name, sorted(known), "page"))
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages():
        page = file.page or Page(None, file, config)
        if file is not wanted:
            page.read_source(config)
    assert wanted.page is not None
    _populate_page(wanted.page, config, files)
    files.copy_static_files()
    _build_page(wanted.page, config, files.documentation_pages(), nav, env)
    return Path(wanted.abs_dest_path)
