"""Pictures of breathing for two: every way, what is asked, and what is told at the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coreg.evening.how import How
from coreg.practice.play import Chose, Pressed, Skipped
from coreg.practice.sitting import Stopped
from scripts.pictures_scene import Scene

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scripts.pictures_studio import Studio

__all__ = ["BREATHING"]

_HALF = 60.0


def _breathe(
    pattern: str, how: How, wait: float, minutes: float | None = None
) -> Callable[[Studio], Awaitable[None]]:
    return lambda studio: studio.breathe(pattern, how, wait, minutes)


async def _led(studio: Studio, seconds: float) -> None:
    """Let Mina lead, and Jo half a second behind, then the other way round."""
    await studio.breathe("easy46", How("lead"), 5.0, 2)
    begun, people = studio.now, (("a", "b"), ("b", "a"))
    while studio.now - begun < min(seconds, 110.0):
        leader, other = people[studio.now - begun >= _HALF]
        for seat, wait in ((leader, 0.5), (other, 3.5), (leader, 6.0)):
            studio.happen(Pressed(0.0, "a" if seat == "a" else "b"))
            await studio.wait(min(wait, max(0.0, seconds - (studio.now - begun))))
    await studio.wait(seconds - (studio.now - begun))


async def _asked(studio: Studio) -> None:
    await studio.breathe("paceFinder", How(), 30.0)
    studio.happen(Skipped(0.0))
    await studio.wait(1)


async def _found(studio: Studio) -> None:
    await studio.breathe("paceFinder", How(), 30.0)
    for ease in (0, 1, 4, 3, 0):
        answers = (Chose(0.0, "a", ease), Chose(0.0, "b", ease), Pressed(0.0, "a"), Pressed(0.0, "b"))
        studio.happen(Skipped(0.0), *answers)
    await studio.wait(1)


async def _tapped(studio: Studio, pattern: str) -> None:
    await studio.breathe(pattern, How(taps=True), 5.2, 2)
    for number in range(11 if pattern == "even5" else 16):
        studio.happen(Pressed(0.0, "a"))
        await studio.wait(0.6 + number % 3 / 2)
        studio.happen(Pressed(0.0, "b"))
        await studio.wait(9.4 - number % 3 / 2 if pattern == "even5" else 5.4)
    await studio.wait(60)


async def _alone(studio: Studio, wait: float) -> None:
    await studio.breathe("easy46", How("crossing"), 40.0)
    studio.happen(Stopped(0.0))
    await studio.show()
    await studio.wait(wait)


async def _card(studio: Studio, *keys: str) -> None:
    await studio.keys("b", "tab", *keys)


BREATHING: tuple[Scene, ...] = (
    Scene("caution", lambda studio: studio.keys("b", *["down"] * 6, "enter")),
    Scene("own-breaths-none", lambda studio: studio.keys("b", "o")),
    Scene("own-breath", lambda studio: studio.keys("b", "o", "o", "type:After the train")),
    Scene("own-breaths", lambda studio: studio.keys("b", "o", "o", "type:After the train", "ctrl+s")),
    Scene("breath-how", partial(_card)),
    Scene("breath-how-beside", lambda studio: _card(studio, "left", "down")),
    *(
        Scene(f"breathe-{name}{motion and '-'}{motion}", _breathe("easy46", how, wait), settings=settings)
        for name, how, wait in (
            ("crossing", How("crossing"), 12.0),
            ("answer", How("answer"), 17.5),
            ("beside", How("beside", "long48"), 38.5),
            ("meeting", How("beside", "long48"), 67.5),
            ("free", How(free=True), 300.0),
        )
        for motion, settings in (("", {}), ("reduced", {"motion": "reduced"}), ("none", {"motion": "none"}))
    ),
    Scene("breathe-sigh", _breathe("sigh", How(), 16.6)),
    Scene("breathe-hum", _breathe("hum", How(), 41.0)),
    Scene("breathe-justsit", _breathe("justsit", How(), 60.0)),
    Scene("breathe-taps", _breathe("justsit", How(taps=True), 8.0)),
    Scene("breathe-lead", partial(_led, seconds=23.0)),
    Scene("breathe-lead-reduced", partial(_led, seconds=23.0), settings={"motion": "reduced"}),
    Scene("breathe-lead-told", partial(_led, seconds=122.0)),
    Scene("breathe-pace", _breathe("paceFinder", How(), 9.0)),
    Scene("breathe-pace-asked", _asked),
    Scene("breathe-pace-found", _found),
    Scene("breathe-stopped", partial(_alone, wait=6)),
    Scene("taps-guided", partial(_tapped, pattern="even5")),
    Scene("taps-free", partial(_tapped, pattern="justsit")),
)
"""In the order in which they are met."""
