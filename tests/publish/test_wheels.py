"""The packages for a machine without a network: all of them, or the folder as it was."""

import sys
from pathlib import Path

import pytest

from publish import site, wheels


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A house of its own, and what pip would do: it puts the named files down, and fails if there is one called "missing"."""
    (tmp_path / "build").mkdir()
    monkeypatch.setattr(site, "BUILD", tmp_path / "build")
    monkeypatch.setattr(wheels, "BUILD", tmp_path / "build")
    monkeypatch.setattr(wheels, "WHEELS", str(tmp_path / "wheels"))
    there: list[str] = []

    def pip(what: str, command: list[str]) -> None:
        for name in there:
            if name == "missing":
                sys.exit(f"{what} failed")
            (Path(command[-1]) / name).write_text(name, "utf-8")

    monkeypatch.setattr(wheels, "run", pip)
    return there


def names(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "wheels").iterdir())


def test_a_second_kind_of_machine_stands_beside_the_first(index, tmp_path):
    index[:] = ["a-linux.whl"]
    wheels.fetch([])
    index[:] = ["a-windows.whl"]
    assert wheels.fetch(["win_amd64"]).startswith("2 packages")
    assert names(tmp_path) == ["a-linux.whl", "a-windows.whl"]


def test_where_one_cannot_be_had_the_folder_stays_as_it_was(index, tmp_path):
    index[:] = ["a.whl"]
    wheels.fetch([])
    index[:] = ["b.whl", "missing"]
    with pytest.raises(SystemExit):
        wheels.fetch([])
    assert names(tmp_path) == ["a.whl"]


def test_at_the_first_time_there_is_no_half_a_folder_either(index, tmp_path):
    index[:] = ["b.whl", "missing"]
    with pytest.raises(SystemExit):
        wheels.fetch([])
    assert not (tmp_path / "wheels").exists()
