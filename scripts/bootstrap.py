"""Makes `.venv` from the locked, hashed requirements whenever they changed, and starts programs in it.

Nothing but the standard library is used here, and little of it on the way that every start takes: two small
files are compared, then the program takes this one's place.

A finished environment carries a stamp for each group of requirements ("run", "test"): the text of the locks
that it was made from, the Python that made it, and where it stands. It is written last. So an environment
without a right stamp was never finished, was moved, or is out of date, and is made anew.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.right_python import hand_over

ROOT = Path(__file__).resolve().parent.parent
# What each group is made of. The tests need all that coreg needs, and more.
GROUPS = {"run": ("run",), "test": ("run", "test")}

# Settings for other Pythons that would harm this one: the first has every module compiled at every start, the
# second sends a frame in pieces, the others put other libraries in the place of the locked ones.
UNWANTED = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONHOME", "PYTHONPATH")

NO_NETWORK = (
    "ConnectTimeoutError",
    "Failed to establish a new connection",
    "NameResolutionError",
    "NewConnectionError",
    "ProxyError",
    "ReadTimeoutError",
)


class NotReadyError(Exception):
    """The environment could not be made. The message is a sentence for the person who waits."""


class Place:
    """One copy of the project: where its environment stands and what that was made from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def locks(self, group: str) -> list[Path]:
        """Return the lock files of a group, "run" or "test"."""
        return [self.root / "requirements" / f"{part}.txt" for part in GROUPS[group]]

    def stamp(self, group: str) -> Path:
        """Return the file that says what the group was made from."""
        return self.venv / f"made-from-{group}"

    def wanted(self, group: str) -> str:
        """Return what the stamp must say."""
        made_by = f"{sys.version}\n{sys.base_prefix}\n{self.venv}\n"
        return made_by + "".join(lock.read_text("utf-8") for lock in self.locks(group))

    def ready(self, group: str) -> bool:
        """Say whether the group is there, complete and up to date."""
        try:
            made_from = self.stamp(group).read_text("utf-8", "surrogateescape")
            return made_from == self.wanted(group) and self.python.exists()
        except OSError:
            return False


def start(arguments: list[str], root: Path = ROOT) -> int:
    """Start coreg in the place of this program; return an exit code only if that could not be."""
    place = Place(root)
    code = make_ready(place, "run")
    if code == 0:
        hand_over([str(place.python), "-I", "-m", "coreg", *arguments])
    return code


def make_ready(place: Place, group: str) -> int:
    """Make the environment hold the group; return 0, or say what is wrong and return 1 (130: interrupted).

    Takes from this program's own settings what would harm the programs that it starts next.
    """
    for name in UNWANTED:
        os.environ.pop(name, None)
    if place.ready(group):
        return 0
    try:
        with alone(place):
            if not place.ready(group):
                make(place, group)
    except NotReadyError as trouble:
        say(str(trouble))
    except OSError as trouble:
        where = trouble.filename or place.venv
        say(f"coreg could not be made ready: {trouble.strerror or trouble} ({where}).")
    except KeyboardInterrupt:
        say("Stopped. The next start begins this again.")
        return 130
    else:
        return 0
    return 1


def make(place: Place, group: str) -> None:
    """Build the environment, or add the group to one that has all but this. Raises NotReadyError, OSError."""
    if group == "test" and place.ready("run") and not place.stamp("test").exists():
        say("Getting what the tests need. This happens once and takes about half a minute.")
        place.stamp("run").unlink()
    else:
        say("Making coreg ready. This happens once and takes about half a minute.")
        begin_anew(place)
    install(place, place.locks(group))
    find_project(place)
    compile_all(place)
    for part in GROUPS[group]:
        place.stamp(part).write_text(place.wanted(part), "utf-8", "surrogateescape")


def begin_anew(place: Place) -> None:
    """Replace whatever stands in the environment's place by an empty one with pip in it."""
    import shutil
    from importlib.util import find_spec

    if not (find_spec("venv") and find_spec("ensurepip")):
        raise NotReadyError(
            "This Python came without venv, the part that sets up a place for coreg's libraries. "
            f"On Debian or Ubuntu: sudo apt install python3.{sys.version_info[1]}-venv. Then try again."
        )
    if place.venv.is_symlink() or place.venv.is_file():
        place.venv.unlink()
    elif place.venv.exists():
        shutil.rmtree(place.venv)
    code, said = run(place, [base_python(), "-I", "-m", "venv", str(place.venv)])
    if code:
        shutil.rmtree(place.venv, ignore_errors=True)
        raise NotReadyError(f"Python could not set up a place for coreg's libraries:\n{ending(said)}")


def install(place: Place, locks: list[Path]) -> None:
    """Install exactly what the locks name, each file checked against its hash. Raises NotReadyError."""
    pip = [str(place.python), "-I", "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
    asked = [word for lock in locks for word in ("-r", str(lock))]
    code, said = run(
        place, [*pip, "install", "--no-user", "--no-compile", "--no-deps", "--require-hashes", *asked]
    )
    if code:
        raise NotReadyError(why_no_install(said))


def why_no_install(said: str) -> str:
    """Put into a sentence why pip failed, given what it said."""
    if any(sign in said for sign in NO_NETWORK):
        return (
            "There is no network, and the first start needs it to fetch coreg's libraries. Try again later."
        )
    if "DO NOT MATCH THE HASHES" in said:
        return (
            "A library that was fetched is not the one that this version of coreg was tested with, "
            f"and was not installed:\n{ending(said)}"
        )
    return f"coreg's libraries could not be installed:\n{ending(said)}"


def find_project(place: Place) -> None:
    """Let the environment's Python find the project in its place, so that nothing has to be built."""
    import glob

    pattern = "Lib/site-packages" if sys.platform == "win32" else "lib/python*/site-packages"
    for folder in glob.glob(str(place.venv / pattern)):  # noqa: PTH207
        site = Path(folder)
        # Relative, so that no letter of the path can be read wrongly in another locale.
        (site / "coreg.pth").write_text(os.path.relpath(place.root, site) + "\n", "ascii")


def compile_all(place: Place) -> None:
    """Compile the libraries and coreg, so that the first start is as quick as the second.

    Some libraries carry files for other versions of Python that cannot be compiled; those are nobody's loss.
    """
    folders = [str(place.venv), str(place.root / "coreg")]
    run(place, [str(place.python), "-I", "-m", "compileall", "-qq", "-j", "0", *folders])


@contextmanager
def alone(place: Place) -> Iterator[None]:
    """Hold the right to change the environment, until the block or the process ends; wait for others."""
    with (place.root / ".venv.lock").open("ab") as handle:
        try:
            lock(handle.fileno(), wait=False)
        except OSError:
            say("Another start is making coreg ready; waiting for it.")
            lock(handle.fileno(), wait=True)
        # So a pip that outlives a killed start still holds the right, and nobody builds beneath its hands.
        os.set_inheritable(handle.fileno(), True)
        yield


if sys.platform == "win32":
    import msvcrt

    def lock(file: int, *, wait: bool) -> None:
        """Lock an open file for this process. Raises OSError when it is taken and `wait` is false."""
        while True:
            try:
                return msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                # LK_LOCK gives up after ten seconds.
                if not wait:
                    raise
else:
    import fcntl

    def lock(file: int, *, wait: bool) -> None:
        """Lock an open file for this process. Raises OSError when it is taken and `wait` is false."""
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def base_python() -> str:
    """Return the Python to build with: never the one inside the environment that is about to be removed."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def run(place: Place, command: list[str]) -> tuple[int, str]:
    """Run a program in the project's folder; return its exit code and all that it said."""
    from subprocess import PIPE, STDOUT
    from subprocess import run as run_program

    done = run_program(command, cwd=place.root, stdout=PIPE, stderr=STDOUT, close_fds=False, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def ending(said: str, lines: int = 6) -> str:
    """Return the last lines of what a program said."""
    return "\n".join(said.strip().splitlines()[-lines:])


def say(sentence: str) -> None:
    """Tell the person who waits; standard output stays free for what coreg prints."""
    print(sentence, file=sys.stderr, flush=True)
