"""The neutral screen: a month and a clock. It hides from a glance over the shoulder, no more."""

from __future__ import annotations

from calendar import Calendar, day_abbr, month_name
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from coreg.screens.keyed import Keyed

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult

    from coreg.screens.house import House

__all__ = ["Hide", "month_page"]


def month_page(now: datetime) -> str:
    """Return a month as text, with the time of day above it."""
    weeks = Calendar().monthdayscalendar(now.year, now.month)
    rows = [f"{now:%H:%M}", "", f"{month_name[now.month]} {now.year}", "", " ".join(n[:2] for n in day_abbr)]
    rows += [" ".join(f"{day:>2}" if day else "  " for day in week) for week in weeks]
    return "\n".join(rows)


class Hide(Keyed, inherit_bindings=False):
    """Neutral at once; the hide key, Esc or enter comes back."""

    DEFAULT_CSS = """
    Hide { background: $background; }
    Hide Toast { display: none; }
    Hide > #month {
        width: 1fr; height: 1fr; content-align: center middle; text-align: center; color: $muted;
    }
    """

    def __init__(self, house: House) -> None:
        """Begin with the month of today."""
        super().__init__(house)
        self._page = ""

    def compose(self) -> ComposeResult:
        """Draw nothing of ours: no name, no seats."""
        yield Static(Content(month_page(self.house.now())), id="month")

    def on_mount(self) -> None:
        """Follow the clock once in a while."""
        self.set_interval(20, self._tick)

    def _tick(self) -> None:
        page = month_page(self.house.now())
        if page != self._page:
            self._page = page
            self.query_one("#month", Static).update(Content(page))

    def do_all_hide(self) -> None:
        """Come back."""
        if self.is_active:
            self.dismiss()

    def do_all_escape(self) -> None:
        """Come back."""
        self.do_all_hide()
