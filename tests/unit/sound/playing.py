"""A child whose clock only goes on when it is told, and what it was heard to play."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coreg.sound.backends import handed_over
from coreg.sound.player import Player
from tests.unit.sound.ears import Heard

__all__ = ["Stepped", "heard_in", "stepped"]


class Stepped(Player):
    """A player whose child writes to a file; its clock is a number that :meth:`go_to` sets."""

    def __init__(self, path: Path) -> None:
        """Start the child at second 100."""
        super().__init__(["--to", str(path), "--stepped"])
        self.now = 100.0
        self.go_to(self.now)

    def clock(self) -> float:
        """Return the second at which the child is."""
        return self.now

    def go_to(self, moment: float) -> None:
        """Let the clock go on."""
        self.now = moment
        self.until(moment)

    def close(self) -> None:
        """Say no more; the child ends when it has done what it was told."""
        self._lines.put(None)


def heard_in(path: Path) -> Heard:
    """Return what a child wrote."""
    return Heard(handed_over(path.read_bytes()))


@contextmanager
def stepped(path: Path) -> Iterator[Stepped]:
    """Give a stepped player; at the end of the block everything that it was told has been done."""
    player = Stepped(path)
    try:
        yield player
        player.close()
        player.wait(20)
    finally:
        player.end()
