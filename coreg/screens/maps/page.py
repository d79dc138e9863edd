"""What is pressed on the page of a map."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on

from coreg.screens.maps.page_showing import MapShowing
from coreg.screens.maps.panel import again
from coreg.screens.maps.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.content.map_questions import Reply

__all__ = ["MapPage"]

_TAKE_BACK = "mine.take_back"


class MapPage(MapShowing, inherit_bindings=False):
    """``enter`` changes a field; what cannot be undone is asked for twice."""

    def do_list_open(self) -> None:
        """Change the chosen field."""
        at = self.page.at
        if isinstance(at, str) and not self.back_then:
            self.be_sure(False)
            self.change_field(at)

    @abstractmethod
    def change_field(self, name: str) -> None:
        """Ask for a field again."""

    def do_mine_again(self) -> None:
        """Note that it came up again: how strong was it?"""
        if not self.back_then:
            self.ask_below("again", again(seen=self.again_seen()))

    @abstractmethod
    def again_seen(self) -> bool:
        """Tell whether both see when it came up again, and how strongly."""

    def do_mine_earlier(self) -> None:
        """Look at what it said before."""
        self.back_then = True
        self.be_sure(False)

    def do_mine_take_back(self) -> None:
        """Take it back for good, when asked twice."""
        if self.back_then or not self.can_be_taken_back():
            return
        if self.is_sure:
            self.be_sure(False)
            self.take_back()
        else:
            self.be_sure(True)

    def can_be_taken_back(self) -> bool:
        """Tell whether there is anything that the other may see."""
        return True

    @abstractmethod
    def take_back(self) -> object:
        """Take it back."""

    @on(Question.Answered)
    def answered(self, event: Question.Answered) -> None:
        """Do what was asked for below the page."""
        about = self.panel.about
        self.close_below()
        if about:
            self.reply(about, event.reply)

    @abstractmethod
    def reply(self, about: str, reply: Reply) -> None:
        """Take the answer to what was asked below the page."""

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        if self.panel.about and not key_id.startswith("all."):
            return None
        doing = super()._doing(key_id)
        if self.is_sure and doing is not None and not key_id.startswith("all.") and key_id != _TAKE_BACK:
            return lambda: self.be_sure(False)
        return doing

    def do_all_escape(self) -> None:
        """Close the question, the earlier versions, or the page."""
        if self.panel.about:
            self.close_below()
        elif self.is_sure or self.back_then:
            self.back_then = False
            self.be_sure(False)
        else:
            self.go_back()
