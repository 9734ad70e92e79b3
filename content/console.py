"""What a person reads in a terminal: any letters on any console, and nothing that would act on it."""

from __future__ import annotations

import errno
import re
import shutil
import sys

CAUSES = {
    errno.ENOSPC: "the disk is full: free some room, then try again",
    errno.EDQUOT: "your share of the disk is full: free some room, then try again",
    errno.EACCES: "this user must not write or read there: change the permissions, or take another folder",
    errno.EPERM: "this user must not write or read there: change the permissions, or take another folder",
    errno.EROFS: "nothing can be written there (read-only): take another folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder: take another folder",
    errno.EISDIR: "is a folder where a file is expected",
    errno.EEXIST: "is a file where a folder is expected: take another folder",
    errno.ENOENT: "is not there",
    errno.ENAMETOOLONG: "the name is too long for this disk: take a shorter path",
}
OPEN_ELSEWHERE = 32  # Windows' number: a file that somebody reads can't be replaced there


def in_words(error: OSError) -> str:
    """What the system could not do, where, and what a person can do about it."""
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):  # of a whole folder: the first says it
        _, where, why = error.args[0][0]
        number = re.match(r"\[Errno (\d+)\]", str(why))
        return f"{where}: {CAUSES.get(int(number[1]) if number else 0, why)}"
    if getattr(error, "winerror", None) == OPEN_ELSEWHERE:
        return f"{error.filename}: is open in another program: close it there, then try again"
    why = CAUSES.get(error.errno or 0, error.strerror or str(error))
    return f"{error.filename}: {why}" if error.filename else why


def told(error: Exception) -> str:
    """Why a command ends, in words: what the system could not do, or what our own error says."""
    return in_words(error) if isinstance(error, OSError) else str(error)


def utf8() -> None:
    """Write UTF-8 whatever the console or the file behind it is set to: no letter ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
