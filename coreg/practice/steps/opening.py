"""A soft beginning, written by one behind a cover. What is typed lives on the screen, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.parts import ROLES
from coreg.practice.play import Kept, Move, Opened, Opening, Pressed
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Keep, Step

__all__ = ["Soften", "Softening"]


@dataclass(frozen=True, slots=True)
class Softening:
    """Whether the cover is lifted. Never journaled: after a crash it is asked again."""

    since: float
    lifted: bool = False


class Soften(Kind[Softening]):
    """The own key of ``who`` lifts the cover; what comes of it is shown as that person wishes, or let go."""

    def begin(self, step: Step, context: Context, t: float) -> Softening:
        """Begin behind the cover."""
        return Softening(t)

    def on(self, step: Step, play: Softening, event: Event, context: Context) -> Move:
        """Lift the cover, or take what was written; only the one who is asked can do either."""
        asked = context.speaker(step.who)
        match event:
            case Pressed(_, seat) if not play.lifted and seat == asked:
                return Move(replace(play, lifted=True))
            case Opened(_, seat) if play.lifted and seat == asked:
                return Move(None, self._taken(event))
            case _:
                return Move(play)

    def journal(self, step: Step, play: Softening, context: Context, t: float) -> Softening:
        """Leave out that somebody has begun to write."""
        return self.begin(step, context, t)

    def check(self, step: Step) -> None:
        """Need somebody whose it is."""
        need(step, who=("first", "second", "a", "b", *ROLES))

    @staticmethod
    def _taken(opened: Opened) -> tuple[Keep, ...]:
        text = opened.text.strip()
        if not text:
            return ()
        note = (Kept("note", text),) if opened.keep else ()
        return (Opening(opened.seat, text, opened.for_both), *note)
