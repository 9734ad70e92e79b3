"""Every command that README and the page on hosting name can be run, and beside each that wants make stands its Windows form."""

import re
from importlib.util import find_spec

import pytest

from conftest import ROOT
from worksheets.office.commands import office

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
RECIPES = dict(re.findall(r"^([a-z][a-z-]*):[^\n]*\n((?:\t[^\n]*\n)*)", MAKEFILE, re.MULTILINE))
PAGES = ["README.md", "docs/en/hosting.md", "docs/ja/hosting.md"]
MODULE = re.compile(r"-m ((?:publish|worksheets)\.[\w.]+)")
WINDOWS = re.compile(r"(?:\.venv\\Scripts\\python|py -3) -m ([\w.]+)")


def text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def commands(page: str) -> set[str]:
    """What a page names as code: whole blocks by line, and words within sentences."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text(page), re.MULTILINE | re.DOTALL)
    within = re.findall(r"`([^`\n]+)`", text(page))
    return {line.partition("#")[0].strip() for block in blocks for line in block.splitlines()} | set(within)


def starts(target: str) -> set[str]:
    """The modules of ours that a make target runs."""
    return set(MODULE.findall(RECIPES[target]))


@pytest.mark.parametrize("page", PAGES)
def test_each_command_of_a_page_is_there(page):
    found = commands(page)
    targets = {word for line in found for word in re.findall(r"\bmake ([a-z][a-z-]*)", line)}
    modules = {word for line in found for word in re.findall(r"-m ([a-z_.]+)", line)}
    subcommands = {word for line in found for word in re.findall(r"build_worksheets\.py ([a-z]+)", line)}
    assert targets and modules
    assert targets <= set(RECIPES)
    assert [module for module in sorted(modules) if find_spec(module) is None] == []
    assert subcommands <= set(office.commands)


@pytest.mark.parametrize("page", PAGES[1:])
def test_beside_each_command_of_the_hosting_page_stands_its_windows_form(page):
    found = commands(page)
    here = {module for line in found for module in WINDOWS.findall(line)}
    targets = {word for line in found for word in re.findall(r"^make ([a-z][a-z-]*)", line)}
    wanted = {module for target in targets for module in starts(target)}
    wanted |= {
        module for line in found if line.startswith((".venv/bin/python", "python")) for module in MODULE.findall(line)
    }
    assert len(wanted) > 3
    assert wanted <= here
    assert ("sha256sum" in text(page)) == ("Get-FileHash" in text(page))


def test_both_languages_of_the_hosting_page_name_the_same_commands():
    english, japanese = (
        {line for line in commands(page) if re.search(r"\bmake |python |^py |sha256sum|Get-", line)}
        for page in PAGES[1:]
    )
    assert english == japanese


@pytest.mark.parametrize("target", [name for name in RECIPES if starts(name)])
def test_what_make_runs_of_ours_has_its_windows_form_in_contributing(target):
    assert starts(target) <= set(WINDOWS.findall(text("CONTRIBUTING.md")))
