"""Something one person chooses openly, with the own keys; and who speaks first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.play import Chose, Kept, Move, Ordered, Pressed
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Step

__all__ = ["Choose", "Choosing", "First"]


@dataclass(frozen=True, slots=True)
class Choosing:
    """What is chosen so far: an index, or None."""

    since: float
    index: int | None = None


class Choose(Kind[Choosing]):
    """The own keys choose, the own main key goes on; nothing chosen is fine."""

    def begin(self, step: Step, context: Context, t: float) -> Choosing:
        """Begin with nothing chosen."""
        return Choosing(t)

    def on(self, step: Step, play: Choosing, event: Event, context: Context) -> Move:
        """Choose, or go on; only the one who is asked can do either."""
        asked = context.speaker(step.who)
        match event:
            case Chose(_, seat, index) if asked in (seat, None) and index < len(step.options):
                return Move(replace(play, index=index))
            case Pressed(_, seat) if asked in (seat, None):
                if play.index is None:
                    return Move(None)
                return Move(None, (Kept(step.keeps, step.options[play.index].id, asked),))
            case _:
                return Move(play)

    def check(self, step: Step) -> None:
        """Need two to five options."""
        need(step, options=True)


class First(Kind[Choosing]):
    """Whoever would like to begin presses the own key; passing it leaves the order as it is."""

    def begin(self, step: Step, context: Context, t: float) -> Choosing:
        """Begin with nothing decided."""
        return Choosing(t)

    def on(self, step: Step, play: Choosing, event: Event, context: Context) -> Move:
        """Let the one who pressed begin."""
        if isinstance(event, Pressed):
            return Move(None, (Ordered(event.seat),))
        return Move(play)
