"""The way to the pictures of a pause with its return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.screens.timeout.pause import PauseRoom

if TYPE_CHECKING:
    from scripts.pictures_studio import Studio

__all__ = ["agreement", "pause_on", "pause_words", "pulse"]


async def agreement(studio: Studio) -> None:
    """Write what the two agree about pauses."""
    lines = ("harbour", "two fingers up", "45", "kitchen and bedroom", "following, a last word")
    await studio.keys("t", "c")
    for text in (*lines, "a long shower", "once around with the dog"):
        await studio.keys(f"type:{text}", "enter")
    await studio.keys("escape")


async def pause_on(studio: Studio, minutes: float = 0.0, *keys: str, both: bool = False) -> None:
    """Be in a pause of the agreed length, some minutes of which have gone by."""
    await agreement(studio)
    await studio.keys("escape", "enter")
    studio.clock.time += 60 * minutes
    screen = studio.app.screen
    if isinstance(screen, PauseRoom):
        screen.look()
    if both:
        await studio.both()
    await studio.keys(*keys)


async def pulse(studio: Studio) -> None:
    """Tap ten beats with the own pulse."""
    await pause_on(studio, 5.0, "n")
    for _ in range(10):
        studio.clock.time += 0.8
        await studio.keys("space")


async def pause_words(studio: Studio) -> None:
    """Be both ready, past the minute of breath."""
    await pause_on(studio, 46.0, "q", "y", "escape", both=True)
