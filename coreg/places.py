"""Where things live: the couple's folder, the settings, and what belongs to this computer alone."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

__all__ = [
    "NoFolderError",
    "Places",
    "awake",
    "device_id",
    "find_data",
    "find_places",
    "is_missing",
    "zone_name",
]

_DEVICE_BYTES = 6
_BOOT = Path("/proc/sys/kernel/random/boot_id")


class NoFolderError(Exception):
    """There is no home folder to keep anything in, and none was named."""

    code = "no_folder"

    def __init__(self) -> None:
        """Have a code like every error of ours."""
        super().__init__(self.code)
        self.facts: dict[str, object] = {}


@dataclass(frozen=True, slots=True)
class Places:
    """Three folders; none of them need exist yet.

    ``data`` is what a couple copies to a stick. ``config`` has config.toml, patterns.toml,
    help.toml and the folder scripts. ``state``
    belongs to this computer, so that a copied book does not bring along who wrote it.
    """

    data: Path
    config: Path
    state: Path

    @property
    def settings_file(self) -> Path:
        """The file with the settings."""
        return self.config / "config.toml"

    @property
    def patterns_file(self) -> Path:
        """The file with the couple's own breathing patterns."""
        return self.config / "patterns.toml"

    @property
    def scripts_folder(self) -> Path:
        """The folder with the couple's own scripts."""
        return self.config / "scripts"

    @property
    def help_file(self) -> Path:
        """The couple's own people who can help."""
        return self.config / "help.toml"


def find_places(data_dir: str | None, env: Mapping[str, str]) -> Places:
    """Return the places: ``data_dir``, else ``COREG_DATA_DIR``, else where this system keeps such things.

    Without a home folder a named folder holds all three.

    Raises:
        NoFolderError: there is no home folder and none was named.
    """
    data = _named(data_dir, env)
    if not _has_home(env):
        if data is None:
            raise NoFolderError
        return Places(data, data / "settings", data / "state")
    import platformdirs

    state = platformdirs.user_state_path("coreg", appauthor=False)
    usual = platformdirs.user_data_path("coreg", appauthor=False)
    if state == usual:  # macOS and Windows know no difference
        state = state.with_name("coreg-state")
    return Places(data or usual, platformdirs.user_config_path("coreg", appauthor=False), state)


def find_data(data_dir: str | None, env: Mapping[str, str]) -> Path:
    """Return the folder of the data alone: all that a command needs which only reads the book.

    Raises:
        NoFolderError: there is no home folder and none was named.
    """
    return _named(data_dir, env) or find_places(None, env).data


def is_missing(path: Path) -> bool:
    """Tell whether there is nothing at a path.

    What may not be looked at is not missing: opening it says what stands in the way.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _named(data_dir: str | None, env: Mapping[str, str]) -> Path | None:
    named = data_dir or env.get("COREG_DATA_DIR", "")
    return _at_home(named).absolute() if named else None


def _at_home(named: str) -> Path:
    """Return a path with ``~`` as the home folder; where that is nobody's, it is the name of a folder."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def _has_home(env: Mapping[str, str]) -> bool:
    """Tell whether there is a home folder. An empty HOME is none: it would mean the root of the disk."""
    if sys.platform != "win32" and "HOME" in env:
        return Path(env["HOME"]).is_absolute()
    try:
        return Path.home().is_absolute()
    except RuntimeError:
        return False


def device_id(places: Places, random: Callable[[int], bytes]) -> str:
    """Return the name of this computer in the records: twelve hex digits, kept in the state folder.

    Where nothing can be kept, it holds for this run.
    """
    path = places.state / "device"
    if found := _read_device(path):
        return found
    made = random(_DEVICE_BYTES).hex()
    draft = path.with_name(f"device.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(made + "\n", encoding="ascii")
        draft.chmod(0o600)
        draft.replace(path)
    except OSError:
        return made
    return _read_device(path) or made


def _read_device(path: Path) -> str:
    """Return the kept name, or "" when there is none that holds."""
    try:
        text = path.read_bytes()[:64].decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    fits = len(text) == 2 * _DEVICE_BYTES and all(one in "0123456789abcdef" for one in text)
    return text if fits else ""


def zone_name(moment: datetime) -> str:
    """Return the zone of this computer, such as "Europe/Lisbon"; where it has no name, that of the moment."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if "/" not in named or named.startswith("/"):
        try:
            named = str(Path("/etc/localtime").readlink())
        except OSError:
            named = ""
        _, found, named = named.rpartition("zoneinfo/")
        named = named if found else ""
    return named or moment.tzname() or "UTC"


def awake() -> tuple[str, float]:
    """Return the name of this start of the computer and the seconds since it, those asleep included.

    Where a start has no name it is "", and nobody should count by these seconds.
    """
    try:
        boot = _BOOT.read_bytes()[:64].decode("ascii").strip()
        return boot, time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
    except (OSError, UnicodeDecodeError, AttributeError):
        return "", time.monotonic()
