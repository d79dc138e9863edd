"""The host of every practice: hands what is pressed to the runner, and shows what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.events import ScreenResume
from textual.widgets import TextArea

from coreg.content import say
from coreg.practice.beside import WAITS, mends, parks
from coreg.practice.play import Chose, Pressed, Reopened, Skipped
from coreg.practice.sitting import Alone, Noted, Paused, Resumed, SmallBreaths, Stopped, WentOn
from coreg.practice.steps.breathe import Breathing
from coreg.screens.written import Written
from coreg.widgets.stopped import StopStage

if TYPE_CHECKING:
    from textual.screen import Screen

    from coreg.practice.play import Seat

__all__ = ["Practice"]


class Practice(Written, inherit_bindings=False):
    """One sitting, from its first step to its last."""

    place = "practice"
    _night: Screen[None] | None = None

    # What is pressed

    def main(self, seat: Seat) -> None:
        """Hand the press to the step, or go on together after a stop."""
        sitting = self.sitting
        if sitting is None:
            return
        if sitting.phase == "stopped":
            if self._offers():
                self._happen(WentOn(self._at(), seat))
        else:
            self._happen(Pressed(self._at(), seat))

    def choose(self, seat: Seat, index: int) -> None:
        """Hand a choice to the step; after a stop of a breathing the first one breathes on alone."""
        sitting = self.sitting
        if sitting is not None and sitting.phase == "running":
            self._happen(Chose(self._at(), seat, index))
        elif sitting is not None and index == 0 and isinstance(sitting.play, Breathing) and self._offers():
            self._happen(Alone(self._at(), seat))

    def stop_practice(self) -> None:
        """Stop at once. Nothing notes who."""
        if self.sitting is not None and self.sitting.phase != "stopped":
            self.close_note()
            self._happen(Stopped(self._at()))

    def do_all_escape(self) -> None:
        """Stop, from a field too: what was typed is kept. After a stop, close the note, or sit no longer."""
        if self.sitting is not None and self.sitting.phase == "stopped":
            if self.has_class("-dim") and not self.panel.is_open:
                self.do_practice_quiet()
            self.close_note()
        else:
            self.stop_practice()

    def do_practice_pause(self) -> None:
        """Let time stand still, or go on."""
        paused = self.sitting is not None and self.sitting.phase == "paused"
        self._happen(Resumed(self._at()) if paused else Paused(self._at()))

    def do_practice_skip(self) -> None:
        """Pass the step over, unless somebody is speaking."""
        self._happen(Skipped(self._at()))

    def do_practice_change(self) -> None:
        """Take a finished line up again."""
        self._happen(Reopened(self._at()))

    def do_practice_breaths(self) -> None:
        """Breathe a minute, from the stop screen or where one waits for the other."""
        waits = self.sitting is not None and self.sitting.now_step.kind in WAITS
        if self._offers() or (waits and self.sitting is not None and self.sitting.phase == "running"):
            self._happen(SmallBreaths(self._at()))

    def do_practice_line(self) -> None:
        """Offer a line that mends, while one of them speaks; time stands meanwhile."""
        sitting = self.sitting
        if sitting is not None and sitting.phase == "running" and mends(sitting):
            from coreg.screens.repair import Repair

            self.do_practice_pause()
            self.app.push_screen(Repair(self.house, self.do_practice_pause, self.stop_practice))

    def do_practice_park(self) -> None:
        """Park something for later, in a talk; time stands meanwhile."""
        sitting = self.sitting
        if sitting is not None and sitting.phase == "running" and parks(sitting):
            from coreg.screens.park import Park

            self.do_practice_pause()
            self.app.push_screen(Park(self.house, self.do_practice_pause, self.stop_practice))

    def do_practice_quiet(self) -> None:
        """Sit quietly: the choices go away and the light goes down; once more, and both are back."""
        stage = self._stages.get("stopped")
        if self._offers() and isinstance(stage, StopStage):
            stage.quiet = not stage.quiet
            self.set_class(stage.quiet, "-dim")
            self.show()

    def do_practice_night(self) -> None:
        """End the evening here."""
        if self._offers():
            self.rest()

    def do_practice_timeout(self) -> None:
        """Ask for a pause with a return: it needs nobody's consent, and the sitting waits for it."""
        if self._offers() and self.pauses and not self._ending:
            self._ending = True
            self.pace.stop()
            self.begin_pause()

    @work(group="pause")
    async def begin_pause(self) -> None:
        """Go on as before where the pause cannot be kept."""
        from coreg.screens.timeout.asking import begin_pause

        why = await begin_pause(self.house)
        if not why:
            self.follow(self.house.room("pause", self.house))
            return
        self.notify(why, severity="warning", markup=False)
        self._ending = False
        self.show()

    # What is written

    def do_practice_note(self) -> None:
        """Open a shared note under this practice, or close it."""
        if self.panel.is_open:
            self.do_practice_keep()
        elif self.sitting is not None and self.sitting.results:
            self.panel.open(self.sitting.results[-1].note, say("practice.note.entry"), self.house.keymap)

    def do_practice_keep(self) -> None:
        """Close the note; it is saved."""
        self.close_note()
        self.show()

    def close_note(self) -> None:
        """Close the note if it is open."""
        if self.panel.is_open:
            self.panel.close()
            self.set_focus(None)

    @on(TextArea.Changed)
    def noted(self, event: TextArea.Changed) -> None:
        """Keep the note as it grows."""
        if self.sitting is not None:
            self.house.runner.dispatch(Noted(self.house.runner.time(), event.text_area.text, entry=True))

    # The end

    def rest(self) -> None:
        """End here, and keep what there is."""
        self.house.runner.rest()
        self.end()

    def end(self) -> None:
        """Close the session, once, and say good night; a note that is being written is waited for."""
        if self._ending or self.sitting is None or self.panel.is_open:
            return
        self._ending = True
        self.pace.stop()
        self.hearing.over(self.sitting)
        from coreg.screens.good_night import GoodNight

        sitting, session = self.sitting, self.house.runner.session
        self.follow(GoodNight(self.house, sitting, self.house.runner.close(), session))

    def follow(self, screen: Screen[None]) -> None:
        """Have another room come instead of this one, once nothing stands over it."""
        self._night = screen
        self.say_good_night()

    @on(ScreenResume)
    def say_good_night(self) -> None:
        """Show what comes after; help and a hidden screen are never replaced by it."""
        if self._night is not None and self.is_active:
            self.app.switch_screen(self._night)
            self._night = None
