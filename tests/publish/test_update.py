"""What an update of the locked packages says."""

import subprocess

import pytest

from publish import update
from publish.update import changes


def test_what_came_went_and_changed_is_named_and_the_rest_is_not():
    before = "click==8.5.0 \\\n    --hash=sha256:aa\nlxml==6.1.3 \\\nold-one==1.0 \\\n"
    after = "click==8.5.1 \\\n    --hash=sha256:bb\nlxml==6.1.3 \\\nnew-one==2.0 \\\n"
    assert changes(before, after) == ["click  8.5.0 → 8.5.1", "new-one  new → 2.0", "old-one  1.0 → gone"]


def test_nothing_newer_is_said_as_nothing():
    assert changes("click==8.5.1\n", "click==8.5.1\n") == []


@pytest.fixture
def uv(tmp_path, monkeypatch):
    """A house with a list, and a uv that pins one newer package."""
    (tmp_path / "requirements.lock").write_bytes(b"click==1.0\n")
    for name, value in {"HOUSE": tmp_path, "BUILD": tmp_path / "build", "LOCK": tmp_path / "requirements.lock"}.items():
        monkeypatch.setattr(update, name, value)
    monkeypatch.setattr(update.shutil, "which", lambda name: name if name == "uv" else None)

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        with open(command[-1], "wb") as new:
            new.write(b"click==2.0\n")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(update.subprocess, "run", run)
    monkeypatch.setattr(update.sys, "argv", ["publish.update"])


def test_without_npm_what_was_done_is_still_said_as_done(uv, capsys):
    assert update.main() == 0
    said = capsys.readouterr()
    assert "click  1.0 → 2.0" in said.out and "npm is not here" in said.out
    assert "Nothing was changed" not in said.err
    assert update.LOCK.read_bytes() == b"click==2.0\n"
