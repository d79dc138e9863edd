"""The first three breaths: a real sitting on the real stage, which nobody keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.evening.planning import plan
from coreg.practice.playing import SMALL_BREATHS, advance, begin
from coreg.practice.sitting import Sitting
from coreg.practice.steps.breathe import pattern_of
from coreg.screens.pace import Pace
from coreg.widgets.steps.breathe import BreathStage
from coreg.widgets.steps.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from coreg.practice.sitting import Plan
    from coreg.screens.house import House

__all__ = ["BREATHS", "FirstBreaths", "one_minute", "three_breaths"]

BREATHS = 3


def three_breaths(house: House) -> Sitting:
    """Return a sitting of three breaths, with the countdown the couple has set, begun at second nought."""
    usual = plan("breathe", None, house.options())
    return _sitting(usual, BREATHS * pattern_of(usual.script.steps[0]).cycle)


def one_minute(house: House) -> Sitting:
    """Return a sitting of a minute of small breaths, begun at second nought."""
    return _sitting(plan("breathe", None, house.options()), SMALL_BREATHS)


def _sitting(usual: Plan, seconds: float) -> Sitting:
    short = replace(usual.script.steps[0], seconds=seconds)
    return begin(
        Sitting(kind="hello", plan=(replace(usual, script=replace(usual.script, steps=(short,))),)), 0.0
    )


class FirstBreaths:
    """Runs the three breaths on a stage and says when they are over; one use each."""

    def __init__(
        self, screen: Screen[None], house: House, over: Callable[[], None], sitting: Sitting | None = None
    ) -> None:
        """Be ready to begin three breaths, or another ``sitting``; the screen is to mount ``stage``."""
        self.stage = BreathStage()
        self._house = house
        self._over = over
        self._pace = Pace(screen, self.look)
        self._began = 0.0
        self._sitting = sitting or three_breaths(house)

    def begin(self) -> None:
        """Begin with the countdown, now."""
        self._began = self._house.clock()
        self.stage.begin(self._view())
        self.look()

    def look(self) -> None:
        """Show the breath of this moment, and come back for the next."""
        view = self._view()
        self._sitting = advance(self._sitting, view.now)
        if self._sitting.phase == "over":
            self.stop()
            self._over()
            return
        self.stage.show(view)
        self._pace.next(self.stage.rate, self.stage.wait(view), None)

    def stop(self) -> None:
        """Look no more."""
        self._pace.stop()

    def _view(self) -> View:
        house = self._house
        now = house.clock() - self._began
        names = (house.couple.a, house.couple.b)
        return View(
            self._sitting, self._sitting.active.at(now), now, names, house.left, house.keymap, house.motion
        )
