"""A question below the page of a map, opened for a moment: how strong it was, and what the other may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.content.map_words import field_words
from coreg.practice.map_path import ALL
from coreg.screens.maps.asked import Asked
from coreg.screens.maps.question import Question
from coreg.screens.maps.rows import filled

if TYPE_CHECKING:
    from coreg.record.maps import MapWords, PrivateTrigger

__all__ = ["MapPanel", "showable"]


class MapPanel(Question):
    """``about`` is what is asked: "again" or "show"; "" while it is closed."""

    DEFAULT_CSS = """
    MapPanel { display: none; margin-top: 1; padding: 1 2; background: $panel; }
    MapPanel.-open { display: block; }
    """

    around = 19

    def __init__(self) -> None:
        """Begin closed."""
        super().__init__()
        self.about = ""

    def open(self, about: str, asked: Asked) -> None:
        """Ask something."""
        self.about = about
        self.add_class("-open")
        self.ask(asked)

    def close(self) -> None:
        """Ask nothing any more."""
        self.about = ""
        self.remove_class("-open")
        self.forget()
        if self.has_focus:
            self.screen.set_focus(None)


def again(*, seen: bool) -> Asked:
    """Return the question how strong it was this time; it says so where the answer is ``seen`` by both."""
    title = Content.styled(say("map_path.page.how_strong"), "bold")
    about = [say("map_path.page.again_seen")] if seen else []
    return Asked(title, "\n".join([*about, say("map_path.scale.how")]), "scale")


def showable(words: MapWords) -> tuple[str, ...]:
    """Return the fields that hold something."""
    return tuple(name for name in ALL if filled(words, name))


def what_is_shown(trigger: PrivateTrigger) -> Asked:
    """Return the question what of a map the other may see, with what they see now."""
    names = showable(trigger.words)
    rows = tuple(f"{field_words(name, 'label')} · {filled(trigger.words, name)}" for name in names)
    marked = frozenset(at for at, name in enumerate(names) if name in trigger.shown)
    title = Content.styled(say("map_path.page.show"), "bold")
    return Asked(title, say("map_path.page.show_text"), "mark", offered=rows, marked=marked)
