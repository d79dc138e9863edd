"""The voice of the long form, one after the other: answers are typed, unechoed, and never read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.fields import FormField
from coreg.plain.filling import FAR_WORD, ONLY, QUESTIONS, choices
from coreg.plain.steps.base import Voice
from coreg.practice.steps.form import Forming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.fields import Field
    from coreg.plain.scene import Scene
    from coreg.practice.play import Seat
    from coreg.practice.sitting import Sitting

__all__ = ["FormVoice"]


class FormVoice(Voice):
    """A cover for each of the two, and one question after the other behind it."""

    def part(self, scene: Scene) -> object:
        """Each cover and each question are parts."""
        play = scene.sitting.play
        return (play.turn, play.lifted, scene.question) if isinstance(play, Forming) else None

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say whose part it is, or ask."""
        play = scene.sitting.play
        if not isinstance(play, Forming):
            return
        seat = play.seat(scene.sitting.context)
        if play.lifted:
            yield from self._asked(scene, seat)
        else:
            yield from filter(None, (scene.words("cover", seat), scene.words("cover_text", seat)))
        yield from self.keys(scene)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield the key that lifts the cover."""
        play = scene.sitting.play
        if isinstance(play, Forming) and not play.lifted:
            yield say("plain.lift", key=scene.key(play.seat(scene.sitting.context), "main"))

    def typing(self, sitting: Sitting) -> object:
        """The answers of one of the two, while the cover is lifted."""
        play = sitting.play
        return play.turn if isinstance(play, Forming) and play.lifted else None

    def field(self, sitting: Sitting) -> Field:
        """Begin with the first question."""
        play, context = sitting.play, sitting.context
        seat = play.seat(context) if isinstance(play, Forming) else context.order[0]
        only = sitting.now_step.params.get("only") == "inside"
        return FormField(seat, ONLY if only else QUESTIONS)

    def asks(self, scene: Scene) -> bool:
        """Wait for whoever's part it is."""
        return True

    @staticmethod
    def _asked(scene: Scene, seat: Seat) -> Iterator[str]:
        question = scene.question
        if scene.step.params.get("only") == "inside":
            yield scene.words("title", seat) or say("form.inside")
            yield say("plain.number")
            return
        yield say(f"plain_form.{question}.title")
        listed = choices(question)
        named = [say(f"form.likes.{one}") for one in listed] if question == "like" else listed
        numbered = (
            say("plain_form.numbered", number=number, word=word) for number, word in enumerate(named, 1)
        )
        yield from filter(None, (say("plain.and").join(numbered),))
        yield say(f"plain_form.{question}.how", far=FAR_WORD)
        if question == QUESTIONS[0]:
            yield say("plain_form.unsaid")
