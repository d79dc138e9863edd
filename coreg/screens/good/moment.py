"""A moment that eased somebody, written down in one line; all else is optional, a key each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content

from coreg.content import say
from coreg.record.text import clean
from coreg.screens.good.kept import Kept, latest
from coreg.screens.good.moment_page import MomentPage
from coreg.widgets.field import LineField

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.widgets import Input

    from coreg.evening.maps import Who
    from coreg.practice.play import Seat
    from coreg.record.maps import Glimmer

__all__ = ["MomentRoom"]


class MomentRoom(MomentPage, Kept["Glimmer"], inherit_bindings=False):
    """``enter`` keeps the line, and so does going back; what is said of it is kept as it is pressed."""

    def on_mount(self) -> None:
        """Be ready to type a new one."""
        if self.kept is None:
            self.line.focus()
        self.show()

    # Keeping

    def written(self) -> dict[str, Any]:
        """Return what stands here, as the fields of a moment."""
        text, why = (clean(field.value, multiline=False).strip() for field in (self.line, self.why))
        return {"text": text, "why": why, "sense": self.sense, "who": self.who, "by": self.by}

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not in the book."""
        written = self.written()
        before = {} if self.kept is None else {name: getattr(self.kept, name) for name in written}
        return bool(written["text"]) and written != before

    def ask(self, before: Future[Glimmer] | None) -> Future[Glimmer]:
        """Keep it, new or changed."""
        written, maps = self.written(), self.house.maps
        known = self.kept or maps.blank_glimmer("")
        return maps.keep_glimmer(lambda: latest(before, known).model_copy(update=written))

    def took(self, kept: Glimmer) -> None:
        """Take the moment as it is in the book."""
        self.kept = kept

    def well(self) -> None:
        """Say that it is kept, and what else may be said of it."""
        if self.kept is not None:
            self.tell(Content.styled(say("good.moment.kept"), "$muted"))
            self.show()

    @on(LineField.Submitted)
    def line_done(self, event: Input.Submitted) -> None:
        """Keep it; an empty line is none."""
        event.stop()
        if not self.written()["text"]:
            self.go_back()
            return
        self.set_focus(None)
        self.keep_it()

    # What is said of it

    def main(self, seat: Seat) -> None:
        """Say whose it is, or that it is nobody's alone."""
        self.by = None if self.by == seat else seat
        self._said()

    def _feel(self, sense: str) -> None:
        self.sense = "" if self.sense == sense else sense
        self._said()

    def _with(self, who: Who) -> None:
        self.who = None if self.who == who else who
        self._said()

    def _said(self) -> None:
        self.show()
        if self.changed:
            self.keep_it()

    def do_moment_saw(self) -> None:
        """It was seen."""
        self._feel("saw")

    def do_moment_heard(self) -> None:
        """It was heard."""
        self._feel("heard")

    def do_moment_smelt(self) -> None:
        """It was smelt."""
        self._feel("smelt")

    def do_moment_tasted(self) -> None:
        """It was tasted."""
        self._feel("tasted")

    def do_moment_felt(self) -> None:
        """It was felt."""
        self._feel("felt")

    def do_moment_moved(self) -> None:
        """It was in moving."""
        self._feel("moved")

    def do_moment_me(self) -> None:
        """Whoever writes was in it."""
        self._with("me")

    def do_moment_you(self) -> None:
        """The other was in it."""
        self._with("you")

    def do_moment_us(self) -> None:
        """Both were in it."""
        self._with("us")

    def do_moment_else(self) -> None:
        """Somebody else was in it."""
        self._with("else")

    def do_moment_why(self) -> None:
        """Say why."""
        self.why.focus()

    def do_moment_text(self) -> None:
        """Go to the line, or out of it."""
        if self.writing:
            self.set_focus(None)
        else:
            self.line.focus()

    def do_moment_done(self) -> None:
        """Go back."""
        self.go_back()
