"""The stage of breathing together: one word, the seconds, and the disc as a function of the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Center
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.practice.breath import Breath, Pattern, breath_at, shown_seconds
from coreg.practice.playing import SMALL_BREATHS
from coreg.practice.steps.breathe import Breathing, pattern_of, two_of, whole_breaths
from coreg.widgets.disc import Disc
from coreg.widgets.slow_bar import SlowBar
from coreg.widgets.steps.base import Stage
from coreg.widgets.text import centred

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from coreg.widgets.steps.view import View

__all__ = ["BreathStage"]

FRAMES = 30
"""Frames a second with full motion."""

_REMINDED = 3
"""Breaths for which the words remind of breathing small."""

_SMALL = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)


class BreathStage(Stage):
    """The disc (full motion), a slow bar (reduced) or words alone (none); the same clock for all."""

    DEFAULT_CSS = """
    BreathStage { align: center top; }
    BreathStage #word { width: 1fr; height: 2; }
    BreathStage Disc { width: 1fr; height: 1fr; display: none; }
    BreathStage Center { display: none; height: auto; }
    BreathStage.-full Disc { display: block; }
    BreathStage.-reduced { align: center middle; }
    BreathStage.-reduced Center { display: block; }
    BreathStage.-none { align: center middle; }
    """

    def __init__(self) -> None:
        """Begin with empty lungs."""
        super().__init__()
        self._word = ("", "", "")

    def compose(self) -> ComposeResult:
        """Hold the word and both pictures; one of them is shown."""
        yield Static(id="word")
        yield Disc()
        yield Center(SlowBar())

    def begin(self, view: View) -> None:
        """Choose the picture that fits the couple's wish for motion."""
        for motion in ("full", "reduced", "none"):
            self.set_class(view.motion == motion, f"-{motion}")
        self.rate = {"full": 1 / FRAMES, "reduced": 0.25}.get(view.motion, 0.25)
        self.show(view)

    def show(self, view: View) -> None:
        """Draw the breath of this moment."""
        play = view.sitting.play
        if view.sitting.phase == "breaths":
            moment = view.now - view.sitting.breaths_from
            self.breath(view, breath_at(_SMALL, min(moment, SMALL_BREATHS)))
        elif isinstance(play, Breathing):
            self.timed(view, play.at(view.t), lambda at: self._together(view, play, at))

    def timed(self, view: View, at: float, show: Callable[[float], None]) -> None:
        """Show the countdown while it runs (``at`` below nought), and then the breath."""
        if at >= 0:
            show(at)
            return
        self.say(say("breathe.countdown"), str(shown_seconds(-at)), say("breathe.soft"))
        self.fill(view, 0.0)

    def breath(self, view: View, breath: Breath, *, hummed: bool = False, hint: str = "") -> None:
        """Show one breath; nothing but a sentence where it has no cues."""
        if breath.phase == "free":
            self.say("", "", say("breathe.free"))
            self.fill(view, 0.0)
            return
        hint = hint or (say("breathe.soft") if breath.cycle < _REMINDED else "")
        word = "hum" if hummed and breath.phase == "out" else breath.phase
        self.say(say(f"breathe.word.{word}"), str(breath.seconds or ""), hint)
        self.fill(view, breath.fill)

    def _together(self, view: View, play: Breathing, at: float) -> None:
        two = two_of(view.step, min(at, whole_breaths(view.step) - 1e-9))
        self.breath(view, two.b if play.alone == "b" else two.a, hummed=pattern_of(view.step).hummed)

    def fill(self, view: View, fill: float) -> None:
        """Show how full the lungs are, as the couple likes to see it."""
        if view.motion == "full":
            self.query_one(Disc).show(fill)
        elif view.motion == "reduced":
            self.query_one(SlowBar).show(fill)

    def say(self, word: str, number: str, hint: str) -> None:
        """Show a word, a number and a hint above the picture."""
        if (word, number, hint) == self._word:
            return
        self._word = (word, number, hint)
        if not word:
            rows = [Content(row) for row in hint.split("\n")]
            self.query_one("#word", Static).update(centred(rows, self.size.width or 80), layout=False)
            return
        line = Content.assemble(
            (word.rjust(5), "bold"), "  ", (number.ljust(3), "$both"), "  ", (hint, "$muted")
        )
        self.query_one("#word", Static).update(centred([line], self.size.width or 80), layout=False)
