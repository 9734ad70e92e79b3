"""Setting up says in words what is wrong, on any Python that it may meet."""

import ast
import sys
from collections import namedtuple

import pytest

from conftest import ROOT
from publish import setup
from publish.setup import cause


def test_any_python_3_can_read_it_and_say_that_it_is_too_old():
    ast.parse((ROOT / "publish/setup.py").read_text("utf-8"), feature_version=(3, 5))


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (
            "The virtual environment was not created successfully because ensurepip is not available.",
            "apt install python3-venv",
        ),
        ("/usr/bin/python3: No module named venv", "apt install python3-venv"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("Error: [Errno 13] Permission denied: '/srv/guide/.venv'", "can't be written to"),
        ("Error: [Errno 30] Read-only file system: '/srv/guide/.venv'", "can't be written to"),
        (
            "WARNING: Retrying … NewConnectionError('Failed to establish a new connection: [Errno -3] Temporary failure in "
            "name resolution')\nERROR: No matching distribution found for click==8.5.1",
            "no package index can be reached",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))", "PIP_CERT"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "requirements.lock names"),
        ("ERROR: No matching distribution found for lxml==6.1.3", "lacks a package"),
        ("something nobody thought of", "see the lines above"),
    ],
)
def test_each_way_to_fail_has_its_own_remedy(said, says):
    assert says in cause(said)


def test_the_second_of_two_at_once_is_told_to_wait_and_the_next_one_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "HELD", str(tmp_path / "build/setting-up"))
    held = setup.alone()
    with pytest.raises(SystemExit, match="Another setting up is under way"):
        setup.alone()
    held.close()
    setup.alone().close()


def test_where_nothing_can_be_written_it_is_said_so(tmp_path, monkeypatch):
    (tmp_path / "build").mkdir()
    (tmp_path / "build/setting-up").mkdir()
    monkeypatch.setattr(setup, "HELD", str(tmp_path / "build/setting-up"))
    with pytest.raises(SystemExit, match="Setting up failed: see the lines above"):
        setup.alone()


def failing(words: str) -> list[str]:
    """A tool that says these words and fails."""
    return [sys.executable, "-c", f"print({words!r}); raise SystemExit(1)"]


def test_a_tool_that_does_not_say_why_it_failed_found_no_room_where_there_is_none(monkeypatch):
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(setup.shutil, "disk_usage", lambda path: usage(1_000_000))
    with pytest.raises(SystemExit, match="Setting up failed: the disk is full"):
        setup.run("Setting up", failing("Error: Command ensurepip returned non-zero exit status 1."))
    monkeypatch.setattr(setup.shutil, "disk_usage", lambda path: usage(10**12))
    with pytest.raises(SystemExit, match="Setting up failed: see the lines above"):
        setup.run("Setting up", failing("Error: Command ensurepip returned non-zero exit status 1."))


def test_a_traceback_is_shown_only_where_nobody_knows_the_cause():
    said = (
        "ERROR: Exception:\nTraceback (most recent call last):\n  File pip\nOSError: [Errno 28] No space left on device"
    )
    with pytest.raises(SystemExit) as ended:
        setup.run("Fetching", failing(said))
    assert ended.value.code == f"OSError: [Errno 28] No space left on device\nFetching failed: {setup.FULL}"
    with pytest.raises(SystemExit, match="Traceback"):
        setup.run("Fetching", failing("Traceback (most recent call last):\nKeyError: 1"))
