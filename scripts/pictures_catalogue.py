"""Every screen there is, by name, and how to get there. A new screen is a new row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coreg.practice.sitting import Paused, SmallBreaths, Stopped
from scripts.pictures_breathing import BREATHING
from scripts.pictures_good import GOOD
from scripts.pictures_mapping import MAPPING
from scripts.pictures_maps import MAPS
from scripts.pictures_pauses import agreement, pause_on, pause_words, pulse
from scripts.pictures_scene import SIZES, Scene
from scripts.pictures_settings import SETTINGS, to_row
from scripts.pictures_talks import TALKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scripts.pictures_studio import Studio

__all__ = ["CATALOGUE", "SIZES", "Scene"]

_SMALL = ((56, 16),)
_STAYS = "I noticed that you asked before you helped."
_PROMISE = "a walk on Thursday, phones at home"
_TOPIC = "the thing with the landlord"


def _keys(*keys: str) -> Callable[[Studio], Awaitable[None]]:
    return lambda studio: studio.keys(*keys)


def _step(practice: str, step: str = "", wait: float = 0.0) -> Callable[[Studio], Awaitable[None]]:
    async def act(studio: Studio) -> None:
        await studio.practise(practice, step)
        await studio.wait(wait)

    return act


async def _welcome(studio: Studio, keys: str, pages: int = 0) -> None:
    await studio.keys("type:Mina", "enter", "type:Jo", "enter", *keys)
    for _ in range(pages):
        await studio.both()
    if pages > 1:
        await studio.wait(8)


async def _reveal(studio: Studio, states: tuple[int, int] | None) -> None:
    await studio.practise("check_in", "state")
    if states is not None:
        await studio.choose("a", states[0])
        await studio.choose("b", states[1])
    else:
        # With nothing chosen a key counts from its second press on.
        await studio.press("a", "b")
    await studio.wait(1)
    await studio.press("a", "b")


async def _suggest(studio: Studio, states: tuple[int, int] | None) -> None:
    await _reveal(studio, states)
    await studio.press("a", "b")
    if studio.sitting.now_step.id == "aloud":
        await studio.press("a", "b")


async def _form(studio: Studio, keys: tuple[str, ...] = ()) -> None:
    await studio.practise("check_in", "state")
    if keys:
        await studio.press("a")
        await studio.keys(*keys)


async def _both_forms(studio: Studio) -> None:
    first = ("4", "enter", "up", "right", "enter", "space", "right", "space", "enter", "space", "enter")
    await _form(studio, (*first, "type:It was a long day.", "enter", "space", "ctrl+s"))
    await studio.press("b")
    await studio.keys("2", "enter", "right", "enter", "down", "space", "ctrl+s")


async def _chosen(studio: Studio) -> None:
    await studio.practise("day_talk", "like_first")
    await studio.choose("a", 0)


async def _handing(studio: Studio) -> None:
    await studio.practise("day_talk", "turn_first")
    await studio.wait(200)
    await studio.press("a")
    await studio.wait(1.5)


async def _typing(studio: Studio, practice: str, step: str, text: str) -> None:
    await studio.practise(practice, step)
    await studio.keys(f"type:{text}")


async def _written(studio: Studio, practice: str, step: str, text: str) -> None:
    await studio.practise(practice, step)
    await studio.write(text)


async def _good_night(studio: Studio) -> None:
    await studio.practise("check_out", "stays_first")
    await studio.write(_STAYS)
    await studio.press("a")
    await studio.write("That we laughed again.")
    await studio.press("b")
    studio.go_to("hug")
    await studio.choose("a", 0)
    await studio.choose("b", 0)
    await studio.press("a", "b")


async def _kept(studio: Studio) -> None:
    await studio.practise("breathe")
    await studio.wait(306)


async def _stop(studio: Studio, wait: float) -> None:
    await studio.practise("day_talk", "turn_first")
    await studio.wait(90)
    studio.happen(Stopped(0.0))
    await studio.show()
    await studio.wait(wait)


async def _pause(studio: Studio) -> None:
    await studio.practise("breathe")
    await studio.wait(37)
    studio.happen(Paused(0.0))
    await studio.show()


async def _small_breaths(studio: Studio) -> None:
    await studio.practise("day_talk", "who")
    studio.happen(SmallBreaths(0.0))
    await studio.wait(13)


async def _note_panel(studio: Studio) -> None:
    await studio.practise("day_talk", "turn_first")
    await studio.wait(30)
    await studio.keys("m", "type:Ask about Thursday.")


_WORDS = "copper lantern willow"
_ENTER = ("p", "f", f"type:{_WORDS}", "enter")


def _vault(*keys: str, row: int = 0) -> Callable[[Studio], Awaitable[None]]:
    """Open the page about the lock, and do what one of its rows says."""

    async def act(studio: Studio) -> None:
        await studio.keys(*to_row("vault"), *["down"] * row, *keys)

    return act


async def _offer(studio: Studio) -> None:
    await studio.keys("type:Mina", "enter", "type:Jo", "enter", *"fzj/")
    await studio.both()
    await studio.both()
    await studio.breathe_out()


async def _hidden_asks(studio: Studio) -> None:
    await studio.keys("f9", "f9", "type:copper")


_FULL = {"form": "full"}
_QUESTIONS = {
    "inside": ("4",),
    "grid": ("4", "enter", "up", "up", "right"),
    "feelings": ("4", "enter", "up", "enter", "space", "right", "right", "space"),
    "needs": ("4", "enter", "up", "enter", "space", "enter", "down", "space"),
    "line": ("4", "enter", "up", "enter", "space", "enter", "space", "enter", "type:It was a long day."),
    "like": ("4", "enter", "up", "enter", "space", "enter", "space", "enter", "enter", "right", "space"),
}

CATALOGUE: tuple[Scene, ...] = (
    Scene("welcome-names", past=False),
    Scene("welcome-keys", partial(_welcome, keys="f"), past=False),
    Scene("welcome-ready", partial(_welcome, keys="fzj/"), past=False),
    Scene("welcome-page", partial(_welcome, keys="fzj/", pages=1), past=False),
    Scene("welcome-breaths", partial(_welcome, keys="fzj/", pages=2), past=False),
    Scene("home"),
    Scene("home-five-minutes", _keys("tab")),
    Scene("small-window", sizes=_SMALL),
    Scene("hide", _keys("f9")),
    Scene("help", _keys("f1")),
    Scene("help-people", _keys("f1", "end")),
    *SETTINGS,
    Scene("note", _keys("n", "type:We moved the table to the window.")),
    Scene("opening", lock="shut"),
    Scene("opening-wrong", _keys("type:copper lantern", "enter"), lock="shut"),
    Scene("opening-code", _keys("ctrl+r", "type:AAAAA-BBBBB"), lock="shut"),
    Scene("opening-breathe", lock="shut", start="breathe"),
    Scene("hidden-asks", _hidden_asks, lock="open"),
    Scene("offer-lock", _offer, past=False),
    Scene("vault-open", _vault()),
    Scene("vault-locked", _vault(), lock="open"),
    Scene("vault-lock", _vault("enter", row=1)),
    Scene("vault-cover", _vault("enter", "enter", row=1)),
    Scene("choose-words", _vault("enter", "enter", "f", row=1)),
    Scene("choose-again", _vault("enter", "enter", "f", f"type:{_WORDS}", "enter", "type:copper", row=1)),
    Scene("choose-code", _vault("enter", "enter", "f", *(f"type:{_WORDS}", "enter") * 2, row=1)),
    Scene(
        "choose-retype",
        _vault("enter", "enter", "f", *(f"type:{_WORDS}", "enter") * 2, "enter", "type:F5TFX", row=1),
    ),
    Scene("vault-anew", _vault("enter"), lock="room"),
    Scene("private-none", _keys("p")),
    Scene("private-whose", _keys("p"), lock="room"),
    Scene("private-words", _keys("p", "f", "type:copper"), lock="room"),
    Scene("private-list", _keys(*_ENTER), lock="room"),
    Scene("private-note", _keys(*_ENTER, "enter"), lock="room"),
    Scene("private-writing", _keys(*_ENTER, "n", "type:I would like to say this slowly."), lock="room"),
    Scene("private-release", _keys(*_ENTER, "enter", "s", "down"), lock="room"),
    Scene("private-release-sure", _keys(*_ENTER, "enter", "s", "down", "enter"), lock="room"),
    Scene("private-shown", _keys(*_ENTER, "enter", "s", "down", "enter", "enter"), lock="room"),
    Scene("private-take-back", _keys(*_ENTER, "enter", "s", "down", "enter", "enter", "delete"), lock="room"),
    Scene("private-bin", _keys(*_ENTER, "delete", "ctrl+b", "delete"), lock="room"),
    Scene("promises", _keys("g")),
    Scene("look-back", _keys("r")),
    Scene("look-back-detail", _keys("r", "enter")),
    Scene("look-back-search", _keys("r", "ctrl+f", "type:walk")),
    Scene("bin", _keys("r", "delete", "ctrl+b")),
    Scene("bin-sure", _keys("r", "delete", "ctrl+b", "ctrl+e")),
    Scene("look-back-later", _keys("r", "enter", "w", "type:We did, in the end.")),
    Scene("left-open", left_open=True),
    Scene("tonight", _keys("enter")),
    Scene("tonight-changed", _keys("enter", "down", "right", "down", "x")),
    Scene("breaths", _keys("b")),
    Scene("say", _step("check_in", "land")),
    Scene("say-long", _step("day_talk", "closing", 20)),
    Scene("sealed", _step("check_in", "state")),
    Scene("sealed-hug", _step("check_out", "hug")),
    Scene("form-cover", _form, settings=_FULL),
    *(Scene(f"form-{name}", partial(_form, keys=keys), settings=_FULL) for name, keys in _QUESTIONS.items()),
    Scene("reveal", partial(_reveal, states=(0, 1))),
    Scene("reveal-unsaid", partial(_reveal, states=None)),
    Scene("reveal-form", _both_forms, settings=_FULL),
    Scene("suggest", partial(_suggest, states=(0, 2))),
    Scene("suggest-planned", partial(_suggest, states=None)),
    Scene("breathe-countdown", _step("breathe", wait=2)),
    Scene("breathe-in", _step("breathe", wait=7.2)),
    Scene("breathe-full", _step("breathe", wait=8.97)),
    Scene("breathe-out", _step("breathe", wait=12)),
    Scene("breathe-reduced", _step("breathe", wait=7.2), settings={"motion": "reduced"}),
    Scene("breathe-none", _step("breathe", wait=7.2), settings={"motion": "none"}),
    Scene("breathe-small", _small_breaths),
    *BREATHING,
    *GOOD,
    Scene("first", _step("day_talk", "who")),
    Scene("choose", _chosen),
    Scene("turn", _step("day_talk", "turn_first", 83)),
    Scene("turn-second", _step("day_talk", "turn_second", 300)),
    Scene("turn-grace", _step("day_talk", "turn_first", 484)),
    Scene("turn-beyond", _step("day_talk", "turn_first", 520)),
    Scene("turn-handing", _handing),
    Scene("write", _step("day_talk", "topic")),
    Scene("write-typed", partial(_typing, practice="day_talk", step="topic", text=_TOPIC)),
    Scene("nod", partial(_written, practice="day_talk", step="stays_first", text=_STAYS)),
    Scene("agree", partial(_typing, practice="day_talk", step="next", text=_PROMISE)),
    Scene("agree-when", partial(_written, practice="day_talk", step="next", text=_PROMISE)),
    *TALKING,
    Scene("paused", _pause),
    Scene("stopped", partial(_stop, wait=1)),
    Scene("stopped-choices", partial(_stop, wait=6)),
    Scene("pause-asked", _keys("t")),
    Scene("pause", pause_on),
    Scene("pause-later", lambda studio: pause_on(studio, 12.0)),
    Scene("pause-now", lambda studio: pause_on(studio, 46.0)),
    Scene("pause-sealed", lambda studio: pause_on(studio, 46.0, both=True)),
    Scene("pause-longer", lambda studio: pause_on(studio, 46.0, "w", "u", both=True)),
    Scene("pause-not-tonight", lambda studio: pause_on(studio, 46.0, "e", "i", both=True)),
    Scene("pause-after", lambda studio: pause_on(studio, 80.0)),
    Scene("pause-left-open", lambda studio: pause_on(studio, 46.0, "e", "i", "s", both=True)),
    Scene("pause-breath", lambda studio: pause_on(studio, 46.0, "q", "y", both=True)),
    Scene("pause-words", pause_words),
    Scene("pulse", pulse),
    Scene("pause-agreement", agreement),
    Scene("pause-home", lambda studio: pause_on(studio, 0.0, "escape")),
    *MAPPING,
    *MAPS,
    Scene("note-panel", _note_panel),
    Scene("good-night", _good_night),
    Scene("kept", _kept),
)
"""The table, in the order of an evening's way through the house."""
