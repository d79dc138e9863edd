"""A couple's house that can be photographed: invented books, a clock that stands, people without hands."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from textual.pilot import Pilot

from coreg.app import CoregApp, Start
from coreg.commands.invented import invent
from coreg.evening.how import How, wished
from coreg.evening.keeping import Keeping
from coreg.evening.locking import Chosen, Locking
from coreg.evening.maps import Maps
from coreg.evening.pausing import Pausing
from coreg.evening.planning import plan
from coreg.evening.runner import Runner
from coreg.keys import keymap
from coreg.places import Places
from coreg.practice.play import Chose, Pressed, Skipped, Wrote
from coreg.practice.steps.turn import Turning
from coreg.screens.begin import begin
from coreg.screens.house import House, couple_of
from coreg.screens.keyed import Keyed
from coreg.screens.practice import Practice
from coreg.screens.rooms import room
from coreg.screens.welcome import Welcome
from coreg.settings import Settings
from coreg.store import Store, Writer
from coreg.store.vault.keys import LEAST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coreg.practice.play import Event, Seat
    from coreg.practice.sitting import Sitting, SittingEvent

__all__ = ["NOW", "HandClock", "Studio", "a_house", "books"]

NOW = datetime(2026, 11, 23, 20, 41, tzinfo=UTC)
"""A Monday evening."""

_SEED = 20
_STEP = 1.0
_MINUTE = 60.0
_WORDS: Mapping[Seat, str] = {"a": "copper lantern willow", "b": "thimble orbit meadow"}
_NOTES = (
    "When the door closes loudly I go small.\n"
    "That is old, and not about you.\nI would like to tell you where it comes from.",
    "A letter to myself at nine.",
    "I dreamt of the house by the sea again, and nobody was in a hurry.",
)
_MOST_SKIPS = 40


@dataclass(slots=True)
class HandClock:
    """A clock that moves only when told to, in seconds."""

    time: float = 1_000.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.time


def books(folder: Path) -> Path:
    """Fill a folder with a year of an invented couple, unless it is there, and return it."""
    if not folder.exists():
        invent(folder, years=1, seed=_SEED, today=NOW)
    return folder


def a_house(
    folder: Path, settings: Settings, clock: HandClock, past: Path | None, *, left_open: bool
) -> House:
    """Return a house in a folder of its own, with a copy of a past or without any.

    With ``left_open`` a talk was interrupted in it, as by a closed window.
    """
    data = folder / "book"
    if past is not None:
        shutil.copytree(past, data)
    chance = Random(_SEED).randbytes  # noqa: S311 - nothing here is secret
    store = Store.open(data, device="0" * 12, now=lambda: NOW, random=chance, cost=LEAST)
    keeping = Keeping(store, Writer(), now=lambda: NOW)

    def runner() -> Runner:
        return Runner(keeping, clock=clock, now=lambda: NOW, random=chance)

    places = Places(data, folder / "settings", folder / "state")
    locking = Locking(keeping, clock=clock, now=lambda: NOW, random=chance, zone=_zone)
    house = House(
        runner,
        keeping,
        couple_of(keeping),
        settings,
        places,
        keymap({}),
        lambda: NOW,
        room,
        locking,
        Pausing(keeping, now=lambda: NOW, awake=lambda: ("studio", clock()), random=chance, zone=_zone),
        Maps(keeping, now=lambda: NOW, zone=_zone),
        clock=clock,
    )
    if left_open:
        _leave_open(runner(), house)
    return house


def _zone(_moment: datetime) -> str:
    return "Europe/Berlin"


def lock(house: House, how: str) -> None:
    """Make a room with notes for Mina ("room"), or lock the books ("open"), and shut them ("shut")."""
    locking = house.locking
    if how == "room":
        space = locking.make_space("a", Chosen(_WORDS["a"])).result()
        for text in _NOTES:
            space.keep(space.blank(text)).result()
    elif how:
        locking.lock({seat: Chosen(words) for seat, words in _WORDS.items()}).result()
    if how == "shut":
        locking.shut_books().result()
        house.forget()


def _leave_open(runner: Runner, house: House) -> None:
    talk = plan("day_talk", None, house.options())
    from_turn = replace(talk, script=replace(talk.script, steps=talk.script.steps[3:]))
    runner.start("day_talk", (from_turn,), house.couple, ())
    runner.save_now()
    house.keeping.flush()


@dataclass(slots=True)
class Studio:
    """One app, ready to be brought to where the picture is taken."""

    house: House
    clock: HandClock
    start: Start = field(default_factory=Start)
    app: CoregApp = field(init=False)
    pilot: Pilot[int] = field(init=False)

    def __post_init__(self) -> None:
        """Make the app; a pilot comes when it runs."""
        self.app = CoregApp(self.house, self.start)

    async def settle(self) -> None:
        """Wait until nothing is under way: workers, the books, the next repaint."""
        await self.pilot.pause()
        await asyncio.to_thread(self.house.keeping.flush)
        await asyncio.wait_for(self.app.workers.wait_for_complete(), 20)
        await self.pilot.pause()
        if self.app.crash is not None:
            raise RuntimeError(f"{self.app.crash}")

    async def keys(self, *keys: str) -> None:
        """Press keys one after another; ``type:`` before a text types it."""
        for key in keys:
            typed = key.removeprefix("type:")
            for one in (key,) if typed == key else typed:
                await self.pilot.press("space" if one == " " else one)
            await self.settle()

    async def breathe_out(self) -> None:
        """Let the first three breaths pass."""
        self.clock.time += _MINUTE
        if isinstance(self.app.screen, Welcome) and self.app.screen.breaths is not None:
            self.app.screen.breaths.look()
        await self.settle()

    async def both(self) -> None:
        """Press both main keys on a screen that is no practice."""
        screen = self.app.screen
        if isinstance(screen, Keyed):
            screen.main("a")
            screen.main("b")
        await self.settle()

    # A practice

    @property
    def sitting(self) -> Sitting:
        """The sitting that is on."""
        found = self.house.runner.state
        if found is None:
            raise RuntimeError("no sitting is on")
        return found

    async def practise(self, name: str, step: str = "", pattern: str | None = None) -> None:
        """Begin a practice, and pass everything before a step of it."""
        one = plan(name, None, self.house.options(pattern))
        begin(self.app, self.house, name, (one,))
        await self.settle()
        if step:
            self.go_to(step)
        await self.show()

    async def breathe(self, pattern: str, how: How, seconds: float, minutes: float | None = None) -> None:
        """Begin to breathe in a way, and let so many seconds pass."""
        options = wished(self.house.options(), how, self.house.pattern(pattern))
        begin(self.app, self.house, "breathe", (plan("breathe", minutes, options),))
        await self.settle()
        await self.wait(seconds)

    def go_to(self, step: str) -> None:
        """Pass steps over until this one is on.

        Raises:
            LookupError: the practice on has no such step ahead.
        """
        for _ in range(_MOST_SKIPS):
            if self.sitting.now_step.id == step:
                return
            play = self.sitting.play
            if isinstance(play, Turning) and play.floor.handed is None:
                self.happen(Pressed(0.0, play.seat))
            else:
                self.happen(Skipped(0.0))
        raise LookupError(step)

    @property
    def now(self) -> float:
        """The session time."""
        return self.house.runner.time()

    def happen(self, *events: Event | SittingEvent) -> None:
        """Let things happen at this moment."""
        for event in events:
            self.house.runner.dispatch(replace(event, at=self.now))

    async def wait(self, seconds: float) -> None:
        """Let time pass, a little at a time: a long jump would be a machine that slept."""
        while seconds > 0:
            self.clock.time += min(_STEP, seconds)
            seconds -= _STEP
            self.house.runner.look()
        await self.show()

    async def show(self) -> None:
        """Have the stage look at the clock."""
        screen = self.app.screen
        if isinstance(screen, Practice):
            screen.look()
        await self.settle()

    async def press(self, *seats: Seat) -> None:
        """Let people press their own main keys."""
        self.happen(*(Pressed(0.0, seat) for seat in seats))
        await self.show()

    async def choose(self, seat: Seat, index: int) -> None:
        """Let somebody press one of the own five keys."""
        self.happen(Chose(0.0, seat, index))
        await self.show()

    async def write(self, text: str) -> None:
        """Let a line be written and finished."""
        self.happen(Wrote(0.0, text))
        await self.show()
