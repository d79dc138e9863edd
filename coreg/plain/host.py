"""The host of a practice told line by line: reads keys, writes lines, and hands over what a sitting needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from coreg.keys import press_name
from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from coreg.evening.couple import Couple
    from coreg.evening.pausing import Pausing
    from coreg.evening.runner import Runner
    from coreg.keys import Keymap
    from coreg.plain.keyboard import Keyboard
    from coreg.plain.scene import Manner
    from coreg.practice.sitting import Sitting

__all__ = ["Ear", "Host", "Promise", "Silence"]

_LONGEST_WAIT = 1.0


class Ear(Protocol):
    """What is heard of a sitting."""

    def look(self, sitting: Sitting) -> object:
        """Let be heard what belongs to this moment."""
        ...

    def over(self, sitting: Sitting) -> object:
        """Let the end of it be heard."""
        ...


class Silence:
    """Nothing is heard."""

    def look(self, sitting: Sitting) -> None:
        """Hear nothing."""

    def over(self, sitting: Sitting) -> None:
        """Hear nothing at the end, either."""


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

    def say(self, *lines: str) -> None:
        """Write lines, each of them one, and without anything a terminal would obey."""
        for line in lines:
            self.write(clean(line, multiline=False))

    def pressed(self, *wanted: str, place: str = "practice") -> str:
        """Wait until one of these keys is pressed, and return it; "" once none can be any more."""
        while not self.keys.gone:
            if found := self.pressed_within(_LONGEST_WAIT, *wanted, place=place):
                return found
        return ""

    def pressed_within(self, seconds: float, *wanted: str, place: str = "practice") -> str:
        """Return the first of these keys that is pressed within so many seconds, by its id or its name."""
        presses = self.typed(seconds)
        for number, press in enumerate(presses, 1):
            name = press_name(press, press)
            found = name if name in wanted else self.keymap.find(place, name) or name
            if not wanted or found in wanted:
                self.ahead.extend(presses[number:])
                return found
        return ""

    def typed(self, seconds: float) -> list[str]:
        """Return what was pressed ahead, or is pressed within so many seconds."""
        ahead = list(self.ahead)
        self.ahead.clear()
        return ahead or self.keys.wait(seconds)
