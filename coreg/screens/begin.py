"""From a wish to a running practice: the plan is made, the runner begins, the host shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.evening.planning import evening_plan, plan, spare

if TYPE_CHECKING:
    from textual.app import App

    from coreg.evening.how import How
    from coreg.practice.breath import Pattern
    from coreg.practice.hands import Hands
    from coreg.practice.play import Seat
    from coreg.practice.sitting import Plan
    from coreg.screens.house import House
    from coreg.screens.practice import Practice

__all__ = ["begin", "begin_asked", "begin_company", "begin_evening", "begin_practice"]

_ROOMS = {"map": "maps", "scene": "scene"}
"""The rooms that are asked for at the start, by the word for it."""


def begin(app: App[int], house: House, kind: str, plans: tuple[Plan, ...]) -> Practice:
    """Begin a sitting of these practices, and return the screen of it."""
    from coreg.screens.practice import Practice

    house.runner.start(kind, plans, house.couple, spare(house.options()))
    screen = Practice(house)
    app.push_screen(screen)
    return screen


def begin_evening(app: App[int], house: House, name: str) -> None:
    """Begin a whole evening as it stands in the packs.

    Raises:
        KeyError: there is no such evening.
    """
    begin(app, house, name, evening_plan(name, house.options()))


def begin_asked(app: App[int], house: House, kind: str, name: str, minutes: float | None) -> None:
    """Begin what was asked for at the start: an evening ("begin"), a "talk", the "map", or a "scene"."""
    if kind in _ROOMS:
        app.push_screen(house.room(_ROOMS[kind], house))
    elif kind == "begin":
        begin_evening(app, house, name or "quiet")
    else:
        begin_practice(app, house, name or "day_talk", minutes)


def begin_practice(
    app: App[int],
    house: House,
    name: str,
    minutes: float | None,
    pattern: str | None = None,
    how: How | None = None,
) -> None:
    """Begin one practice alone; of breathing, the pattern, and how it was chosen to be breathed.

    Raises:
        FileNotFoundError: there is no such practice.
    """
    if name == "breathe":
        _begin_breathing(app, house, minutes, house.pattern(pattern), how)
    else:
        begin(app, house, name, (plan(name, minutes, house.options()),))


def begin_company(app: App[int], house: House, seat: Seat, hands: Hands) -> None:
    """Begin being with the one who pressed the own key; while it is held it ends nothing (``hands``)."""
    from coreg.evening.company import COMPANY, company_plan

    begin(app, house, COMPANY, (company_plan(seat, house.options()),)).hands = hands


def _begin_breathing(
    app: App[int], house: House, minutes: float | None, pattern: Pattern, how: How | None
) -> None:
    """Begin to breathe; before a breath is held, both read the caution that belongs to it."""
    from coreg.evening.how import How, fitted, wished
    from coreg.screens.caution import with_caution

    wanted = how or How()

    def start(chosen: Pattern, now: How) -> None:
        options = wished(house.options(), now, chosen)
        begin(app, house, "breathe", (plan("breathe", minutes, options),))

    def beside(chosen: Pattern) -> None:
        now = fitted(wanted, chosen, house.patterns)
        if now.way != "beside":
            start(chosen, now)
            return
        other = house.patterns[now.with_]
        with_caution(app, house, other, lambda found: start(chosen, replace(now, with_=found.id)))

    if fitted(wanted, pattern, house.patterns).way == "lead":
        # Whoever leads breathes as they like: no breath is held by a clock.
        start(pattern, wanted)
    else:
        with_caution(app, house, pattern, beside)
