"""The host of a practice told line by line: reads keys, writes lines, and hands over what a sitting needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Protocol

from coreg.keys import press_name
from coreg.plain.hiding import BACK, HIDE, Quick
from coreg.plain.latch import Latch
from coreg.plain.scene import Scene
from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from coreg.evening.couple import Couple
    from coreg.evening.pausing import Pausing
    from coreg.evening.runner import Runner
    from coreg.keys import Keymap
    from coreg.plain.keyboard import Keyboard
    from coreg.plain.scene import Manner
    from coreg.practice.sitting import Sitting

__all__ = ["Ear", "Host", "Promise"]

_LONGEST_WAIT = 1.0
_HELP = "all.help"


class Ear(Protocol):
    """What is heard of a sitting."""

    def look(self, sitting: Sitting) -> object:
        """Let be heard what belongs to this moment."""
        ...

    def over(self, sitting: Sitting) -> object:
        """Let the end of it be heard."""
        ...


@dataclass(frozen=True, slots=True)
class Promise:
    """What a pause with a return is kept by and told with: the books, the dates, and a bell.

    ``locks_after`` are the seconds without a key after which a locked book is locked again (0: never).
    """

    pausing: Pausing
    now: Callable[[], datetime]
    ring: Callable[[], None]
    locks_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Host:
    """What a sitting is told with. It holds nothing of the sitting: that lives in the runner."""

    runner: Runner
    couple: Couple
    keymap: Keymap
    manner: Manner
    keys: Keyboard
    write: Callable[[str], None]
    ear: Ear
    promise: Promise | None = None
    """None where there is no book to keep a pause in."""
    ahead: list[str] = field(default_factory=list)
    """Presses that came with one that was waited for."""
    quick: Quick = field(default_factory=Quick)
    latch: Latch = field(default_factory=Latch)
    """What comes back from having hidden what was said."""

    def say(self, *lines: str) -> None:
        """Write lines, each of them one, and without anything a terminal would obey."""
        for line in lines:
            self.write(clean(line, multiline=False))

    def scene(self, sitting: Sitting) -> Scene:
        """Return what lines are made of before a sitting begins, or beside one."""
        names = (self.couple.a, self.couple.b)
        return Scene(sitting, 0.0, 0.0, names, self.couple.left, self.keymap, self.manner)

    def pressed(
        self, *wanted: str, again: Sequence[str], place: str = "practice", seconds: float = inf
    ) -> str:
        """Wait until one of these keys is pressed, and return it; "" once none can be any more.

        Args:
            wanted: the ids or names of keys; the key that leaves is one of them.
            again: what was asked: help says it again, and so does coming back from having hidden it.
            place: where the keys are pressed.
            seconds: how long it is waited for a key; then it is as if none could be pressed.
        """
        until = self.runner.clock() + seconds
        while not self.keys.gone and (rest := until - self.runner.clock()) > 0:
            found = self.pressed_within(min(rest, _LONGEST_WAIT), *wanted, _HELP, HIDE, place=place)
            if found in wanted:
                return found
            if found == HIDE and (left := self.hidden()) != BACK:
                return left
            if found:
                until = self.runner.clock() + seconds
                self.say(*again)
        return ""

    def hidden(self) -> str:
        """Say nothing until what comes back is there; return as `back_within` does, "" only in the end."""
        while not self.keys.gone:
            if found := self.back_within(_LONGEST_WAIT):
                return found
        return ""

    def back_within(self, seconds: float) -> str:
        """Wait so many seconds for what comes back from having hidden.

        Returns:
            The id of the pause key once it is open again, the id of the key that leaves, or "" for neither.
        """
        presses = self.typed(seconds)
        for number, press in enumerate(presses, 1):
            if found := self.unhide(press):
                self.ahead.extend(presses[number:])
                return found
        return ""

    def unhide(self, press: str) -> str:
        """Take a press while nothing is said; return as `back_within` does."""
        key_id = self.keymap.find("practice", press_name(press, press)) or ""
        found = self.latch.press(press, key_id, self.say)
        self.keys.literal = self.latch.asks
        return found

    def pressed_within(self, seconds: float, *wanted: str, place: str = "practice") -> str:
        """Return the first of these keys that is pressed within so many seconds, by its id or its name."""
        presses = self.typed(seconds)
        for number, press in enumerate(presses, 1):
            name = press_name(press, press)
            hides = self.quick.hides(name, self.manner.hide_key, self.runner.clock())
            found = HIDE if hides else name if name in wanted else self.keymap.find(place, name) or name
            if found in wanted:
                self.ahead.extend(presses[number:])
                return found
        return ""

    def typed(self, seconds: float) -> list[str]:
        """Return what was pressed ahead, or is pressed within so many seconds."""
        ahead = list(self.ahead)
        self.ahead.clear()
        return ahead or self.keys.wait(seconds)
