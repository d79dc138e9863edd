"""What a screen is handed when it is made: the runner, the couple, the settings, the keys, the dates."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from coreg.content import say
from coreg.evening.couple import Couple
from coreg.sound.voice import Voice

if TYPE_CHECKING:
    from asyncio import Future as Answer
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future
    from datetime import datetime

    from textual.screen import Screen

    from coreg.evening.how import Wish
    from coreg.evening.keeping import Keeping
    from coreg.evening.locking import Locking
    from coreg.evening.map_drafts import MapDrafts
    from coreg.evening.maps import Maps
    from coreg.evening.pausing import Pausing
    from coreg.evening.planning import Options
    from coreg.evening.runner import Runner
    from coreg.keys import Keymap
    from coreg.own_patterns import Own
    from coreg.own_scripts import OwnScripts
    from coreg.practice.breath import Pattern
    from coreg.practice.play import Seat
    from coreg.settings import Places, Settings

__all__ = ["House", "couple_of"]

T = TypeVar("T")


def couple_of(keeping: Keeping) -> Couple:
    """Return the couple of the book, or two nameless seats before there is one, and while it is locked."""
    known = None if keeping.locked else keeping.home()
    if known is None:
        return _nameless()
    left: Seat = "b" if known.left == "b" else "a"
    return Couple(known.a, known.b, left)


def _nameless() -> Couple:
    return Couple(say("room.nameless.a"), say("room.nameless.b"))


def _nothing() -> None:
    """Lead nowhere."""


def _untitled(_title: str) -> None:
    """Name nothing."""


@dataclass(slots=True)
class House:
    """What all screens share. They speak to the runner and to what it keeps, never to the store."""

    make_runner: Callable[[], Runner]
    keeping: Keeping
    couple: Couple
    settings: Settings
    places: Places
    keymap: Keymap
    now: Callable[[], datetime]
    room: Callable[[str, House], Screen[None]]
    locking: Locking
    pausing: Pausing
    maps: Maps
    come_back: Callable[[], None] = _nothing
    """Leads home when locked books have been opened again."""
    show_title: Callable[[str], None] = _untitled
    """Names the terminal's window."""
    clock: Callable[[], float] = monotonic
    light: str = "night"
    colours: str = "full"
    """How many the terminal has: ``"full"``, ``"few"`` (sixteen), ``"none"``."""
    signs: str = "all"
    """Which it shows, ``"all"`` or ``"ascii"``; a setting may say otherwise."""
    most_motion: str = "full"
    """The most that may move; a setting may ask for less."""
    demo: bool = False
    voice: Voice = field(default_factory=Voice)
    drafts: dict[object, Callable[[], None]] = field(default_factory=dict)
    """What keeps the drafts that no sitting holds, by whoever shows them."""
    noting: bool = False
    """Whether a note was being written when everything was put away."""
    _runner: Runner | None = None
    _own: Own | None = None
    _wish: Wish | None = None
    _scripts: OwnScripts | None = None

    @property
    def runner(self) -> Runner:
        """The runner. It is made, and all the practices with it, when somebody first needs it."""
        if self._runner is None:
            self._runner = self.make_runner()
        return self._runner

    @property
    def ascii(self) -> bool:
        """Whether everything is drawn in ASCII."""
        wanted = self.settings.signs
        return (self.signs if wanted == "auto" else wanted) == "ascii"

    @property
    def motion(self) -> str:
        """How much moves: what the two like, and no more than the terminal was told to."""
        return max(self.settings.motion, self.most_motion, key=("full", "reduced", "none").index)

    @property
    def own(self) -> Own:
        """The couple's own patterns; none of them where their file cannot be read."""
        if self._own is None:
            from coreg.own_patterns import Own, OwnPatternError, read_own

            try:
                self._own = read_own(self.places.patterns_file)
            except OwnPatternError as error:
                self._own = Own((error,))
        return self._own

    def look_for_own(self) -> Own:
        """Read the own patterns anew: their file may have been changed."""
        self._own = None
        return self.own

    @property
    def scripts(self) -> OwnScripts:
        """The couple's own scripts."""
        return self.look_for_scripts() if self._scripts is None else self._scripts

    def look_for_scripts(self) -> OwnScripts:
        """Read the couple's own scripts anew: their files may have been changed."""
        from coreg.own_scripts import read_scripts

        self._scripts = read_scripts(self.places.scripts_folder)
        return self._scripts

    @property
    def patterns(self) -> Mapping[str, Pattern]:
        """Every pattern by its id: ours in their order, then the couple's own."""
        from coreg.content.patterns import patterns

        return {**patterns(), **self.own.patterns}

    def pattern(self, wanted: str | None) -> Pattern:
        """Return a pattern by its id, ours or an own one; the usual one for an id that there is not."""
        from coreg.content.patterns import default_pattern

        return self.patterns.get(wanted or "") or default_pattern()

    @property
    def wish(self) -> Wish:
        """How the two have chosen to breathe tonight."""
        if self._wish is None:
            from coreg.evening.how import Wish

            self._wish = Wish()
        return self._wish

    @property
    def map_drafts(self) -> MapDrafts:
        """What keeps maps for both while they are written."""
        from coreg.evening.map_drafts import MapDrafts

        return MapDrafts(self.keeping, self.maps)

    def learn(self) -> None:
        """Have what belongs to each of the two read from the book, behind what is shown."""
        self.follow(self.keeping.people(), Couple.known)

    def follow(self, asked: Future[T], change: Callable[[Couple, T], Couple]) -> None:
        """Change what is known of the two as soon as the book has answered, whoever has left by then."""
        from asyncio import wrap_future

        def answered(answer: Answer[T]) -> None:
            # Maybe after everything was let go of.
            if not answer.cancelled() and answer.exception() is None and self.couple != _nameless():
                self.couple = change(self.couple, answer.result())

        # On the loop, where all else changes them: the writing thread could undo what is just being changed.
        wrap_future(asked).add_done_callback(answered)

    def save_now(self) -> None:
        """Have the living session written down, if there is one, and every draft kept."""
        for keep in tuple(self.drafts.values()):
            keep()
        if self._runner is not None:
            self._runner.save_now()

    def forget(self) -> None:
        """Let go of all that was read from the books; what is on cannot be gone on with but from disk."""
        self._runner = None
        self.couple = _nameless()

    @property
    def left(self) -> Seat:
        """Who sits left tonight."""
        return self.couple.left

    @property
    def right(self) -> Seat:
        """Who sits right tonight."""
        return "b" if self.couple.left == "a" else "a"

    def seat(self, side: str) -> Seat:
        """Return who sits on a side, ``"left"`` or ``"right"``."""
        return self.left if side == "left" else self.right

    def side(self, seat: str) -> str:
        """Return the side on which a person sits tonight."""
        return "left" if seat == self.left else "right"

    def name(self, seat: str) -> str:
        """Return a person's name."""
        return self.couple.a if seat == "a" else self.couple.b

    def swap(self) -> Future[Any]:
        """Let the two change places; the future is done when it is remembered."""
        self.couple = replace(self.couple, left=self.right)
        return self.keeping.sit(self.couple.left)

    def options(self, pattern: str | None = None) -> Options:
        """Return what the settings, and a wish for a pattern, say about a plan."""
        from coreg.evening.planning import Options

        return Options(
            form=self.settings.form,
            countdown=self.settings.countdown,
            one_hand=self.settings.one_hand,
            pattern=self.pattern(pattern).id,
            patterns=self.patterns,
            scripts=self.scripts.kept,
        )
