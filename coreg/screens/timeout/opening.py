"""The ways into a pause at a start and from home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from coreg.evening.journal import LeftOpen
    from coreg.screens.house import House

__all__ = ["open_pause", "pause_first", "start_pause", "waits"]

_MINUTE = 60.0


class Asked(Protocol):
    """What was asked for at the start."""

    @property
    def kind(self) -> str:
        """What to begin with."""

    @property
    def minutes(self) -> float | None:
        """For how long."""


def waits(app: App[int], house: House, left: LeftOpen, asked: Asked) -> bool:
    """Tell whether what was left open need not be offered now, because it waits for the return of a pause.

    That is so where the program was cut off while one began, and where one is asked for at this start.
    """
    try:
        if house.pausing.mends(left):
            return True
    except Trouble:
        return False
    if asked.kind != "timeout" or not left.fresh(house.now()) or not _begins(house, asked):
        return False
    _begin(app, house, asked.minutes, left)
    return True


def start_pause(app: App[int], house: House, asked: Asked) -> None:
    """Show the pause that is on, if any, at the start; else begin the one that was asked for."""
    from coreg.screens.timeout.pause import PauseRoom

    if isinstance(app.screen, PauseRoom):
        return
    house.pausing.load()
    if asked.kind == "timeout" and _begins(house, asked):
        _begin(app, house, asked.minutes)
    else:
        open_pause(app, house)


def _begins(house: House, asked: Asked) -> bool:
    """Tell whether a pause that is asked for begins: none is on, or minutes are named and there is room."""
    pausing = house.pausing
    return pausing.first is None or (asked.minutes is not None and pausing.tonight is None)


def pause_first(app: App[int], house: House, begin: Callable[[], None]) -> None:
    """Begin what was asked for at the start, and say of a pause that is on until when it is.

    One whose time has come is shown first; what was asked for begins when they have left that page.
    """
    pause = house.pausing.first
    if pause is not None and house.pausing.face(pause) in ("now", "after"):
        from coreg.screens.timeout.pause import PauseRoom

        app.push_screen(PauseRoom(house, pause), lambda _: begin())
        return
    begin()
    if pause is not None:
        from coreg.screens.timeout.one_line import pause_words

        app.notify(pause_words(house, pause), markup=False)


def _begin(app: App[int], house: House, minutes: float | None, left: LeftOpen | None = None) -> None:
    from coreg.screens.timeout.pause import PauseRoom

    room = PauseRoom(house, left=left)
    room.seconds = None if minutes is None else minutes * _MINUTE
    room.at_once = True
    app.push_screen(room)


def open_pause(app: App[int], house: House) -> bool:
    """Show the pause that is on, over whatever is there; tell whether there is one."""
    from coreg.screens.timeout.pause import PauseRoom

    pause = house.pausing.load()
    if pause is not None:
        app.push_screen(PauseRoom(house, pause))
    return pause is not None
