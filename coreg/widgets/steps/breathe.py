"""The stage of breathing together: words, seconds, and a picture for the way, as a function of the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Center
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.practice.breath import Pattern, breath_at, shown_seconds
from coreg.practice.play import SEATS
from coreg.practice.playing import SMALL_BREATHS
from coreg.practice.steps.breathe import Breathing, pattern_of, two_of, way_of, whole_breaths
from coreg.widgets.disc import Disc
from coreg.widgets.slow_bar import SlowBar
from coreg.widgets.steps.base import Stage
from coreg.widgets.steps.breath_words import CLOSEST, Line, hint_line, one_line, two_line
from coreg.widgets.text import centred, stack
from coreg.widgets.two_pictures import Crossing, SideBySide, TwoBars, TwoPicture

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

    from textual.app import ComposeResult

    from coreg.practice.breath import Breath
    from coreg.practice.play import Seat
    from coreg.practice.ways import Two
    from coreg.widgets.steps.view import View

__all__ = ["FRAMES", "BreathStage"]

FRAMES = 30
"""Frames a second with full motion."""

_CALM, _STILL = 0.25, 1.0
"""Seconds between two looks with less motion, and where nothing moves at all."""

_REMINDED = 3
"""Breaths for which the words remind of breathing small."""

_NOTICED = 0.4
"""Seconds for which a tap is acknowledged."""

_SETTLED = 20.0
"""Seconds for which sitting without cues is explained."""

_SMALL = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)

_PICTURES = {
    "one": {"full": "disc", "reduced": "bar"},
    "crossing": {"full": "crossing", "reduced": "bars"},
    "answer": {"full": "crossing", "reduced": "bars"},
    "beside": {"full": "pair", "reduced": "bars"},
    "lead": {"full": "pair", "reduced": "bars"},
}


class BreathStage(Stage):
    """A picture (full motion), slow bars (reduced) or words alone (none); the same clock for all."""

    DEFAULT_CSS = """
    BreathStage { align: center middle; }
    BreathStage #word { width: 1fr; height: auto; min-height: 2; }
    BreathStage .picture { display: none; }
    BreathStage Center { height: auto; }
    BreathStage Disc, BreathStage Crossing, BreathStage SideBySide { width: 1fr; height: 1fr; }
    BreathStage.-disc, BreathStage.-crossing, BreathStage.-pair { align: center top; }
    BreathStage.-disc #disc, BreathStage.-crossing #crossing, BreathStage.-pair #pair { display: block; }
    BreathStage.-bar #bar, BreathStage.-bars #bars { display: block; }
    """

    def __init__(self) -> None:
        """Begin with empty lungs."""
        super().__init__()
        self._said: Hashable = None
        self._tall = -1
        self._picture = ""

    def compose(self) -> ComposeResult:
        """Hold the words and every picture; one of them is shown at most."""
        yield Static(id="word")
        yield Disc(id="disc", classes="picture")
        yield Crossing(id="crossing", classes="picture")
        yield SideBySide(id="pair", classes="picture")
        yield Center(SlowBar(), id="bar", classes="picture")
        yield Center(TwoBars(), id="bars", classes="picture")

    def begin(self, view: View) -> None:
        """Look at the clock as often as the picture needs it."""
        still = view.sitting.phase != "breaths" and view.step.params.get("kind") == "free"
        self.rate = _CALM if still or view.motion != "full" else 1 / FRAMES
        for picture in self.query(TwoPicture):
            picture.left = view.left
        self._said = None
        self.show(view)

    def show(self, view: View) -> None:
        """Draw the breath of this moment."""
        play = view.sitting.play
        if view.sitting.phase == "breaths":
            moment = view.now - view.sitting.breaths_from
            self.one(view, breath_at(_SMALL, min(moment, SMALL_BREATHS)))
        elif isinstance(play, Breathing):
            way = "one" if play.alone or way_of(view.step) == "unison" else way_of(view.step)
            self.timed(view, way, play.at(view.t), lambda at: self._together(view, play, way, at))

    def timed(self, view: View, way: str, at: float, show: Callable[[float], None]) -> None:
        """Show the countdown while it runs (``at`` below nought), and then the breath."""
        if at >= 0:
            show(at)
            return
        number = str(shown_seconds(-at))
        line = Line(say("breathe.countdown"), number)
        self.say(line, lambda: (one_line(line, _soft(0)), Content("")))
        self.draw(view, way, 0.0, 0.0)

    def one(
        self, view: View, breath: Breath, *, hummed: bool = False, hint: str = "", on: bool = False
    ) -> None:
        """Show a breath that is both's: word, seconds, and what to know; ``on``: a tap was noticed."""
        line = Line.of(breath, hummed=hummed)
        about = hint or (say("breathe.free") if breath.phase == "free" else _soft(breath.cycle))
        self.say((line, about, on), lambda: (one_line(line, about), hint_line("", noticed=on)))
        self.draw(view, "one", *(0.0 if breath.phase == "free" else breath.fill,) * 2)

    def two(self, view: View, way: str, both: Two, *, on: bool = False) -> None:
        """Show both breaths: each with its word and seconds on its own side."""
        lines = Line.of(both.a), Line.of(both.b)
        free = both.a.phase == "free"
        hint = say("breathe.free") if free else say("breathe.meets") if both.meets else _soft(both.a.cycle)
        self.say((lines, hint, on), lambda: self._two_rows(view, way, lines, hint, noticed=on))
        fills = (0.0, 0.0) if free else (both.a.fill, both.b.fill)
        self.draw(view, way, *fills, meets=both.meets, still=_resting(way, both))

    def draw(
        self,
        view: View,
        way: str,
        a: float,
        b: float,
        *,
        meets: bool = False,
        still: Collection[Seat] = (),
        hollow: Collection[Seat] = (),
    ) -> None:
        """Show how full the lungs of a and b are, as the couple likes to see it; without a way, nothing."""
        picture = _PICTURES[way].get(view.motion, "") if way else ""
        if picture != self._picture:
            self.remove_class(f"-{self._picture}")
            self._picture = picture
            self.set_class(bool(picture), f"-{picture}")
        match picture:
            case "disc":
                self.query_one(Disc).show(a)
            case "bar":
                self.query_one(SlowBar).show(a)
            case "crossing" | "pair" | "bars":
                self.two_picture(picture).show_two(a, b, meets=meets, still=still, hollow=hollow)

    def two_picture(self, name: str) -> TwoPicture:
        """Return one of the pictures of two breaths: "crossing", "pair" or "bars"."""
        place = self.query_one(f"#{name}")
        return place if isinstance(place, TwoPicture) else place.query_one(TwoPicture)

    def say(self, what: Hashable, rows: Callable[[], Sequence[Content]]) -> None:
        """Write rows above the picture, when something else is to be said than before."""
        width = self.size.width or 80
        if (what, width) == self._said:
            return
        self._said = (what, width)
        lines = [line if line.cell_length >= width else centred([line], width) for line in rows()]
        text = stack(lines)
        tall, self._tall = self._tall, text.plain.count("\n")
        self.query_one("#word", Static).update(text, layout=tall != self._tall)

    def apart(self, way: str) -> int:
        """Return how far from the middle the words of each stand: above what is drawn of them."""
        width, height = self.size
        if self._picture == "crossing":
            half = height // 2
        elif self._picture == "pair":
            half = min(width // 4, height + CLOSEST // 4)
        else:
            half = width // 4 if width < 4 * CLOSEST else 18
        return max(CLOSEST, half)

    def _together(self, view: View, play: Breathing, way: str, at: float) -> None:
        step = view.step
        both = two_of(step, min(at, whole_breaths(step) - 1e-9))
        taps = (*play.a[-1:], *play.b[-1:])
        on = any(0 <= at - tap < _NOTICED for tap in taps)
        if way != "one":
            self.two(view, way, both, on=on)
            return
        hint = ""
        if pattern_of(step).kind == "free":
            hint = say("breathe.sit") if at < _SETTLED else " "
        breath = both.b if play.alone == "b" else both.a
        self.one(view, breath, hummed=pattern_of(step).hummed, hint=hint, on=on)

    def _two_rows(
        self, view: View, way: str, lines: tuple[Line, Line], hint: str, *, noticed: bool
    ) -> Sequence[Content]:
        width = self.size.width or 80
        first = two_line(view, lines, width, self.apart(way))
        # A row as wide as the screen stays where it is when rows are centred.
        return first.pad_right(max(0, width - first.cell_length)), hint_line(hint, noticed=noticed)


def _resting(way: str, both: Two) -> list[Seat]:
    """Return who is drawn quietly: in turn whoever rests, and both where there are no cues."""
    quiet = ("rest", "free") if way == "answer" else ("free",)
    return [seat for seat, breath in zip(SEATS, (both.a, both.b), strict=True) if breath.phase in quiet]


def _soft(cycle: int) -> str:
    return say("breathe.soft") if cycle < _REMINDED else ""
