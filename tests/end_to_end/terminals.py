"""Opens terminals for a test: what the fixture ``terminals`` hands over."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminal_screen import Answers
from tests.end_to_end.terminal_window import ROOT


class Terminals:
    """Opens terminals for one test and closes them all behind it."""

    def __init__(self, home: Path, stack: ExitStack) -> None:
        """Keep the home folder that every program gets, and where to note what must be closed."""
        self.home = home
        self._stack = stack

    def open(
        self,
        *command: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        answers: Answers | None = None,
        cwd: Path = ROOT,
    ) -> Terminal:
        """Start a command in a terminal of that size (columns, rows), in a clean environment."""
        terminal = Terminal(command, home=self.home, size=size, env=env, answers=answers, cwd=cwd)
        return self._stack.enter_context(terminal)

    def python(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        answers: Answers | None = None,
        cwd: Path = ROOT,
    ) -> Terminal:
        """Start Python with these arguments: ``python("-m", "coreg", "begin")``."""
        return self.open(sys.executable, *arguments, size=size, env=env, answers=answers, cwd=cwd)

    def coreg(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        answers: Answers | None = None,
        cwd: Path = ROOT,
    ) -> Terminal:
        """Start coreg with these arguments; its data lie below :attr:`home`."""
        return self.python("-m", "coreg", *arguments, size=size, env=env, answers=answers, cwd=cwd)
