"""The neutral screen: a month and a clock. It hides from a glance over the shoulder, no more."""

from __future__ import annotations

from calendar import Calendar, day_abbr, month_name
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Center
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import say
from coreg.screens.keyed import Keyed
from coreg.widgets.secret import SecretField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.events import Key

    from coreg.screens.house import House

__all__ = ["Hide", "month_page"]


def month_page(now: datetime) -> str:
    """Return a month as text, with the time of day above it."""
    weeks = Calendar().monthdayscalendar(now.year, now.month)
    rows = [f"{now:%H:%M}", "", f"{month_name[now.month]} {now.year}", "", " ".join(n[:2] for n in day_abbr)]
    rows += [" ".join(f"{day:>2}" if day else "  " for day in week) for week in weeks]
    return "\n".join(rows)


class Hide(Keyed, inherit_bindings=False):
    """Neutral at once; the hide key or Esc comes back.

    Where the books are locked ones, a passphrase comes back: those keys show a bare line for it.
    """

    DEFAULT_CSS = """
    Hide { background: $background; align: center middle; }
    Hide Toast { display: none; }
    Hide #month { width: 1fr; height: auto; text-align: center; color: $muted; }
    Hide Center { width: 1fr; height: 2; padding-top: 1; }
    Hide SecretField { width: 20; display: none; }
    Hide SecretField, Hide SecretField:focus {
        background: $background; background-tint: $foreground 0%; color: $muted;
    }
    Hide #told { width: 1fr; height: 1; text-align: center; color: $muted; }
    """

    def __init__(self, house: House, opened: Callable[[], None] | None = None) -> None:
        """Begin with the month of today; a passphrase that fits calls ``opened``, or goes back."""
        super().__init__(house)
        self._page = ""
        self._opened = opened
        self._guarded = opened is not None or (house.keeping.sealed and not house.keeping.locked)
        self._busy = False

    def compose(self) -> ComposeResult:
        """Draw nothing of ours: no name, no seats."""
        yield Static(Content(month_page(self.house.now())), id="month")
        if self._guarded:
            yield Center(SecretField(id="secret"))
            yield Static(id="told")

    def on_mount(self) -> None:
        """Follow the clock once in a while."""
        self.set_interval(20, self._tick)

    def _tick(self) -> None:
        page = month_page(self.house.now())
        if page != self._page:
            self._page = page
            self.query_one("#month", Static).update(Content(page))

    def on_key(self, event: Key) -> None:
        """Let a passphrase be begun at once, as somebody does who does not know of the bare line."""
        if (
            self._guarded
            and event.character
            and event.is_printable
            and not self.query_one(SecretField).display
        ):
            event.stop()
            event.prevent_default()
            self._ask(asks=True)
            self.query_one(SecretField).insert_text_at_cursor(event.character)
            return
        super().on_key(event)

    def do_all_hide(self) -> None:
        """Come back, or ask for what is needed for it."""
        if self._guarded:
            self._ask(not self.query_one(SecretField).display)
        elif self.is_active:
            self.dismiss()

    def do_all_escape(self) -> None:
        """Come back."""
        self.do_all_hide()

    def do_all_leave(self) -> None:
        """Leave the program, without coming back first."""
        self.house.save_now()
        self.app.exit(0)

    # Locked books

    def _ask(self, asks: bool) -> None:
        if self._busy:
            return
        field = self.query_one(SecretField)
        field.forget()
        self._tell("")
        field.display = asks
        if asks:
            field.focus()
        else:
            self.set_focus(None)

    def _tell(self, words: str) -> None:
        self.query_one("#told", Static).update(Content(words))

    @on(Input.Changed, "#secret")
    def changed(self) -> None:
        """Let what was said go when something else is typed."""
        if not self._busy:
            self._tell("")

    @on(Input.Submitted, "#secret")
    def submitted(self, event: Input.Submitted) -> None:
        """Try what was typed."""
        event.stop()
        if event.value.strip() and not self._busy:
            self._busy = True
            self._tell(say("vault.hidden.trying"))
            self.try_words(event.value)

    @work(group="open", exclusive=True)
    async def try_words(self, words: str) -> None:
        """Come back if they fit; else the month stays."""
        from coreg.screens.vault.trying import answer

        seat, why = await answer(self.house.locking.open_books(words))
        self._busy = False
        if seat is None:
            self._tell(say("vault.hidden.wrong") if why == say("vault.wrong") else why)
            return
        self._ask(False)
        if self._opened is not None:
            self._opened()
        elif self.is_active:
            self.dismiss()
