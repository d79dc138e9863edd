"""``coreg map --plain``: the same path in lines, on the terminal itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.commands.map_lines import OwnDoor, at_terminal, everywhere, first
from coreg.content import say

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.console import Console
    from coreg.evening.map_drafting import MapDraft
    from coreg.practice.map_path import Kept, MapPath
    from coreg.practice.play import Seat
    from coreg.record.maps import PrivateTrigger
    from coreg.screens.house import House

__all__ = ["map_plainly"]


def map_plainly(asked: Namespace) -> int:
    """Ask one of the two, and return the exit code.

    Raises:
        Trouble: ``no_book``, ``locked_no_terminal``, ``does_not_fit``, or whatever opening the book raises.
    """
    from coreg.commands import exits

    with at_terminal(asked) as (house, console):
        _ask(house, console)
    return exits.DONE


def _ask(house: House, console: Console) -> None:
    seen = say("map_plain.seen")
    console.say(f"{say('map_path.intro.title')}\n{say('map_path.intro.text')}\n{seen}")
    whose = say("map_plain.whose", a=house.name(house.left), b=house.name(house.right))
    seat = house.left if first(console, whose) else house.right
    draft = house.map_drafts.left(seat).result()
    if draft is not None and first(console, say("map_plain.drafted")):
        _for_both(house, console, seat, draft)
    elif draft is None and not first(console, say("map_plain.for_whom")):
        _for_both(house, console, seat, None)
    elif house.locking.has_space().result():
        _alone(house, console, seat)
    else:
        console.say(say("map_plain.no_room"))


def _alone(house: House, console: Console, seat: Seat) -> None:
    """Behind the own door: what is there to be gone on with is gone on with first."""
    from coreg.evening.map_drafting import MapDraft
    from coreg.practice.mapping import empty

    room = OwnDoor(house, console, seat)
    left = next((one for one in room.space.triggers().result() if one.at_field and not one.binned), None)
    draft = MapDraft(left or room.space.blank_trigger(), room.keep, house.clock)
    path = _walked(house, console, seat, draft, new=left is None, own=True)
    gone = True
    if path.stage == "over" and path.shown:
        gone = everywhere(room.within(lambda space: space.show(draft.trigger, path.shown)))
    elif path.stage == "over" and left is None and draft.trigger.id and empty(path):
        # All that stood there for a while was the good thing at the end.
        gone = everywhere(room.within(lambda space: space.delete_trigger(draft.trigger)))
    _end(console, path, "map_path.shown_some" if path.shown else "map_path.kept", gone=gone)


def _for_both(house: House, console: Console, seat: Seat, left: PrivateTrigger | None) -> None:
    from coreg.evening.map_drafting import MapDraft

    drafts = house.map_drafts
    draft = MapDraft(left or drafts.blank(seat), lambda make: drafts.keep_made(seat, make), house.clock)
    path = _walked(house, console, seat, draft, new=left is None, own=False)
    shows = path.stage == "over" and draft.begun
    gone = not shows or everywhere(drafts.show(seat, draft.trigger, path.shown))
    _end(console, path, "map_path.shown_some" if path.shown else "map_path.not_kept", gone=gone)


def _walked(house: House, console: Console, seat: Seat, draft: MapDraft, *, new: bool, own: bool) -> MapPath:
    from coreg.evening.map_drafting import answers_of
    from coreg.plain.mapping import MapLines
    from coreg.practice.mapping import taken_up

    at = "cue" if new else draft.trigger.at_field
    line = house.couple.own_lines[0 if seat == "a" else 1]
    left = draft.trigger
    words, shows = answers_of(left.words), not left.shown
    path = taken_up(words, at, own=own, line=line, shows=shows, closing=left.closing)
    return MapLines(console, _Keeps(house, seat, draft), console.rest).walk(path)


def _end(console: Console, path: MapPath, words: str, *, gone: bool) -> None:
    from coreg.content.map_questions import numbers
    from coreg.practice.mapping import empty

    if empty(path) and not (path.closing and path.stage != "over"):
        words = "map_path.nothing"
    elif path.stage != "over":
        words = "map_plain.left"
    later = "" if gone else say("map_path.later_gone")
    console.say("  ".join(filter(None, [say(words), later, numbers(path)])))


class _Keeps:
    """Keeps what is said before the next question comes."""

    def __init__(self, house: House, seat: Seat, draft: MapDraft) -> None:
        self._house = house
        self._seat = seat
        self._draft = draft

    def keep(self, path: MapPath) -> None:
        """Keep the fields as they are now."""
        from coreg.evening.map_drafting import words_of
        from coreg.practice.mapping import left_at, undecided

        self._draft.wrote(words_of(path.words), left_at(path), undecided(path))
        if (asked := self._draft.keep()) is not None:
            asked.result()

    def good(self, path: MapPath, kept: Kept) -> None:
        """Keep the one good thing, for both."""
        maps = self._house.maps
        if kept.kept == "glimmer":
            maps.glimmer(path.closing, by=self._seat).result()
        else:
            maps.keep_resource(maps.blank_resource(path.closing, self._seat)).result()
