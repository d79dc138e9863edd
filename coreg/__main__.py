"""The way in: ``coreg`` and ``python -m coreg``."""

from __future__ import annotations

import sys

from coreg import __version__

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Run one command and return the exit code.

    0 done, 1 failed, 2 usage or settings, 3 busy, 4 damaged, 130 interrupted.
    """
    words = sys.argv[1:] if argv is None else argv
    if words == ["--version"] and sys.stdout is not None:
        sys.stdout.write(f"coreg {__version__}\n")
        return 0
    from coreg.commands.run import run
    from coreg.terminal.environment import keep_private

    keep_private()
    return run(words)


if __name__ == "__main__":
    sys.exit(main())
