"""Which lines of a long list are in sight, and what is chosen in it. Values and numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

__all__ = ["Sight", "bar"]


def bar(count: int, height: int, top: int) -> range:
    """Return on which lines of a window of ``height`` a mark of how far down it is stands; none if all fits.

    Args:
        count: how many lines there are.
        height: how many of them are in sight.
        top: the first of those.
    """
    if count <= height:
        return range(0)
    long = max(1, height * height // count)
    start = (height - long) * top // max(1, count - height)
    return range(start, start + long)


class Sight:
    """A window of ``height`` lines, ``top`` the first of them, over lines that belong to keys.

    Neighbouring lines of one key are one thing; lines of the key None cannot be chosen. ``at`` is the key
    of the chosen thing, None when there is nothing.
    """

    def __init__(self) -> None:
        """Begin with no lines and no height."""
        self.keys: Sequence[Hashable | None] = ()
        self.at: Hashable | None = None
        self.top = 0
        self.height = 0
        self._first: dict[Hashable, int] = {}
        self._order: list[Hashable] = []

    def show(self, keys: Sequence[Hashable | None], at: Hashable | None = None) -> None:
        """Look at these lines with ``at`` chosen, else what was before, else what stands in its place."""
        place = self._order.index(self.at) if self.at in self._first else 0
        self.keys = keys
        self._first = {}
        for line, key in enumerate(keys):
            if key is not None:
                self._first.setdefault(key, line)
        self._order = list(self._first)
        wanted = at if at in self._first else self.at
        if wanted not in self._first:
            wanted = self._order[min(place, len(self._order) - 1)] if self._order else None
        self.at = wanted
        self.look()

    def choose(self, key: Hashable) -> None:
        """Choose a thing and bring it into sight; one that is not here changes nothing."""
        if key in self._first:
            self.at = key
            self.look()

    def move(self, steps: int) -> None:
        """Choose another thing so many further down; one that goes on out of sight is scrolled first."""
        if self.at not in self._first:
            self.scroll(steps)
            return
        first, last = self._span(self.at)
        place = self._order.index(self.at) + steps
        if steps > 0 and last >= self.top + self.height:
            self.scroll(1)
        elif steps < 0 and first < self.top:
            self.scroll(-1)
        elif 0 <= place < len(self._order):
            self.choose(self._order[place])
        else:
            self.scroll(steps)
            self._stay_in_sight()

    def page(self, pages: int) -> None:
        """Go a window further down, and choose what is in sight there."""
        far = pages * max(1, self.height - 1)
        wanted = self._first.get(self.at, self.top) + far
        self.scroll(far)
        self._choose_near(max(self.top, min(wanted, self.top + self.height - 1)))

    def first(self) -> None:
        """Go to the first thing."""
        self.scroll(-len(self.keys))
        self._choose_near(0)

    def last(self) -> None:
        """Go to the last thing."""
        self.scroll(len(self.keys))
        self._choose_near(len(self.keys) - 1)

    def scroll(self, lines: int) -> None:
        """Look further down, whatever is chosen."""
        self.top = max(0, min(self.top + lines, len(self.keys) - self.height))

    def look(self) -> None:
        """Bring the chosen thing into sight, with the heading over it where that fits."""
        if self.height <= 0:
            return
        if self.at in self._first:
            first, last = self._span(self.at)
            while first > 0 and self.keys[first - 1] is None and last - first + 1 < self.height:
                first -= 1
            if first < self.top:
                self.top = first
            elif last >= self.top + self.height:
                self.top = min(first, last - self.height + 1)
        self.scroll(0)

    def bar(self) -> range:
        """Return the lines of the window on which a mark of how far down this is stands; none if all fits."""
        return bar(len(self.keys), self.height, self.top)

    def _choose_near(self, line: int) -> None:
        """Choose the thing on a line, or the nearest one above it, or the first below."""
        line = max(0, min(len(self.keys) - 1, line))
        near = (*self.keys[line::-1], *self.keys[line + 1 :])
        key = next((key for key in near if key is not None), None)
        if key is not None:
            self.at = key
            self._stay_in_sight()

    def _stay_in_sight(self) -> None:
        """Look at the chosen thing where nothing of it is in sight, as in a window of one line."""
        if self.at in self._first:
            first, last = self._span(self.at)
            if last < self.top or first >= self.top + self.height:
                self.look()

    def _span(self, key: Hashable) -> tuple[int, int]:
        first = last = self._first[key]
        while last + 1 < len(self.keys) and self.keys[last + 1] == key:
            last += 1
        return first, last
