"""Every room of the house, each as somebody finds it who has used it; and the way through every step."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from textual.screen import Screen

from coreg.evening.how import How
from coreg.evening.journal import LeftOpen
from coreg.own_patterns import Own
from coreg.practice.breath import Pattern
from coreg.practice.breathed import Tapped
from coreg.practice.play import Kept
from coreg.practice.sitting import Parked
from coreg.practice.steps.write import Writing
from coreg.practice.ways import WAYS, Way
from coreg.record.maps import MapWords
from coreg.record.models import PauseAgreement
from coreg.screens.bin import BinRoom
from coreg.screens.breath_how import BreathHow
from coreg.screens.breaths import Breaths
from coreg.screens.caution import CautionRoom
from coreg.screens.good_night import GoodNight
from coreg.screens.help import Help
from coreg.screens.hide import Hide
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.left_open import LeftOpenRoom
from coreg.screens.look_back import LookBack
from coreg.screens.maps.shared_maps import SharedMaps
from coreg.screens.maps.shared_page import SharedMapPage
from coreg.screens.maps.shared_path import SharedPath
from coreg.screens.note import NoteRoom
from coreg.screens.park import Park
from coreg.screens.patterns.making import PatternPage
from coreg.screens.patterns.own import OwnPatterns
from coreg.screens.promises import Promises
from coreg.screens.repair import Repair
from coreg.screens.settings import SettingsRoom
from coreg.screens.settings_keys import HideKeyRoom, KeysRoom
from coreg.screens.settings_line import LineRoom
from coreg.screens.settings_names import NamesRoom
from coreg.screens.talks import Talks
from coreg.screens.timeout.agreement import AgreementRoom
from coreg.screens.timeout.pause import PauseRoom
from coreg.screens.tonight import Tonight
from coreg.screens.welcome import Welcome
from tests.screens.atlas.written import (
    a_scene,
    the_helps,
    the_loops,
    the_map,
    the_scenes,
    the_trigger,
)
from tests.screens.sittings import Two, breathe, hold, practise

__all__ = ["PRACTICES", "ROOMS", "Room", "walk"]

PRACTICES = ("check_in", "breathe", "day_talk", "check_out", "one_thing", "waking")

Then: TypeAlias = Callable[[Two, str], Awaitable[None]]


async def _stay(two: Two, text: str) -> None:
    """Be there already."""


async def _later(two: Two, text: str) -> None:
    """Let the countdown and a breath pass."""
    await two.wait(12)


def _press(*keys: str) -> Then:
    async def press(two: Two, text: str) -> None:
        for key in keys:
            await hold(two.shown, key, 1)

    return press


def _paste(*before: str) -> Then:
    async def paste(two: Two, text: str) -> None:
        await _press(*before)(two, text)
        await two.shown.paste(text)

    return paste


@dataclass(frozen=True, slots=True)
class Room:
    """How a room is made, from the house and a text that somebody wrote, and what is done in it then.

    ``shows`` says that the text is to be seen there afterwards.
    """

    make: Callable[[House, str], Screen[None]]
    then: Then = _stay
    shows: bool = False


_BOX = Pattern("own:box", 4, 4, 4, 4)


def _told(_: str) -> None:
    """Hear what came of it."""


def _home(house: House, _: str) -> Screen[None]:
    known = house.keeping.home()
    assert known is not None
    return Home(house, known)


def _good_night(house: House, text: str) -> Screen[None]:
    practise(house, "quiet")
    state = house.runner.state
    assert state is not None
    result = replace(state.results[0], keeps=(Kept("stays", text, "a"), Kept("stays", text)))
    done: Future[None] = Future()
    done.set_result(None)
    return GoodNight(house, replace(state, results=(result,)), done)


def _breathing(house: House, _: str, way: Way) -> Screen[None]:
    return breathe(house, How(way, taps=way != "lead"))


def _tapped(house: House, _: str) -> Screen[None]:
    breathe(house, How(taps=True))
    state = house.runner.state
    assert state is not None
    cues = (0.0, 10.0, 20.0)
    taps = Tapped((0.2, 10.3), (0.1, 9.8), cues, cues, 30.0, 30.0)
    done: Future[None] = Future()
    done.set_result(None)
    return GoodNight(house, replace(state, results=(replace(state.results[0], keeps=(taps,)),)), done)


def _nothing() -> None:
    """Go nowhere."""


def _park(house: House, text: str) -> Screen[None]:
    practise(house, "day_talk", "day_talk")
    house.runner.dispatch(Parked(house.runner.time(), text))
    return Park(house, _nothing)


def _left_open(house: House, text: str) -> Screen[None]:
    practise(house, "talk", "day_talk")
    state = house.runner.state
    assert state is not None
    assert isinstance(state.play, Writing)
    sitting = replace(state, play=replace(state.play, draft=text), note=text)
    left = LeftOpen("1", house.now(), house.now(), "UTC", sitting)
    return LeftOpenRoom(house, left, lambda: None)


def _pause(house: House, text: str) -> Screen[None]:
    agreed = PauseAgreement(word=text, gesture=text, a=text, b=text, looked=house.now().date())
    house.pausing.agree(agreed).result(10)
    return PauseRoom(house, house.pausing.ask_for(1_800).result(10))


def _map(house: House, text: str) -> Screen[None]:
    words = MapWords(cue=text, story=text, body=(text,), cue_kind="tone")
    kept = house.maps.keep(house.maps.blank("a").model_copy(update={"words": words})).result(10)
    return SharedMapPage(house, kept)


def _maps(house: House, text: str) -> Screen[None]:
    _map(house, text)
    return SharedMaps(house)


ROOMS: Mapping[str, Room] = MappingProxyType(
    {
        "home": Room(_home, shows=True),
        "tonight": Room(lambda house, _: Tonight(house, "quiet")),
        "talks": Room(lambda house, _: Talks(house)),
        "parked": Room(_park, _paste(), shows=True),
        "a line that mends": Room(lambda house, _: Repair(house, _nothing, _nothing)),
        "breaths": Room(lambda house, _: Breaths(house)),
        "how to breathe": Room(
            lambda house, _: BreathHow(house, house.pattern("easy46"), lambda: None), _press("left", "down")
        ),
        **{
            f"breathing, {way}": Room(partial(_breathing, way=way), _later) for way in WAYS if way != "unison"
        },
        "tapped": Room(_tapped),
        "caution": Room(lambda house, _: CautionRoom(house, _BOX, lambda _: None)),
        "own patterns": Room(lambda house, _: OwnPatterns(house)),
        "own pattern": Room(
            lambda house, _: PatternPage(house, Own(), None, lambda _: None), _paste(), shows=True
        ),
        "good night": Room(_good_night, shows=True),
        "left open": Room(_left_open),
        "left open, gone on with": Room(_left_open, _press("f", "j"), shows=True),
        "hide": Room(lambda house, _: Hide(house)),
        "pause": Room(_pause, shows=True),
        "about pauses": Room(lambda house, _: AgreementRoom(house), _paste("ctrl+a", "ctrl+k"), shows=True),
        "help": Room(lambda house, _: Help(house)),
        "a map is asked for": Room(lambda house, _: SharedPath(house, "a"), _paste("enter"), shows=True),
        "a map": Room(_map, shows=True),
        "maps": Room(_maps),
        "both maps": Room(the_map, shows=True),
        "both maps, a link to be made": Room(the_map, _press("l", "enter")),
        "both maps, a link": Room(the_map, _press("tab", "tab", "enter")),
        "a trigger read": Room(the_trigger, shows=True),
        "what helps": Room(the_helps, shows=True),
        "a small sign": Room(the_helps, _paste("a"), shows=True),
        "the loop": Room(the_loops, _press("down", "enter")),
        "a loop of a scene": Room(the_loops, _press("left"), shows=True),
        "ways out": Room(the_loops, _press("w"), shows=True),
        "a name for a loop": Room(the_loops, _paste("e")),
        "scenes": Room(the_scenes),
        "a scene": Room(a_scene, _paste("ctrl+a", "ctrl+k"), shows=True),
        "note": Room(lambda house, _: NoteRoom(house), _paste(), shows=True),
        "look back": Room(lambda house, _: LookBack(house), shows=True),
        "look back, a page": Room(
            lambda house, _: LookBack(house), _press("down", "enter", "end"), shows=True
        ),
        "look back, a search": Room(lambda house, _: LookBack(house), _paste("ctrl+f"), shows=True),
        "look back, a later word": Room(lambda house, _: LookBack(house), _paste("enter", "w"), shows=True),
        "bin": Room(lambda house, _: BinRoom(house), shows=True),
        "promises": Room(lambda house, _: Promises(house), shows=True),
        "settings": Room(lambda house, _: SettingsRoom(house)),
        "names": Room(lambda house, _: NamesRoom(house, _told), _paste("ctrl+a", "ctrl+k"), shows=True),
        "own line": Room(lambda house, _: LineRoom(house, _told, "a")),
        "own line, uncovered": Room(lambda house, _: LineRoom(house, _told, "a"), _press("f")),
        "own keys": Room(lambda house, _: KeysRoom(house, _told), _press("d")),
        "hide key": Room(lambda house, _: HideKeyRoom(house, _told)),
        "welcome": Room(lambda house, _: Welcome(house, lambda: None), _paste(), shows=True),
        "a note in a practice": Room(
            lambda house, _: practise(house, "breathe", "breathe"), _paste("m"), shows=True
        ),
        "a stop": Room(lambda house, _: practise(house, "quiet"), _press("escape")),
    }
)
"""Every room by its name."""


async def walk(two: Two, text: str) -> AsyncIterator[str]:
    """Go through every step of what is on, writing the text wherever one can; yields wherever one is."""
    runner = two.shown.house.runner
    for _ in range(60):
        state = runner.state
        if state is None:
            return
        kind = state.now_step.kind
        yield kind
        if isinstance(state.play, Writing) and not state.play.finished:
            await two.shown.paste(text)
            yield kind
            await hold(two.shown, "enter", 1)
            yield kind
        await two.press(*_ON.get(kind, ("n",)))
        await two.wait(6 if kind == "turn" else 0)


_ON = {
    "write": ("f", "j"),
    "agree": ("e",),
    "first": ("f",),
    "turn": ("f", "j"),
    "sealed": ("q", "f", "y", "j"),
    "say": ("f", "j"),
}
"""What is pressed to have a step done rather than passed over."""
