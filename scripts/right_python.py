"""Is this a Python that coreg runs on? Written so that Python 3.6 can still read it and decline politely."""

import os
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)


def fits(version: "tuple[int, int]") -> bool:
    """Say whether coreg runs on this (major, minor) version of Python."""
    return OLDEST <= version <= NEWEST


def another() -> "str | None":
    """Return the path of the newest fitting Python on the PATH, or None.

    Each one found is asked for its version: a name may be a stand-in for a Python that is not there.
    """
    import shutil
    import subprocess

    ask = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and subprocess.call([found, "-c", ask], stderr=subprocess.DEVNULL) == 0:
            return found
    return None


def or_leave(argv: "list[str]") -> None:
    """Return if this Python fits; else hand `argv` to one that does, or leave with a sentence and code 1."""
    here = (sys.version_info[0], sys.version_info[1])
    if fits(here):
        return
    python = another()
    if python is None:
        sys.exit(
            f"coreg needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}. This one is {here[0]}.{here[1]}, and no "
            "other was found. Please install one of them and try again."
        )
    hand_over([python, *argv])


def hand_over(command: "list[str]") -> None:
    """Put another program in the place of this one, with its own exit code and signals. Does not return."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    import signal
    import subprocess

    # Ctrl-C is for the program that runs, not for the one that waits for it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(subprocess.call(command))
