"""What a screen is handed when it is made: the runner, the couple, the settings, the keys, the dates."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, Any

from coreg.sound.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import datetime

    from textual.screen import Screen

    from coreg.evening.couple import Couple
    from coreg.evening.keeping import Keeping
    from coreg.evening.planning import Options
    from coreg.evening.runner import Runner
    from coreg.keys import Keymap
    from coreg.practice.play import Seat
    from coreg.settings import Places, Settings

__all__ = ["House"]


@dataclass(slots=True)
class House:
    """What all screens share. They speak to the runner and to what it keeps, never to the store."""

    make_runner: Callable[[], Runner]
    keeping: Keeping
    couple: Couple
    settings: Settings
    places: Places
    keymap: Keymap
    now: Callable[[], datetime]
    room: Callable[[str, House], Screen[None]]
    clock: Callable[[], float] = monotonic
    light: str = "night"
    demo: bool = False
    voice: Voice = field(default_factory=Voice)
    _runner: Runner | None = None

    @property
    def runner(self) -> Runner:
        """The runner. It is made, and all the practices with it, when somebody first needs it."""
        if self._runner is None:
            self._runner = self.make_runner()
        return self._runner

    def save_now(self) -> None:
        """Have the living session written down, if there is one."""
        if self._runner is not None:
            self._runner.save_now()

    @property
    def left(self) -> Seat:
        """Who sits left tonight."""
        return self.couple.left

    @property
    def right(self) -> Seat:
        """Who sits right tonight."""
        return "b" if self.couple.left == "a" else "a"

    def seat(self, side: str) -> Seat:
        """Return who sits on a side, ``"left"`` or ``"right"``."""
        return self.left if side == "left" else self.right

    def side(self, seat: str) -> str:
        """Return the side on which a person sits tonight."""
        return "left" if seat == self.left else "right"

    def name(self, seat: str) -> str:
        """Return a person's name."""
        return self.couple.a if seat == "a" else self.couple.b

    def swap(self) -> Future[Any]:
        """Let the two change places; the future is done when it is remembered."""
        self.couple = replace(self.couple, left=self.right)
        return self.keeping.sit(self.couple.left)

    def options(self, pattern: str | None = None) -> Options:
        """Return what the settings, and a wish for a pattern, say about a plan."""
        from coreg.evening.planning import Options

        return Options(
            form=self.settings.form,
            countdown=self.settings.countdown,
            one_hand=self.settings.one_hand,
            pattern=pattern or "easy46",
        )
