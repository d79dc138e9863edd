"""Keys in the order in which they were pressed: each finds what the one before it led to."""

from __future__ import annotations

from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.events import Event, InputEvent, Key, Paste
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.dom import DOMNode
    from textual.timer import Timer

__all__ = ["InOrder"]

_ROUNDS = 3
"""How many messages follow one another: a key, what its field says of it, and what the question says then."""

_TICK = 1 / 20
"""Seconds between two ticks; what falls due while the app is at work is one tick."""


class InOrder(App[int]):
    """An app in which no key is looked at before the one before it has been dealt with.

    What a key leads to, another question, field or screen, is there only some messages later. What a terminal
    hands over meanwhile would go to the field of before, or to none. Here it waits, in its order, until those
    messages are through; that takes no time in which anybody could press a key.
    """

    patience: ClassVar[int] = 6
    """Ticks for which a key waits at most. Nobody shall find it deaf, whatever became of the key before.

    While a room takes long to be made nothing ticks: what was typed for it waits as long as that takes.
    """

    _on_its_way = False
    _walk = 0
    """Tells what the last key led to from what came of one that nobody waits for any more."""
    _guard: Timer | None = None
    _ticks = 0

    @cached_property
    def _waiting(self) -> deque[Key | Paste]:
        """What was pressed, or pasted, since."""
        return deque()

    @override
    async def on_event(self, event: Event) -> None:
        """Look at a key once everything before it is through; whatever else happens waits for no key.

        What comes when every screen is gone already comes too late to mean anything.
        """
        if isinstance(event, InputEvent | Paste) and not self.screen_stack:
            return
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        await self._look_on()

    def look_again(self, keys: Iterable[Key]) -> None:
        """Have keys looked at anew that came to the wrong place, before whatever waits."""
        self._waiting.extendleft(reversed([*keys]))
        self.call_later(self._look_on)

    async def _look_on(self) -> None:
        while self._waiting and not self._on_its_way:
            await self._look_at(self._waiting.popleft())
        if self._waiting and self._guard is None:
            self._ticks, self._guard = 0, self.set_interval(_TICK, self._wait_on)

    async def _look_at(self, event: Key | Paste) -> None:
        place = self._place
        await super().on_event(event)
        # A letter leads nowhere: it stays in its field, and a hundred of them are as quick as one.
        if not (getattr(place, "writes", False) and (isinstance(event, Paste) or event.is_printable)):
            self._on_its_way = True
            self._walk += 1
            await self._go_round(place, _ROUNDS, self._walk)

    async def _wait_on(self) -> None:
        self._ticks += 1
        if self._ticks >= self.patience:
            await self._through()

    async def _through(self) -> None:
        """Have the next key looked at: the one before is through, or is waited for no longer."""
        self._on_its_way = False
        if self._guard is not None:
            self._guard.stop()
            self._guard = None
        await self._look_on()

    @property
    def _place(self) -> DOMNode:
        """Where a key goes now."""
        return self.focused or self.screen

    async def _go_round(self, place: DOMNode, rounds: int, walk: int) -> None:
        """Go from a place up to here behind all messages that are on the same way, so many times."""
        above = place.ancestors_with_self
        await self._go_up(deque(above if self in above else [*above, self]), place, rounds, walk)

    async def _go_up(self, nodes: deque[DOMNode], place: DOMNode, rounds: int, walk: int) -> None:
        while nodes:
            # What is about to leave takes nothing on: what was asked of it before, it does first.
            if nodes.popleft().call_later(self._go_up, nodes, place, rounds, walk):
                return
        if walk == self._walk and self._on_its_way:
            await self._came_round(place, rounds, walk)

    async def _came_round(self, place: DOMNode, rounds: int, walk: int) -> None:
        here = self._place
        if here is not place or getattr(self.screen, "field_opens", False):
            # Something else has come: what that leads to, such as its own first field, is waited for, too.
            await self._go_round(here, _ROUNDS, walk)
        elif rounds > 1:
            await self._go_round(here, rounds - 1, walk)
        else:
            await self._through()
