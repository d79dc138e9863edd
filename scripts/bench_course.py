"""Where measurements run: invented books, commands, and runs that are done again when the machine is busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coreg.commands.invented import invent
from scripts.bench_environment import environment
from scripts.bench_terminal import Program

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.end_to_end.terminal_screen import Answers

__all__ = ["LIMIT", "Course", "Start"]

T = TypeVar("T")
Start = Callable[[], Program]

LIMIT = 20.0
"""Milliseconds in a second for which a program may wait for a processor; above that a run counts as noisy."""

_SEED = 20
_HERE = Path(__file__).resolve().parent


@dataclass(slots=True)
class Course:
    """One round of measurements in a folder of its own."""

    folder: Path
    quick: bool = False
    patience: int = 4
    again: int = 0
    """How many runs were thrown away because the machine was busy."""
    _books: dict[tuple[int, bool], Path] = field(default_factory=dict)

    def times(self, usual: int) -> int:
        """Return how often to repeat something that is usually done so often."""
        return max(2, usual // 5) if self.quick else usual

    def seconds(self, usual: float) -> float:
        """Return how long to look at something that is usually looked at for so many seconds."""
        return usual / 2 if self.quick else usual

    def books(self, years: int, *, full: bool = False) -> Path:
        """Return a folder with the books of so many years until today, or until the end of this year."""
        if (years, full) not in self._books:
            folder = self.folder / f"{'full' if full else 'until-today'}-{years}"
            now = datetime.now().astimezone()
            today = now.replace(month=12, day=31, hour=20) if full else now
            invent(folder, years=years, seed=_SEED, today=today)
            self._books[years, full] = folder
        return self._books[years, full]

    def coreg(
        self,
        *words: str,
        years: int = 10,
        size: tuple[int, int] = (112, 32),
        answers: Answers | None = None,
        python: tuple[str, ...] = (),
        program: tuple[str, ...] = ("-m", "coreg"),
        more: Mapping[str, str] | None = None,
    ) -> Start:
        """Return what starts coreg on the books of so many years; ``more`` is added to the environment."""
        books = self.books(years)
        command = [sys.executable, *python, *program, *words, "--data-dir", str(books)]

        def start() -> Program:
            # A session that the run before left open would be offered first.
            (books / "live.json").unlink(missing_ok=True)
            return Program(command, environment(self.folder, more), size, answers)

        return start

    def small(
        self, name: str, size: tuple[int, int] = (112, 32), *, rate: int | None = None, frames: int = 30
    ) -> Start:
        """Return what starts one of the small programs, with Textual's own frame rate or another.

        ``frames`` is how often a second it shows something new by itself, if it does.
        """
        more = {} if rate is None else {"TEXTUAL_FPS": str(rate)}
        command = [sys.executable, str(_HERE / "bench_programs.py"), name, str(frames)]
        return partial(Program, command, environment(self.folder, more), size)

    def quiet(self, measure: Callable[[], tuple[T, float]], limit: float = LIMIT) -> tuple[T, bool]:
        """Measure until the machine was quiet enough; return the quietest, and whether it was not.

        ``measure`` returns what it measured and the noise of it, see :data:`LIMIT`.
        """
        runs: list[tuple[float, T]] = []
        for _ in range(self.patience):
            result, noise = measure()
            if noise <= limit:
                return result, False
            runs.append((noise, result))
            self.again += 1
        return min(runs, key=lambda run: run[0])[1], True
