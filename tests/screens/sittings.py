"""A sitting that is on, and two people who take their time: what tests of many screens begin with."""

from __future__ import annotations

from textual.events import Key
from textual.keys import _character_to_key

from coreg.evening.how import How, wished
from coreg.evening.planning import Options, evening_plan, plan, spare
from coreg.screens.house import House
from coreg.screens.practice import Practice
from tests.screens.stage import FakeTime, Shown

__all__ = ["Two", "breathe", "hold", "practise"]


_USUAL = How()


def practise(house: House, kind: str, *practices: str) -> Practice:
    """Begin an evening, or a sitting of these practices alone; returns the screen of it."""
    plans = tuple(plan(name, None, Options()) for name in practices) or evening_plan(kind, Options())
    house.runner.start(kind, plans, house.couple, spare(Options()))
    return Practice(house)


def breathe(
    house: House, how: How = _USUAL, pattern: str = "easy46", minutes: float | None = None
) -> Practice:
    """Begin to breathe in a way."""
    options = wished(house.options(), how, house.patterns[pattern])
    house.runner.start("breathe", (plan("breathe", minutes, options),), house.couple, spare(house.options()))
    return Practice(house)


async def hold(shown: Shown, key: str, times: int) -> None:
    """Hold a key down: the terminal sends it that many times, as fast as it can."""
    for _ in range(times):
        shown.app.post_message(_key(key))
    await shown.settle()


def _key(key: str) -> Key:
    """Return a press as the terminal reports it."""
    if len(key) == 1:
        return Key(_character_to_key(key), key)
    return Key(key, {"space": " ", "enter": "\r", "tab": "\t"}.get(key))


class Two:
    """Two people: every press comes after the keys have rested."""

    def __init__(self, shown: Shown, time: FakeTime) -> None:
        """Take the screen and the clock."""
        self.shown = shown
        self.time = time

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, slowly."""
        for key in keys:
            await self.wait(1.5)
            await hold(self.shown, key, 1)

    async def wait(self, seconds: float) -> None:
        """Let time pass as it does while the screen looks at the clock."""
        while seconds > 0:
            self.time.advance(min(seconds, 1.5))
            seconds -= 1.5
            self.look()
        await self.shown.settle()

    def look(self) -> None:
        """Look at the clock, as the timer of a practice would, on top or below another screen."""
        screen = self.shown.screen
        if screen in self.shown.app.screen_stack and isinstance(screen, Practice):
            screen.look()
