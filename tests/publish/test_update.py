"""What an update of the locked packages says."""

from publish.update import changes


def test_what_came_went_and_changed_is_named_and_the_rest_is_not():
    before = "click==8.5.0 \\\n    --hash=sha256:aa\nlxml==6.1.3 \\\nold-one==1.0 \\\n"
    after = "click==8.5.1 \\\n    --hash=sha256:bb\nlxml==6.1.3 \\\nnew-one==2.0 \\\n"
    assert changes(before, after) == ["click  8.5.0 → 8.5.1", "new-one  new → 2.0", "old-one  1.0 → gone"]


def test_nothing_newer_is_said_as_nothing():
    assert changes("click==8.5.1\n", "click==8.5.1\n") == []
