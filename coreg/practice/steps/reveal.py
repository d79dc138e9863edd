"""Both answers side by side; and the one suggestion that fits both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.play import SEATS, Move, Pressed, Suggested, Ticked
from coreg.practice.steps.base import Kind, ended, ends
from coreg.practice.steps.say import Saying, Until
from coreg.practice.suggest import Suggestion, suggest

if TYPE_CHECKING:
    from coreg.practice.play import Both, Context, Event, Seat, Step

__all__ = ["Reveal", "Revealing", "Suggest", "Suggesting"]


@dataclass(frozen=True, slots=True)
class Revealing(Saying):
    """What is shown beside that (None: tonight stays unsaid)."""

    pair: Both | None = None


class Reveal(Until[Revealing]):
    """Both answers."""

    def begin(self, step: Step, context: Context, t: float) -> Revealing:
        """Begin with the pair that was sealed last."""
        return Revealing(t, pair=context.pair)


@dataclass(frozen=True, slots=True)
class Suggesting:
    """The suggestion, and who has said yes to it (never shown)."""

    since: float
    suggestion: Suggestion
    pressed: frozenset[Seat] = frozenset()


class Suggest(Kind[Suggesting]):
    """Both keys take it, ``n`` leaves it; as planned goes on by itself after the step's seconds."""

    def begin(self, step: Step, context: Context, t: float) -> Suggesting:
        """Begin with one suggestion that fits both."""
        found = suggest(context.pair, context.own_lines, context.ahead, context.spare)
        return Suggesting(t, found)

    def on(self, step: Step, play: Suggesting, event: Event, context: Context) -> Move:
        """Take it when both press."""
        match event:
            case Ticked(at) if not self._asks(play) and ended(play.since, step.seconds, at):
                return Move(None)
            case Pressed(_, seat):
                pressed = play.pressed | {seat}
                if len(pressed) < len(SEATS):
                    return Move(replace(play, pressed=pressed))
                taken = play.suggestion
                return Move(None, (Suggested(taken.practice, taken.without),))
            case _:
                return Move(play)

    def due(self, step: Step, play: Suggesting, after: float) -> float | None:
        """Return when "as planned" goes on by itself; a question waits."""
        return None if self._asks(play) else ends(play.since, step.seconds, after)

    def journal(self, step: Step, play: Suggesting, context: Context, t: float) -> Suggesting:
        """Leave out who has pressed."""
        return replace(play, pressed=frozenset())

    @staticmethod
    def _asks(play: Suggesting) -> bool:
        return bool(play.suggestion.practice or play.suggestion.without)
