"""What the host of a practice shows: one stage at a time, the table's edge, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from coreg.content import say
from coreg.evening.card_words import both_cards
from coreg.practice.steps.write import Writing
from coreg.screens.base import Room
from coreg.screens.hearing import Hearing
from coreg.screens.hide import Hide
from coreg.screens.hints import fitted, main_words, middle_keys, whose_turn
from coreg.screens.pace import Pace
from coreg.screens.remaining import what_is_left
from coreg.widgets.notes import NotePanel
from coreg.widgets.steps import STAGES
from coreg.widgets.steps.breathe import BreathStage
from coreg.widgets.steps.view import View
from coreg.widgets.stopped import REST_AFTER, StopStage
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import AwaitMount, Widget

    from coreg.practice.play import Seat
    from coreg.practice.sitting import Sitting
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint
    from coreg.widgets.steps.base import Stage

__all__ = ["Showing"]

_HINT = 20
"""Characters that an answer has at most, to stand beside the main key that gives it."""
_EDGES = 4
"""How often a second the edges of the screen are looked at while a breath is drawn."""


class Showing(Room, inherit_bindings=False):
    """A sitting on the stage. The state lives in the runner; this only draws it."""

    place = "practice"
    rests = False
    DEFAULT_CSS: ClassVar[str] = """
    Room.-dim #stage { text-opacity: 45%; }
    Room.-short NotePanel { offset-y: -3; }
    """

    def __init__(self, house: House) -> None:
        """Show the sitting that the runner has on."""
        super().__init__(house)
        self._stages: dict[str, Stage] = {}
        self._on = ""
        self._step: tuple[object, ...] = ()
        self._moment = -1
        self._glance = False
        self._ending = False
        self.panel = NotePanel()
        self.pace = Pace(self, self.look)
        self.hearing = Hearing(house, self._ring, self._told)

    def stage(self) -> Iterable[Widget]:
        """Hold one stage at a time, and a place for a note."""
        yield Container(id="stage")
        yield self.panel

    def on_mount(self) -> None:
        """Begin to show."""
        super().on_mount()
        self.soon(self.look)

    # Showing

    @property
    def writing(self) -> bool:
        """Whether somebody is typing: while a note is open, no letter is an own key."""
        return self.panel.is_open or super().writing

    @property
    def field_opens(self) -> bool:
        """The note, from the key that opens it on."""
        return self.panel.opens

    @property
    def sitting(self) -> Sitting | None:
        """The sitting as the runner has it."""
        return self.house.runner.state

    def view(self, sitting: Sitting) -> View:
        """Return what stages are shown."""
        runner, house = self.house.runner, self.house
        names = (house.couple.a, house.couple.b)
        where = house.left, house.keymap, house.motion
        known = both_cards(house.couple), house.couple.helps
        return View(sitting, runner.shown_time(), runner.time(), names, *where, *known)

    def look(self) -> None:
        """Let the clock speak, then show what is."""
        self.house.runner.look()
        self._glance = True
        self.show()
        self._glance = False

    def show(self) -> None:
        """Show the sitting as it is now, and come back when something changes."""
        sitting = self.sitting
        if sitting is None or self._ending:
            return
        if sitting.phase == "over":
            self.end()
            return
        self.hearing.look(sitting, hidden=isinstance(self.app.screen, Hide))
        view = self.view(sitting)
        stage = self._stage_for(sitting)
        if not stage.is_mounted:
            return
        self._show_step(sitting, stage, view)
        self.pace.next(self._rate(sitting, stage), stage.wait(view), self.house.runner.due_in())

    def _rate(self, sitting: Sitting, stage: Stage) -> float:
        moves = sitting.phase in ("running", "breaths") and isinstance(stage, BreathStage)
        return stage.rate if moves else 1.0

    def _show_step(self, sitting: Sitting, stage: Stage, view: View) -> None:
        step = (sitting.at, sitting.step, sitting.phase, len(sitting.results))
        moment = int(view.now * _EDGES)
        # Between two frames of a breath nothing at the edges can have changed.
        same = step == self._step and moment == self._moment and self._glance
        self._moment = moment
        if step != self._step:
            moved = step[:2] != self._step[:2]
            if step[:1] != self._step[:1]:
                self.close_note()
            self._step = step
            if moved:
                self.step_changed()
            self._entered(sitting, stage, view)
        else:
            stage.show(view)
        if isinstance(stage, StopStage) and view.now - stage.since >= REST_AFTER and not self.panel.is_open:
            self.rest()
        elif not same:
            self._show_edges(sitting, view)

    def _entered(self, sitting: Sitting, stage: Stage, view: View) -> None:
        self.remove_class("-dim")
        if isinstance(stage, StopStage):
            self.set_focus(None)
            stage.since, stage.quiet = view.now, False
        elif not self.panel.is_open and not isinstance(sitting.play, Writing):
            self.set_focus(None)
        stage.begin(view)

    def _show_edges(self, sitting: Sitting, view: View) -> None:
        top = self.query_one(Top)
        top.where = sitting.practice.script.name.lower()
        top.left = what_is_left(sitting, view, top.beside_place)
        self.show_seats()

    def _stage_for(self, sitting: Sitting) -> Stage:
        kind = {"stopped": "stopped", "breaths": "breathe"}.get(sitting.phase, sitting.now_step.kind)
        if kind not in self._stages:
            made = StopStage(pauses=self.pauses) if kind == "stopped" else STAGES[kind]()
            self._stages[kind] = made
            self.call_later(self._mounted, self.query_one("#stage").mount(made))
        if kind != self._on:
            for name, stage in self._stages.items():
                stage.display = name == kind
            self._on = kind
        return self._stages[kind]

    @property
    def pauses(self) -> bool:
        """Whether there is a book to keep a pause in."""
        keeping = self.house.keeping
        return not keeping.locked and keeping.home() is not None

    async def _mounted(self, stage: AwaitMount) -> None:
        await stage
        self.show()

    def _offers(self) -> bool:
        """Tell whether the stop screen offers its choices by now."""
        stage = self._stages.get("stopped")
        stopped = self.sitting is not None and self.sitting.phase == "stopped"
        return stopped and isinstance(stage, StopStage) and stage.offers(self.house.runner.time())

    def _ring(self) -> None:
        self.app.bell()

    def _told(self, sentence: str) -> None:
        self.notify(sentence, markup=False)

    @property
    def calm(self) -> bool:
        """A good moment can be written down after a stop, once that offers what could come."""
        return self._offers()

    # The table's edge

    def main_hint(self, seat: Seat) -> str:
        """Return what the main key does at this step."""
        if self.sitting is None or self.writing:
            return ""
        words = fitted(main_words(self.sitting, seat, offers=self._offers()), self.app.size.width)
        step = self.sitting.now_step
        if words == "answer" and len(found := step.options[0].text) <= _HINT:
            return found
        if words == "begin" and (said := step.words.get("key", "")):
            return said
        return say(f"practice.{words}") if words else ""

    def stop_hint(self) -> str:
        """Either can stop, always."""
        running = self.sitting is not None and self.sitting.phase not in ("stopped", "over")
        return say("room.stop") if running and not self.writing else ""

    def lit_seat(self) -> str | None:
        """Light the one who speaks."""
        return whose_turn(self.sitting) if self.sitting else None

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Return what either may press."""
        sitting = self.sitting
        if sitting is None:
            return ()
        rows = middle_keys(sitting, writing=self.writing, noting=self.panel.is_open, offers=self._offers())
        return tuple(tuple(self.hint(*key) for key in row) for row in rows)

    def close_note(self) -> None:
        """Close the note of a practice that is over."""

    def rest(self) -> None:
        """End here, and keep what there is."""

    def end(self) -> None:
        """Close the session, once."""
