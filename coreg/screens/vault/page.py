"""A page that says what something means before it is done; what cannot be undone asks for a typed word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import lines, say
from coreg.screens.hello_lines import in_a_block
from coreg.screens.vault.secret import SecretRoom

if TYPE_CHECKING:
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["PageRoom"]


class PageRoom(SecretRoom, inherit_bindings=False):
    """``answer`` is True when they would like to go on."""

    where = "vault.settings.where"

    def __init__(self, house: House, words: str, *, typed: bool = False) -> None:
        """Take the key of the words: ``title``, ``lines``, and with ``typed`` the ``word`` to type."""
        super().__init__(house)
        self.answer = False
        self._words = words
        self._word = say(f"{words}.word") if typed else ""

    @property
    def asks(self) -> bool:
        """Whether a word is to be typed."""
        return bool(self._word)

    def lines(self) -> list[Content]:
        """Return the page."""
        rows = [Content.styled(say(f"{self._words}.title"), "bold"), Content("")]
        for line in lines(f"{self._words}.lines"):
            rows += [Content(line), Content("")]
        return rows[:-1]

    def laid(self, rows: list[Content], width: int) -> Content:
        """Lay it out as a text to read."""
        return in_a_block(rows, width)

    def how(self) -> list[Content]:
        """Say how to go on."""
        if not self._word:
            return []
        return [Content.styled(say("vault.type_word", word=self._word), "$muted")]

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go on, or back."""
        on = () if self._word else (self.hint("words.go_on", "room.go_on"),)
        show = (self.hint("words.show", "vault.show"),) if self._word else ()
        return ((*on, *show), (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")))

    def do_words_go_on(self) -> None:
        """Go on."""
        if not self._word:
            self._yes()

    def typed(self, words: str) -> None:
        """Go on when it is the word."""
        if words.strip().casefold() == self._word.casefold():
            self._yes()
        else:
            self.tell(say("vault.other_word", word=self._word))

    def _yes(self) -> None:
        self.answer = True
        self.go_back()
