"""A line that mends, in lines: one of the two says it aloud, the other's own key says that it was received.

Time stands meanwhile, and nothing of it is kept: neither the line, nor who said it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import lines, say
from coreg.plain.filling import typed_number
from coreg.practice.play import other

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Scene
    from coreg.practice.play import Seat

__all__ = ["Mending"]


class Mending:
    """The lines to choose from, and then the one that is being said."""

    def __init__(self) -> None:
        """Begin at the first line, with nothing said."""
        self.lines = lines("talk.repair.lines")
        self.at = 0
        self.said: Seat | None = None
        self.done = False

    def opening(self, scene: Scene) -> Iterator[str]:
        """Yield the lines there are, and the keys."""
        yield say("plain_talk.mend.title")
        for number, line in enumerate(self.lines, 1):
            yield say("plain_talk.mend.one", number=number, line=line)
        label = scene.keymap.label
        left, right = scene.both("main")
        up, down = (say(f"plain_talk.mend.{one}") for one in ("up", "down"))
        yield say("plain_talk.mend.how", up=up, down=down, left=left, right=right)
        yield say("plain_talk.mend.back", stop=label("all.escape"))

    def press(self, press: str, scene: Scene) -> Iterator[str]:
        """Yield what a press makes due to be said; afterwards ``done`` tells whether it is over."""
        key_id = scene.keymap.find("lines", press)
        side, _, name = (key_id or "").partition(".")
        if key_id == "all.help":
            yield from self._again(scene)
        elif side in ("left", "right") and name == "main":
            yield from self._own(scene.sides[side == "right"], scene)
        elif self.said is None:
            yield from self._moved(key_id, press)

    def _again(self, scene: Scene) -> Iterator[str]:
        """Yield what is on: the lines to choose from, or the one that is being said, with the keys."""
        if self.said is None:
            yield from self.opening(scene)
        else:
            yield from self._aloud(scene)

    def _own(self, seat: Seat, scene: Scene) -> Iterator[str]:
        if self.said is None:
            self.said = seat
            yield from self._aloud(scene)
        elif seat == other(self.said):
            self.done = True

    def _aloud(self, scene: Scene) -> Iterator[str]:
        yield f"“{self.lines[self.at]}”"
        yield say("plain_talk.mend.aloud")
        if self.said is not None:
            there = other(self.said)
            yield say("plain_talk.mend.received", key=scene.key(there, "main"), name=scene.name(there))
        yield say("plain_talk.mend.back", stop=scene.keymap.label("all.escape"))

    def _moved(self, key_id: str | None, press: str) -> Iterator[str]:
        number = typed_number(press, 1, len(self.lines))
        if key_id in ("lines.up", "lines.down"):
            by = 1 if key_id == "lines.down" else -1
            self.at = max(0, min(len(self.lines) - 1, self.at + by))
        elif key_id is None and number is not None:
            self.at = number - 1
        else:
            return
        yield say("plain_talk.mend.one", number=self.at + 1, line=self.lines[self.at])
