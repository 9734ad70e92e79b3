"""Sets up .venv from the locked list: `python3 -m publish.setup`. Standard library only, and any Python 3 reads it.

Says in words what is wrong where it can't. Exit codes: 0 done, 1 not.
"""

import os
import re
import shutil
import subprocess
import sys
from typing import IO

HOUSE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(HOUSE, ".venv")
LOCK = os.path.join(HOUSE, "requirements.lock")
WHEELS = os.path.join(HOUSE, "wheels")  # the packages themselves, where there is no network (publish/wheels.py)
DONE = os.path.join(VENV, "ok")  # stands once all is installed
HELD = os.path.join(HOUSE, "build", "setting-up")  # locked while somebody sets up
OLDEST = (3, 11)
FULL = "the disk is full: free about 1 GB, then try again"
LITTLE = 50e6  # bytes: with less to spare nothing is set up, and venv doesn't say what it lacked
UNKNOWN = "see the lines above"

CAUSES = [  # what a tool says when it fails, and what a person can do about it
    (
        r"ensurepip is not available|No module named '?venv",
        "Python's venv module is missing: on Debian or Ubuntu, apt install python3-venv",
    ),
    (r"No space left|Errno 28|not enough space", FULL),
    (r"Permission denied|Errno 13|Read-only file system|Errno 30", "this folder can't be written to: " + HOUSE),
    (
        r"DO NOT MATCH THE HASHES",
        "a package is not the one that requirements.lock names: a proxy may have changed it; try from another network",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError",
        "the package index's certificate is not trusted here: name your own with PIP_CERT",
    ),
    (
        r"name resolution|new connection|Connection refused|ConnectTimeout|ReadTimeout|ProxyError|unreachable",
        "no package index can be reached: check the network or the proxy (PIP_INDEX_URL, HTTPS_PROXY)",
    ),
    (
        r"No matching distribution|from versions: none",
        "the package index lacks a package that requirements.lock names: see the lines above",
    ),
    (r"", UNKNOWN),
]


def cause(said: str) -> str:
    """Why a step failed, from what its tool said."""
    return next(why for signs, why in CAUSES if re.search(signs, said))


def run(what: str, command: "list[str]") -> None:
    """Run a step. Where it fails, say why in words, after what it said itself, and end."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        said = done.stdout.decode("utf-8", "replace").strip()
        why = cause(said)
        if why == UNKNOWN and shutil.disk_usage(HOUSE).free < LITTLE:
            why = FULL
        if why != UNKNOWN and "Traceback" in said:  # the tool's last line says it, the others are for its makers
            said = said.splitlines()[-1]
        sys.exit("\n".join((said[-2000:], what + " failed: " + why)))


def hold(path: str) -> "IO[str]":
    """Lock a file for as long as it stays open: a killed process holds nothing. OSError where another has it."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    held = open(path, "w", encoding="utf-8")  # noqa: SIM115 - it stays open
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return held


def alone() -> "IO[str]":
    """The lock of who sets up here; ends where another does, or where nothing can be written."""
    try:
        return hold(HELD)
    except OSError as error:
        if error.filename:
            sys.exit(str(error) + "\nSetting up failed: " + cause(str(error)))
        sys.exit("Another setting up is under way in " + HOUSE + ": wait for its end, then try again.")


def main() -> None:
    """Set up, or bring up to date with the lock."""
    if sys.version_info < OLDEST:
        now, oldest = (".".join(map(str, version[:2])) for version in (sys.version_info, OLDEST))
        sys.exit("Python " + oldest + " or newer is needed, this is " + now + ": https://www.python.org")
    held = alone()
    python = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin", "python")
    if not os.path.exists(DONE):  # new, or left half done
        run("Setting up Python in .venv", [sys.executable, "-m", "venv", "--clear", VENV])
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if os.path.isdir(WHEELS):
        pip += ["--no-index", "--find-links", WHEELS]
    run("Installing the locked packages", pip + ["--require-hashes", "-r", LOCK])  # noqa: RUF005 - for any Python 3
    with open(DONE, "w", encoding="utf-8"):
        held.close()


if __name__ == "__main__":
    main()
