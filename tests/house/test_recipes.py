"""What the documentation tells is what there is: each macro, command and make target stands in README or CONTRIBUTING."""

import re

import pytest

from build_worksheets import build
from conftest import ROOT
from macros import BLOCKS, INLINE

TOLD = "\n".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z][a-z-]*):.*## ", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("macro", [macro.__name__ for macro in (*BLOCKS, *INLINE)])
def test_a_macro_is_told_to_editors(macro):
    assert f"`{macro}" in TOLD


@pytest.mark.parametrize("target", TARGETS)
def test_a_make_target_is_told(target):
    assert f"make {target}" in TOLD


@pytest.mark.parametrize(
    "option", [option for parameter in build.params for option in parameter.opts if option.startswith("--")]
)
def test_an_option_of_the_command_line_is_told(option):
    assert option in TOLD


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:content|docs|macros|search|tests|theme|worksheets|publish)/[\w./-]*)`", TOLD)))
)
def test_a_path_that_is_named_is_there(path):
    assert (ROOT / path.rstrip("/")).exists()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`make ([a-z-]+)", TOLD))))
def test_a_make_target_that_is_told_is_there(command):
    assert re.search(rf"^{command}:", MAKEFILE, re.MULTILINE)
