"""From a wish to a running practice: the plan is made, the runner begins, the host shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.evening.planning import evening_plan, plan, spare

if TYPE_CHECKING:
    from textual.app import App

    from coreg.practice.breath import Pattern
    from coreg.practice.sitting import Plan
    from coreg.screens.house import House

__all__ = ["begin", "begin_evening", "begin_practice"]


def begin(app: App[int], house: House, kind: str, plans: tuple[Plan, ...]) -> None:
    """Begin a sitting of these practices."""
    from coreg.screens.practice import Practice

    house.runner.start(kind, plans, house.couple, spare(house.options()))
    app.push_screen(Practice(house))


def begin_evening(app: App[int], house: House, name: str) -> None:
    """Begin a whole evening as it stands in the packs.

    Raises:
        KeyError: there is no such evening.
    """
    begin(app, house, name, evening_plan(name, house.options()))


def begin_practice(
    app: App[int], house: House, name: str, minutes: float | None, pattern: str | None = None
) -> None:
    """Begin one practice alone; before a breath is held, both read the caution that belongs to it.

    Raises:
        FileNotFoundError: there is no such practice.
    """

    def breathe(chosen: Pattern) -> None:
        begin(app, house, name, (plan(name, minutes, house.options(chosen.id)),))

    if name == "breathe":
        from coreg.screens.caution import with_caution

        with_caution(app, house, house.pattern(pattern), breathe)
    else:
        begin(app, house, name, (plan(name, minutes, house.options()),))
