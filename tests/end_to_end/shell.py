"""Runs the real program as a shell does, with the environment of a fresh person."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COREG = (sys.executable, "-m", "coreg")
LIMIT = 30.0
"""Seconds a command has to end in; it is far more than any needs."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did, in bytes as they came."""

    code: int
    out: bytes
    err: bytes

    @property
    def said(self) -> str:
        """Return the talk as text."""
        return self.err.decode()


@dataclass(frozen=True, slots=True)
class Shell:
    """Runs commands with an empty home."""

    home: Path

    @property
    def env(self) -> dict[str, str]:
        """Return the environment of a fresh person: hardly any, and not even UTF-8."""
        return {
            "HOME": str(self.home),
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C",
        }

    def run(self, *words: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
        """Run a command to its end, away from any terminal."""
        return self._run([*COREG, *words], stdin, env)

    def told(self, lines: list[str], *words: str, stdin: bytes = b"") -> Ran:
        """Run a command with lines on a descriptor that it is told to read passphrases from."""
        read, write = os.pipe()
        try:
            os.write(write, "".join(f"{line}\n" for line in lines).encode())
            os.close(write)
            return self._run([*COREG, *words, "--passphrase-fd", str(read)], stdin, None, read)
        finally:
            os.close(read)

    def _run(self, command: list[str], stdin: bytes, env: dict[str, str] | None, *handles: int) -> Ran:
        done = subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            env={**self.env, **(env or {})},
            cwd=self.home,
            timeout=LIMIT,
            check=False,
            pass_fds=handles,
            start_new_session=True,
        )
        return Ran(done.returncode, done.stdout, done.stderr)
