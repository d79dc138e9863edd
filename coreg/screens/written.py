"""What is written on the stage of a practice, and handed on to the runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from coreg.content import say
from coreg.practice.play import Answered, Drafted, Opened, Wrote
from coreg.practice.steps.form import Forming
from coreg.practice.steps.opening import Softening
from coreg.practice.steps.write import Writing
from coreg.screens.showing import Showing
from coreg.widgets.field import LineField, TooLong
from coreg.widgets.steps.form import FormPad
from coreg.widgets.steps.opening import OpeningPad

if TYPE_CHECKING:
    from textual.widgets import Input

    from coreg.practice.play import Event
    from coreg.practice.sitting import SittingEvent

__all__ = ["Written"]


class Written(Showing, inherit_bindings=False):
    """A sitting on the stage, and what is typed there."""

    def _at(self) -> float:
        return max(0.0, self.house.runner.time() - self.pressed_at)

    def _happen(self, event: Event | SittingEvent) -> None:
        if self.sitting is not None:
            self.house.runner.dispatch(event)
            self.show()

    @on(LineField.Changed, "#line")
    def typed(self, event: Input.Changed) -> None:
        """Keep the draft as it grows."""
        if self.sitting is not None and isinstance(self.sitting.play, Writing):
            self.house.runner.dispatch(Drafted(self.house.runner.time(), event.value))

    @on(LineField.Submitted, "#line")
    def wrote(self, event: Input.Submitted) -> None:
        """Finish the line; an empty one passes the step."""
        event.stop()
        self._happen(Wrote(self._at(), event.value.strip()))

    @on(FormPad.Sealed)
    def sealed(self, event: FormPad.Sealed) -> None:
        """Take the long form of the one whose part it is."""
        sitting = self.sitting
        if sitting is not None and isinstance(sitting.play, Forming):
            seat = sitting.play.seat(sitting.context)
            self._happen(Answered(self._at(), seat, event.mark))

    @on(OpeningPad.Done)
    def opened(self, event: OpeningPad.Done) -> None:
        """Take how somebody would like to begin."""
        sitting = self.sitting
        if sitting is None or not isinstance(sitting.play, Softening):
            return
        seat = sitting.context.speaker(sitting.now_step.who)
        if seat is not None:
            keep = event.way == "keep"
            self._happen(Opened(self._at(), seat, event.text, keep or event.way == "both", keep))

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.notify(say("practice.too_long", limit=event.limit), markup=False)
