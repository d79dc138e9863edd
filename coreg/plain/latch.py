"""What comes back from having hidden: the pause key, and where the book is a locked one a passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.hiding import BACK, LEAVE

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Latch"]


@dataclass(slots=True)
class Latch:
    """Takes what is pressed while nothing is said.

    ``opens`` tries a passphrase and returns "", or the sentence that says why it does not come back with it.
    Without one (None) the pause key is enough. What is typed is never shown, and gone once it was tried.
    """

    opens: Callable[[str], str] | None = None
    asks: bool = False
    """Whether what is pressed is a passphrase now."""
    _words: str = ""

    def press(self, press: str, key_id: str, tell: Callable[[str], object]) -> str:
        """Take a press by its name and by the id it has in a practice ("": none).

        Returns:
            ``BACK`` where it comes back now, ``LEAVE`` where it leaves, else "".
        """
        if self.asks:
            return self._typed(press, key_id, tell)
        if key_id == BACK and self.opens is not None:
            self.asks = True
            tell(say("plain.latch.ask"))
            return ""
        return key_id if key_id in (BACK, LEAVE) else ""

    def _typed(self, press: str, key_id: str, tell: Callable[[str], object]) -> str:
        match press:
            case "enter":
                return self._tried(tell)
            case "escape":
                self._close()
            case "backspace":
                self._words = self._words[:-1]
            case "ctrl+u":
                self._words = ""
            case "space":
                # Whoever leans on the key that asks has not begun to type.
                self._words = f"{self._words} ".lstrip()
            case _ if len(press) == 1:
                self._words += press
            case _ if key_id == LEAVE:
                self._close()
                return LEAVE
        return ""

    def _tried(self, tell: Callable[[str], object]) -> str:
        words, self._words = self._words, ""
        if not words or self.opens is None:
            return ""
        if why := self.opens(words):
            tell(why)
            return ""
        self._close()
        return BACK

    def _close(self) -> None:
        self.asks, self._words = False, ""
