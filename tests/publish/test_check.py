"""What `python -m publish.check` says: each slip once, whoever met it."""

from content.files import ContentError
from publish import check


def test_a_slip_that_two_checks_meet_is_said_once(monkeypatch, capsys):
    def door(*_):
        raise ContentError("a.yml:1: x: is missing\nb.yml:2: y: is empty")

    monkeypatch.setattr(check, "_built", door)
    monkeypatch.setattr(check, "load", door)
    monkeypatch.setattr(check, "slips", lambda: iter(["c.md:3: z", "b.yml:2: y: is empty"]))
    assert check.main() == 1
    assert capsys.readouterr().err.splitlines() == ["a.yml:1: x: is missing", "b.yml:2: y: is empty", "c.md:3: z"]
