"""The path of a map in lines: one question, one line in answer, and the same map at the end of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coreg.content import explain, say
from coreg.content.map_questions import STEPS, event_of, question_of, sorted_out
from coreg.plain.filling import typed_number
from coreg.plain.leaving import HELP, leaves
from coreg.plain.small import breathe_small
from coreg.practice.completing import complete, last_piece, pieces
from coreg.practice.map_path import FAR, Kept, Steadied, TooMuch, WentBack
from coreg.practice.mapping import apply
from coreg.record.text import clean
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.content.map_questions import MapQuestion, Reply
    from coreg.practice.map_path import MapEvent, MapPath

__all__ = ["Keeps", "MapLines", "Voice"]

_HIGHEST = 10
_WRONG = "wrong"


class Voice(Protocol):
    """The terminal: lines are said, and asked for."""

    def say(self, text: str) -> None:
        """Show lines."""
        ...

    def ask(self, question: str, *, hidden: bool = False) -> str:
        """Return what is typed up to Enter."""
        ...


class Keeps(Protocol):
    """What keeps what is said, each time on disk before the next question."""

    def keep(self, path: MapPath) -> None:
        """Keep the fields as they are now."""
        ...

    def good(self, path: MapPath, kept: Kept) -> None:
        """Keep the one good thing."""
        ...


class MapLines:
    """Asks line by line. ``/back``, ``/much`` and ``/leave`` stand for the keys of the screen."""

    def __init__(self, voice: Voice, keeps: Keeps, rest: Callable[[float], str | None]) -> None:
        """Take the terminal, what keeps, and what waits so many seconds, or until a line is typed."""
        self._voice = voice
        self._keeps = keeps
        self._rest = rest
        self._some = False
        self._unkept = False

    def walk(self, path: MapPath) -> MapPath:
        """Ask until it is over or was left, and return where it is then: on disk, that is.

        What cannot be written is told, and written with the next answer.
        """
        self._voice.say(say("map_plain.how"))
        while path.stage != "over":
            event = self._steadied(path) if path.stage == "steady" else self._asked(path)
            if event is not None:
                path = self._after(path, event)
            elif not self._unkept or self._kept(path):
                return path
        return path

    def _after(self, path: MapPath, event: MapEvent) -> MapPath:
        after = sorted_out(apply(path, event))
        self._some = False
        kept = self._kept(after)
        if isinstance(event, Kept) and event.kept:
            kept = kept and self._told(lambda: self._keeps.good(path, event))
            return after if kept else path
        return path if after.stage == "over" and not kept else after

    def _kept(self, path: MapPath) -> bool:
        self._unkept = not self._told(lambda: self._keeps.keep(path))
        return not self._unkept

    def _told(self, keep: Callable[[], None]) -> bool:
        """Have something kept; where that fails say why. Tell whether it is."""
        try:
            keep()
        except Trouble as trouble:
            self._voice.say(f"{explain(trouble)} {say('note.still_here')}")
            return False
        return True

    def _asked(self, path: MapPath) -> MapEvent | None:
        """Ask one question until its answer means something; None when it is left."""
        while True:
            question = question_of(path, some=self._some)
            self._tell(question)
            typed = clean(self._voice.ask(say("map_plain.prompt")), multiline=False).strip()
            if leaves(typed):
                return None
            if typed == say("plain.line.back"):
                return WentBack()
            if typed == say("map_plain.much"):
                return TooMuch()
            if self._helps(question, typed):
                continue
            reply = _reply(question, typed, default=path.stage != "gate")
            if reply == _WRONG:
                self._voice.say(say(f"map_plain.wrong_{question.kind}", count=len(question.offered)))
                continue
            event = event_of(path, reply, some=self._some)
            if event is not None:
                return event
            self._some = True

    def _tell(self, question: MapQuestion) -> None:
        lines = ["", *([f"“{question.quoted}”"] if question.quoted else []), question.title]
        lines += [question.text] if question.text else []
        if question.kind in ("pick", "choose", "mark"):
            lines += [f"  {at}  {text}" for at, text in enumerate(question.offered, 1)]
        if question.value not in (None, "", ()):
            lines.append(say("map_plain.now", value=_written(question.value)))
        lines.append(say(f"map_plain.how_{question.kind}"))
        self._voice.say("\n".join(lines))

    def _helps(self, question: MapQuestion, typed: str) -> bool:
        """Say what a question mark asks for: how to answer, words of the list; tell whether there was one."""
        if typed == HELP:
            self._voice.say(say("map_plain.how"))
        offers = typed.endswith(HELP) and question.kind in ("line", "several") and bool(question.offered)
        if offers:
            self._offer(question, typed.rstrip(HELP))
        return offers or typed == HELP

    def _offer(self, question: MapQuestion, typed: str) -> None:
        wanted = last_piece(typed) if question.kind == "several" else typed
        found = complete(wanted, question.offered, len(question.offered))
        self._voice.say(", ".join(found) if found else say("map_plain.no_words"))

    def _steadied(self, path: MapPath) -> MapEvent | None:
        """Breathe a minute, or look around step by step; None when it is left."""
        if path.way == "breathe":
            return None if leaves(breathe_small(self._voice, self._rest)) else Steadied("look")
        for look in range(STEPS):
            question = question_of(path, look)
            self._voice.say(question.title)
            if leaves(self._voice.ask(say("map_plain.go_on")).strip()):
                return None
        return Steadied("look")


def _written(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _reply(question: MapQuestion, typed: str, *, default: bool) -> Reply:
    """Return what a line answers, or that it answers nothing; an empty one leaves what stands there."""
    match question.kind:
        case "scale":
            return _number(question, typed)
        case "choose":
            return _place(question, typed, 0 if default else None)
        case "mark":
            places = [_place(question, piece, None) for piece in typed.replace(",", " ").split()]
            found = tuple(place for place in places if isinstance(place, int))
            return found if len(found) == len(places) else _WRONG
        case "pick":
            place = _place(question, typed, None)
            return question.offered[place] if isinstance(place, int) else typed or question.value or ""
        case "several":
            return pieces(typed) or question.value or ()
        case _:
            return typed or question.value or ""


def _number(question: MapQuestion, typed: str) -> Reply:
    if not typed:
        return question.value
    if question.far and typed.casefold() == say("map_plain.far"):
        return FAR
    number = typed_number(typed, 0, _HIGHEST)
    return _WRONG if number is None else number


def _place(question: MapQuestion, typed: str, default: int | None) -> int | str:
    if not typed and default is not None:
        return default
    number = typed_number(typed, 1, len(question.offered))
    return _WRONG if number is None else number - 1
