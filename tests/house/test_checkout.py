"""A checkout on Windows, whose Git turns line ends into its own where the project does not say otherwise."""

import shutil
import subprocess

import pytest

from conftest import ROOT


@pytest.mark.parametrize(
    "name",
    ["tests/needs.sh", ".ci/run", "Makefile", "publish/blank/page.ja.md", "worksheets/consent.yml", "theme/js/page.js"],
)
@pytest.mark.parametrize("setting", ["core.autocrlf=true", "core.eol=crlf"])
def test_line_ends_are_the_same_wherever_it_is_checked_out(name, setting, tmp_path):
    """Before, a shell on Windows stopped at the first line of tests/needs.sh."""
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / name, tmp_path / name)
    git = ["git", "-c", setting, "-c", "core.safecrlf=false", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    (tmp_path / name).unlink()
    subprocess.run([*git, "checkout", "-q", "--", "."], cwd=tmp_path, check=True)
    assert b"\r" not in (tmp_path / name).read_bytes()
