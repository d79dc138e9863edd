"""Locking up: everything is kept, then forgotten, and a passphrase is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.screens.keyed import Keyed

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from coreg.screens.house import House

__all__ = ["at_rest", "lock_up", "stand_alone"]


def at_rest(app: App[int]) -> bool:
    """Tell whether nothing runs on any screen, and nobody's eyes may be closed."""
    return all(not isinstance(screen, Keyed) or screen.rests for screen in app.screen_stack)


def lock_up(app: App[int], house: House, *, hidden: bool) -> None:
    """Keep what is being written, forget the key of locked books, and take everything off the screen.

    What comes instead is the room that asks for a passphrase, or, hidden, a calendar that does so unseen.
    """
    for screen in reversed(app.screen_stack):
        if isinstance(screen, Keyed):
            screen.put_away()
    house.save_now()
    house.locking.shut_books()
    house.forget()
    stand_alone(app, house.room("hidden" if hidden else "opening", house))


def stand_alone(app: App[int], screen: Screen[None]) -> None:
    """Show a screen in place of all there are."""
    while len(app.screen_stack) > 1:
        app.pop_screen()
    # Textual 8.2 gives the first screen no callback, and takes one away when it is switched.
    app.screen._push_result_callback(app.screen, None)
    app.switch_screen(screen)
