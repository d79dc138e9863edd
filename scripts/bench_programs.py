"""Small programs to measure against: ``python scripts/bench_programs.py minimal|echo|tick|pacer [RATE]``.

minimal: the smallest Textual app worth the name; echo: a key changes a word, beside a list; tick: one
number that changes 30 times a second, or RATE times; pacer: a disc drawn the plain way, as a text that is
replaced as often. In the last two the key ``n`` changes a word, too.
"""

from __future__ import annotations

import sys
import time
from math import cos, pi
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.widgets import Footer, Header, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

READY = "READY-TEXT"
RATE = 30
ANSWERS = ("STATE-A", "STATE-B")


class Minimal(App[None]):
    """The floor."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Hold a title, a line and the keys."""
        yield Header()
        yield Static(READY, id="line")
        yield Footer()


class Echo(Minimal):
    """A key changes a word, as an app does that thinks of nothing in particular."""

    BINDINGS: ClassVar[list[BindingType]] = [("n", "echo", "Echo"), ("q", "quit", "Quit")]
    on = False

    def compose(self) -> ComposeResult:
        """Hold a line, and a list of fifty."""
        from textual.widgets import Label, ListItem, ListView

        yield from super().compose()
        yield ListView(*(ListItem(Label(f"row {number}")) for number in range(50)))

    def action_echo(self) -> None:
        """Show the other word."""
        self.on = not self.on
        self.query_one("#line", Static).update(ANSWERS[self.on])


class Tick(Minimal):
    """What a frame costs that shows next to nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [("n", "word", "Word")]
    count = 0
    on = False

    def on_mount(self) -> None:
        """Begin at once."""
        self.set_interval(1 / rate(), self.tick)

    def tick(self) -> None:
        """Show the next number."""
        self.count += 1
        line = f"{READY} {ANSWERS[self.on]} {self.count:8}"
        self.query_one("#line", Static).update(line, layout=False)

    def action_word(self) -> None:
        """Show the other word."""
        self.on = not self.on
        self.tick()


class Pacer(App[None]):
    """A breath of ten seconds, drawn as rows of text."""

    BINDINGS: ClassVar[list[BindingType]] = [("n", "word", "Word")]
    on = False

    CSS = "Static { height: 1fr; color: #b7aee6; }"

    def compose(self) -> ComposeResult:
        """Hold the disc."""
        yield Static(READY, id="disc")

    def on_mount(self) -> None:
        """Begin after a moment."""
        self.set_interval(1 / rate(), self.draw)

    def action_word(self) -> None:
        """Show the other word."""
        self.on = not self.on
        self.draw()

    def draw(self) -> None:
        """Replace the text by that of this moment."""
        width, height = self.size
        fill = 0.5 - 0.5 * cos(time.monotonic() * 2 * pi / 10)
        radius = (0.3 + 0.7 * fill) * height / 2
        rows = [f"{READY} {ANSWERS[self.on]}"]
        for row in range(1, height):
            inside = radius**2 - (row - height / 2) ** 2
            half = round(2 * inside**0.5) if inside > 0 else 0
            rows.append(("█" * (2 * half)).center(width))
        self.query_one("#disc", Static).update("\n".join(rows), layout=False)


def rate() -> float:
    """Return how many frames a second are asked for on the command line."""
    return float(sys.argv[2]) if sys.argv[2:] else RATE


PROGRAMS: dict[str, type[App[None]]] = {"minimal": Minimal, "echo": Echo, "tick": Tick, "pacer": Pacer}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]]().run()
