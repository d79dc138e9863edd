"""The voices of a line that stays: one says it, the other types, the first nods; and of a next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.fields import WriteField
from coreg.plain.steps.base import Voice, chosen_by
from coreg.practice.steps.write import Writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.fields import Field
    from coreg.plain.scene import Scene
    from coreg.practice.sitting import Sitting

__all__ = ["AgreeVoice", "WriteVoice"]


class WriteVoice(Voice):
    """A question, and after it the line as it will stay."""

    def part(self, scene: Scene) -> object:
        """Typing and what comes after it are two parts."""
        play = scene.sitting.play
        return isinstance(play, Writing) and play.finished

    def begin(self, scene: Scene) -> Iterator[str]:
        """Ask; or say the line and who nods to it."""
        play = scene.sitting.play
        if not isinstance(play, Writing):
            return
        if play.finished:
            yield f"“{play.draft}”"
            yield from filter(None, (scene.words(self.after),))
        else:
            yield from filter(None, (scene.words("title"), scene.words("text"), scene.words("field")))
        yield from self.keys(scene)

    after = "nod"
    """The name of the words that come after the line."""

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield how a line is typed, or what can be done with it."""
        play = scene.sitting.play
        if not isinstance(play, Writing) or not play.finished:
            yield say("plain_talk.write.how")
            return
        yield from self._answers(scene)
        change = scene.keymap.label("practice.change")
        yield say("plain.choice", key=change, what=say("practice.change"))

    def typing(self, sitting: Sitting) -> object:
        """A line, until it is finished."""
        play = sitting.play
        return play.since if isinstance(play, Writing) and not play.finished else None

    def field(self, sitting: Sitting) -> Field:
        """Begin with the draft that was there."""
        play = sitting.play
        return WriteField(play.draft if isinstance(play, Writing) else "")

    def asks(self, scene: Scene) -> bool:
        """Wait for a line, a nod or a day."""
        return True

    def _answers(self, scene: Scene) -> Iterator[str]:
        if scene.speaker is not None:
            key = scene.key(scene.speaker, "main")
            yield say("plain.choice", key=key, what=say("practice.nod"))
        skip = scene.keymap.label("practice.skip")
        yield say("plain.choice", key=skip, what=say("practice.leave_out"))


class AgreeVoice(WriteVoice):
    """A next step, and after it the day on which both look at it again."""

    after = "when"

    def _answers(self, scene: Scene) -> Iterator[str]:
        yield from chosen_by(scene, None)
        skip = scene.keymap.label("practice.skip")
        yield say("plain.choice", key=skip, what=say("practice.no_date"))
