"""What the own main keys do at a step, in words. Pure: a sitting in, words keys out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from coreg.practice.beside import mends
from coreg.practice.floor import GIFT
from coreg.practice.play import other
from coreg.practice.steps.alternate import Alternating
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.find_pace import Finding
from coreg.practice.steps.form import Forming
from coreg.practice.steps.gate import Gating
from coreg.practice.steps.lead import Leading
from coreg.practice.steps.opening import Softening
from coreg.practice.steps.reveal import Suggesting
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.write import Writing

if TYPE_CHECKING:
    from coreg.practice.sitting import Sitting

__all__ = ["Row", "fitted", "main_words", "middle_keys", "rings_at_end", "whose_turn"]

Row: TypeAlias = tuple[tuple[str, str], ...]
"""Keys of one row between the seats: the id of each in the table, or the key itself, and its words."""

_HELP = ("all.help", "room.help")
_NOTE = ("practice.note", "room.note")
_STOP = ("all.escape", "room.stop")


_BOTH = {
    "say": "go_on",
    "reveal": "go_on",
    "sealed": "seal",
    "first": "begin",
    "stay": "enough",
    "wait": "both_here",
}
_ROOMY = 80
"""Columns from which on both main keys have room for all of their words, with keys between them."""
_ASKED = {"choose": "choose", "ask": "answer"}


def main_words(sitting: Sitting, seat: str, *, offers: bool = True) -> str:
    """Return the key of the words for what a seat's main key does now; empty when it does nothing."""
    if sitting.phase == "running":
        return _running(sitting, seat)
    return "go_on" if sitting.phase == "stopped" and offers else ""


def fitted(words: str, columns: int) -> str:
    """Return the key of the words, or of shorter ones, for a window of so many columns."""
    return "give_mine_short" if words == "give_mine" and columns < _ROOMY else words


def _running(sitting: Sitting, seat: str) -> str:
    match sitting.play:
        case Turning() as play:
            words = _turn(sitting, play, seat)
        case Writing() as play:
            words = _own("nod", sitting, seat) if play.finished else ""
        case Forming() as play:
            words = "start" if not play.lifted and play.seat(sitting.context) == seat else ""
        case Softening() as play:
            words = "" if play.lifted else _own("start", sitting, seat)
        case Suggesting() as play:
            words = "take" if play.suggestion.practice or play.suggestion.without else "go_on"
        case Alternating() as play:
            words = "named" if play.seat == seat else ""
        case Gating() as play:
            words = "seal" if play.offered is None else "go_on"
        case Breathing() | Leading() | Finding() as play:
            words = _breathing(sitting, play)
        case _:
            words = _by_kind(sitting, seat)
    return words


def _by_kind(sitting: Sitting, seat: str) -> str:
    step = sitting.now_step
    if step.kind in _ASKED:
        return _ASKED[step.kind] if sitting.context.speaker(step.who) in (seat, None) else ""
    return _BOTH.get(step.kind, "")


def _own(words: str, sitting: Sitting, seat: str) -> str:
    """Return the words for the seat whose step it is, and nothing for the other."""
    return words if sitting.context.speaker(sitting.now_step.who) == seat else ""


def _breathing(sitting: Sitting, play: Breathing | Leading | Finding) -> str:
    match play:
        case Breathing():
            return "tap" if play.takes_taps(sitting.now_step) else ""
        case Leading():
            return "go_on" if play.told(sitting.ticked) else "tap"
        case Finding(told=True):
            return "go_on"
        case _:
            return "" if play.rating is None else "seal"


def _turn(sitting: Sitting, play: Turning, seat: str) -> str:
    if play.floor.handed is not None:
        return "not_done" if seat == play.seat else ""
    fixed = bool(sitting.now_step.params.get("fixed"))
    if seat == play.seat:
        return "" if fixed and play.floor.left(sitting.ticked) > 0 else "done"
    if fixed or sitting.now_step.kind == "reply":
        return ""
    return "give_mine" if sitting.context.own(other(play.seat)) > GIFT else "give"


def middle_keys(sitting: Sitting, *, writing: bool, noting: bool, offers: bool) -> tuple[Row, ...]:
    """Return the keys that belong to both, by row.

    Args:
        sitting: as it is now.
        writing: somebody types into a field, where letters are text.
        noting: a note is open.
        offers: the stop screen offers its choices by now.
    """
    if noting:
        return ((("practice.keep", "practice.close"), _STOP), (_HELP,))
    if sitting.phase == "stopped":
        night = (("practice.night", "practice.stopped.night"),) if offers else ()
        # The names and what both may press leave room for one key between them in a small window.
        return ((_NOTE,), (*night, _HELP))
    if isinstance(sitting.play, Forming) and sitting.play.lifted and sitting.phase == "running":
        return ((("ctrl+s", "practice.seal"), _STOP), (("ctrl+n", "practice.keep_own"), _HELP))
    if isinstance(sitting.play, Softening) and sitting.play.lifted and sitting.phase == "running":
        return ((("enter", "practice.enter"), _STOP), (("ctrl+n", "opening.leave"), _HELP))
    if writing:
        return ((("enter", "practice.enter"), _STOP), (_NOTE, _HELP))
    pause = "room.go_on" if sitting.phase == "paused" else "room.pause"
    return ((("practice.pause", pause), _STOP), (*_passing(sitting), _NOTE, _HELP))


def _passing(sitting: Sitting) -> Row:
    play = sitting.play
    speaking = isinstance(play, Turning) and play.floor.handed is None
    if speaking and sitting.phase == "running":
        beside = (("practice.line", "talk.line_key"), ("practice.park", "talk.park_key"))
        return beside if mends(sitting) else ()
    if sitting.phase == "paused":
        return ()
    if not isinstance(play, Writing) or not play.finished:
        return (("practice.skip", "room.skip"),)
    undated = sitting.now_step.kind == "agree"
    return (("practice.skip", "practice.no_date" if undated else "practice.leave_out"),)


def rings_at_end(sitting: Sitting) -> bool:
    """Tell whether what ended last ends with a soft sound: a breath, or a turn, that was not stopped."""
    steps = sitting.practice.script.steps
    return not sitting.early and steps[-1].kind in ("breathe", "turn")


def whose_turn(sitting: Sitting) -> str | None:
    """Return the seat whose turn it is; both are alike everywhere else, and after any stop."""
    if sitting.phase in ("running", "paused") and isinstance(sitting.play, Turning | Alternating):
        return sitting.play.seat
    return None
