"""The settings: rows to go through, each said in words; a change holds at once and is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.screens.base import Room
from coreg.screens.changing import change
from coreg.screens.going import Going, drawn
from coreg.screens.settings_rows import Row, in_sight, rows, turned, value_words
from coreg.screens.settings_sound import SoundTrial
from coreg.theme import ASCII, theme_name
from coreg.widgets.sight import bar
from coreg.widgets.text import lit, stack
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen
    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["SettingsRoom"]

_LINES = ("line_left", "line_right")
_CARDS = ("card_left", "card_right")
_ABOUT = 3
_EDGE = 2
"""Cells on the right: a gap, and the mark of how far down this is, where not all of it is in sight."""


class SettingsRoom(Going, Room):
    """``up`` and ``down`` choose a row, ``left`` and ``right`` change it, ``enter`` changes or opens it."""

    place = "list"
    where = "settings.where"
    DEFAULT_CSS: ClassVar[str] = """
    SettingsRoom #stage { align: center middle; }
    SettingsRoom #card { width: 72; max-width: 100%; height: auto; }
    SettingsRoom #rows { width: 1fr; height: auto; }
    SettingsRoom #about { height: 3; padding: 1 2 0 3; color: $muted; }
    """

    def __init__(self, house: House) -> None:
        """Show the settings as they are."""
        super().__init__(house)
        self.rows = rows(sealed=house.keeping.sealed)
        self._trouble = ""
        self.trial = SoundTrial(self, house, self.found)

    def stage(self) -> Iterable[Widget]:
        """The rows, and what the chosen one does."""
        yield Container(Vertical(Static(id="rows"), Static(id="about"), id="card"), id="stage")

    def on_mount(self) -> None:
        """Show the rows."""
        self.soon(self.show)

    def on_resize(self) -> None:
        """Show as many rows as there is room for."""
        self.soon(self.show)

    def on_unmount(self) -> None:
        """Be silent behind us."""
        self.trial.stop()

    def on_screen_resume(self) -> None:
        """Show what a small room has changed."""
        self.rows = rows(sealed=self.house.keeping.sealed)
        self.at = min(self.at, len(self.rows) - 1)
        self.show()

    def show(self) -> None:
        """Draw the rows and what belongs to the chosen one."""
        width = self.query_one("#rows").size.width
        room = self.query_one("#stage").size.height - _ABOUT
        seen = in_sight(len(self.rows), self.at, room)
        marked = bar(len(self.rows), len(seen), seen.start)
        drawn = [
            self._draw(index, width - _EDGE) + Content.styled(" ▏" if line in marked else "", "$faint")
            for line, index in enumerate(seen)
        ]
        self.query_one("#rows", Static).update(stack(drawn))
        self.show_about()
        self.show_seats()

    @property
    def row(self) -> Row:
        """The chosen row."""
        return self.rows[self.at]

    def show_about(self) -> None:
        """Say what the chosen row does, or what stands in the way."""
        about = say(f"settings.about.{_about(self.row.id)}")
        words = lit(self._trouble, "$warn") if self._trouble else Content(about)
        self.query_one("#about", Static).update(words)

    def _draw(self, index: int, width: int) -> Content:
        row, chosen = self.rows[index], index == self.at
        label = lit(self._label(row), "bold" if chosen else "", multiline=False).truncate(26, ellipsis=True)
        value = lit(value_words(row, self.house), "" if chosen else "$muted", multiline=False)
        if chosen and row.values:
            value = Content.assemble(("◂ ", "$both"), value, (" ▸", "$both"))
        line = drawn(label.pad_right(28 - label.cell_length) + value, width, chosen=chosen)
        return line.pad_right(width - line.cell_length)

    def _label(self, row: Row) -> str:
        what, _, side = row.id.partition("_")
        if row.id in (*_LINES, *_CARDS):
            return say(f"settings.{what}_of", name=self.house.name(self.house.seat(side)))
        return say(f"settings.row.{row.id}")

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Change, open, back, help."""
        label = self.house.keymap.label
        turn = (f"{label('list.less')} {label('list.more')}", say("settings.change"))
        return (
            (turn, self.hint("list.open", "settings.choose")),
            (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),
        )

    # Keys

    def count(self) -> int:
        """Return how many settings there are."""
        return len(self.rows)

    def gone(self) -> None:
        """Be silent, and say what the chosen row is about."""
        self._trouble = ""
        self.trial.stop()
        self.query_one(Top).left = Content("")
        self.show()

    def do_list_less(self) -> None:
        """Take the value before."""
        self._turn(-1)

    def do_list_more(self) -> None:
        """Take the value after."""
        self._turn(1)

    def do_list_open(self) -> None:
        """Take the value after, or open what the row leads to."""
        row = self.row
        if row.values:
            self._turn(1)
        elif row.id == "test":
            self.trial.turn()
        else:
            self.app.push_screen(self._room(row.id))

    # What changes

    def _turn(self, by: int) -> None:
        row = self.row
        if row.values:
            value = turned(row, getattr(self.house.settings, row.id), by)
            self.told(change(self.house, {row.id: value}))
            if row.id == "theme":
                self._switch_theme()
            elif row.id == "signs":
                self.app.set_class(self.house.ascii, ASCII)
            self.show()

    def _switch_theme(self) -> None:
        """Put the chosen theme on; for the terminal's own, what the app found at the start."""
        wanted = self.house.settings.theme
        self.app.theme = theme_name(self.house.light if wanted == "auto" else wanted)

    def told(self, outcome: str) -> None:
        """Say that something was saved, or why it was not."""
        self._trouble = outcome
        self.query_one(Top).left = Content.styled("" if outcome else say("settings.saved"), "$muted")
        self.show_about()

    def found(self, sentence: str) -> None:
        """Say what a trial of the sound has found."""
        self.query_one("#about", Static).update(Content(sentence))

    def _room(self, name: str) -> Screen[None]:
        if name == "names":
            from coreg.screens.settings_names import NamesRoom

            return NamesRoom(self.house, self.told)
        if name == "vault":
            from coreg.screens.vault.settings import VaultRoom

            return VaultRoom(self.house)
        if name in (*_LINES, *_CARDS):
            return self._room_of_one(*name.split("_"))
        if name == "keep_days":
            from coreg.screens.settings_keep import KeepRoom

            return KeepRoom(self.house, self.told)
        if name == "forget":
            from coreg.screens.settings_forget import ForgetRoom

            return ForgetRoom(self.house, self.told)
        from coreg.screens.settings_keys import HideKeyRoom, KeysRoom

        return KeysRoom(self.house, self.told) if name == "keys" else HideKeyRoom(self.house, self.told)

    def _room_of_one(self, what: str, side: str) -> Screen[None]:
        seat = self.house.seat(side)
        if what == "card":
            from coreg.screens.good.card import CardRoom

            return CardRoom(self.house, seat)
        from coreg.screens.settings_line import LineRoom

        return LineRoom(self.house, self.told, seat)


def _about(row: str) -> str:
    """Return the key of what a row is about: the same for each of the two."""
    return row.partition("_")[0] if row in (*_LINES, *_CARDS) else row
