"""What the system could not do, said in words."""

import errno
import shutil

import pytest

from content.console import in_words


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space", "/x"), "/x: the disk is full: free some room, then try again"),
        (shutil.Error([("/a", "/b", "[Errno 28] No space left on device: '/b'")]), "/b: the disk is full"),
        (
            shutil.Error([("/a", "/b", "[Errno 13] Permission denied"), ("/c", "/d", "x")]),
            "/b: this user must not write",
        ),
        (shutil.Error([("/a", "/b", "odd")]), "/b: odd"),
        (shutil.Error("`/a` and `/a` are the same file"), "are the same file"),
    ],
)
def test_what_the_system_could_not_do_is_said_in_words(error, says):
    assert says in in_words(error)
