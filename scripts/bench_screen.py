"""The terminal of the end-to-end tests, which also tells whether a frame changed any cell."""

from __future__ import annotations

from tests.end_to_end.terminal_screen import Answers, Emulator

__all__ = ["Answers", "Screen"]


class Screen(Emulator):
    """What the program's output makes of a screen."""

    def __init__(self, columns: int, rows: int, answers: Answers) -> None:
        """Start empty; sizes in cells."""
        super().__init__(columns, rows, answers)
        self._columns = columns
        self._rows: dict[tuple[bool, int], int] = {}

    def changed(self) -> bool:
        """Tell whether any cell, its letter or its look, is another than at the last call."""
        shown = self._screens[self.alternate]
        changed = False
        for row in shown.dirty:
            cells = shown.buffer[row]
            now = hash(tuple(cells[column] for column in range(self._columns)))
            changed = changed or self._rows.get((self.alternate, row)) != now
            self._rows[self.alternate, row] = now
        shown.dirty.clear()
        return changed
