"""Ways out of a loop: what both have written that would help, and agreeing on one of it."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content

from coreg.content import say
from coreg.record.shown import part_of, quoting
from coreg.screens.maps.agreeing import AgreeRoom
from coreg.screens.maps.loop_words import idea_blocks
from coreg.screens.maps.reading import ReadingRoom
from coreg.widgets.blocks import GAP, Text
from coreg.widgets.rows import Rows

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.insight.loop_list import Seen
    from coreg.record.maps import Loop
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["LoopAgreeRoom", "WaysRoom", "kept_loop", "mark_of", "records_of"]

_KINDS = ("sentence", "gesture", "word")
_DIGEST = 10
"""Bytes that tell the loops of two people apart."""

_IDEAS = ("helps_me", "helps_you")
"""The fields whose words are offered as ideas."""


def kept_loop(house: House, seen: Seen, name: str | None = None) -> Loop:
    """Return what is to be kept of a loop: as it was, or as it was found; with another name, if any."""
    loop = seen.loop
    if loop is None:
        loop = house.maps.blank_loop("")
    if seen.found is not None:
        loop = loop.model_copy(update={"moves": seen.found.moves, "triggers": seen.found.triggers})
    return loop if name is None else loop.model_copy(update={"name": name})


def records_of(seen: Seen) -> tuple[str, ...]:
    """Return the ids of all that a loop hangs on, and its own: with any of it goes what is written of it."""
    found, loop = seen.found, seen.loop
    own = (*loop.triggers, loop.id) if loop is not None else ()
    return (*(found.triggers if found is not None else ()), *own)


def mark_of(seen: Seen) -> str:
    """Return what tells a loop from all others, named or not; nobody's words can be read from it."""
    return blake2b(seen.key.encode(), digest_size=_DIGEST).hexdigest()


class WaysRoom(ReadingRoom, inherit_bindings=False):
    """Where one of them could step out, in both people's own words."""

    where = "loops.ways.where"

    def __init__(self, house: House, seen: Seen, at: int) -> None:
        """Take the loop, and the step that was looked at."""
        self.ideas: dict[str, tuple[str, int]]
        found, self.ideas = idea_blocks(house, seen)
        title = Text(Content.styled(say("loops.ways.title"), "bold"))
        about = Text(Content.styled(say("loops.ways.about"), "$muted"))
        super().__init__(house, [title, about, GAP, *found])
        self.seen = seen
        self.step = at

    def reload(self) -> None:
        """Show what was handed in; with an idea in it, one is chosen."""
        super().reload()
        self.page.mark(bool(self.ideas))
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Take one, or agree on words of one's own."""
        use = (self.hint("map.open", "loops.keys.use"),) if self.ideas else ()
        agree, back = self.hint("map.agree", "loops.keys.agree"), self.hint("all.escape", "room.back")
        return ((*use, agree), (back, self.hint("all.help", "room.help")))

    @on(Rows.Opened)
    def do_map_open(self) -> None:
        """Agree on the chosen idea, or on something near it."""
        text, at = self.ideas.get(str(self.page.at), ("", self.step))
        if text:
            self._agree(at, text)

    def do_map_agree(self) -> None:
        """Agree on words of their own."""
        self._agree(self.step)

    def _agree(self, at: int, text: str = "") -> None:
        self.app.switch_screen(LoopAgreeRoom(self.house, self.seen, at, text))


class LoopAgreeRoom(AgreeRoom, inherit_bindings=False):
    """A sentence, a gesture or a code word, which both agree on."""

    def __init__(self, house: House, seen: Seen, at: int, text: str = "") -> None:
        """Take the loop, the step at which it stands, and words to begin with."""
        super().__init__(house)
        self.seen = seen
        self.step = at
        self.kind = 0
        self.begin_with = text

    def draft_of(self) -> str:
        """Every loop has its own, whether it is kept or only found."""
        return f"way out of {mark_of(self.seen)}"

    def words_from(self) -> tuple[str, ...]:
        """All triggers the loop goes through, and what helps of each: an idea is somebody's own words."""
        found = records_of(self.seen)
        return (*found, *(quoting(one, part_of(field)) for one in found for field in _IDEAS))

    def on_mount(self) -> None:
        """Begin with the idea that was taken."""
        super().on_mount()
        if self.begin_with:
            self.begun = self.field.value = self.begin_with
            self.field.cursor_position = len(self.begin_with)

    def example(self) -> str:
        """Return what such a line could be."""
        return say(f"atlas.agree.field_{_KINDS[self.kind]}")

    def titles(self) -> list[Content]:
        """Return what kind of way out it is."""
        kind = _KINDS[self.kind]
        return [
            Content.styled(say(f"atlas.agree.{kind}"), "bold"),
            Content(""),
            Content.styled(say(f"atlas.agree.about_{kind}"), "$muted"),
        ]

    def how(self) -> str:
        """Return what both own keys do."""
        return say("atlas.agree.both")

    def kinds(self) -> tuple[Hint, ...]:
        """Choose another kind."""
        return (self.hint("said.next", "atlas.agree.kind"),)

    def do_said_next(self) -> None:
        """Make it another kind of way out."""
        if not self.agreeing:
            self.kind = (self.kind + 1) % len(_KINDS)
            self.field.placeholder = self.example()
            self.show()

    def ask(self) -> Future[Any]:
        """Put it into the loop, and into the agreement book."""
        from coreg.record.maps import Exit

        made = Exit.model_validate({"text": self.text, "kind": _KINDS[self.kind], "at": self.step})
        return self.house.maps.agree(kept_loop(self.house, self.seen), made, self.day)
