"""The stage of words, of both answers side by side, and of the one suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import lines, say
from coreg.practice.helping import fitting, when_of
from coreg.practice.steps.reveal import Revealing, Suggesting
from coreg.practice.steps.say import Saying
from coreg.widgets.steps.base import TextStage, breaths_offer
from coreg.widgets.steps.view import clock_text
from coreg.widgets.text import COLUMN, fill, lit, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coreg.practice.play import Mark
    from coreg.widgets.steps.view import View

__all__ = ["RevealStage", "SayStage", "SuggestStage", "mark_lines"]

_LONG = 25.0
_PARKED = 5
"""Parked lines that are shown, the latest."""


class SayStage(TextStage):
    """A sentence or two; a long one shows what is left of it."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return the words, and a quiet clock under them."""
        play = view.sitting.play
        rows = [view.words("title", "bold"), Content(""), view.words("text")]
        if isinstance(play, Saying) and view.step.seconds >= _LONG:
            left = play.since + view.step.seconds - view.t
            rows += [Content(""), Content.styled(clock_text(left), "$both")]
        return [*rows, *_parked(view)]


def _parked(view: View) -> list[Content]:
    """Return what was parked in the talk, where the step is for taking it up again."""
    if not view.step.params.get("parked"):
        return []
    kept = view.sitting.kept("parked")[-_PARKED:]
    rows = [lit(f"◦ {keep.text}", "$muted", multiline=False) for keep in kept]
    widest = min(COLUMN, max((row.cell_length for row in rows), default=0))
    rows = [row.pad_right(max(0, widest - row.cell_length)) for row in rows]
    return [Content(""), *rows] if rows else []


def mark_lines(mark: Mark) -> Iterator[str]:
    """Return what somebody said of themselves, one thing a line, in plain words."""
    if mark.state is not None:
        yield say(f"practice.state.{mark.state}")
    if mark.inside is not None:
        yield say("practice.inside", number=mark.inside)
    if mark.pleasant is not None and mark.energy is not None:
        yield say(
            "practice.grid", pleasant=_third(mark.pleasant, "pleasant"), energy=_third(mark.energy, "energy")
        )
    for name in ("feelings", "needs"):
        chosen = getattr(mark, name)
        if chosen:
            yield ", ".join(chosen)
    if mark.like is not None:
        yield say("practice.like", like=say(f"form.likes.{mark.like}"))
    if mark.line:
        yield f"“{mark.line}”"


def _third(value: int, name: str) -> str:
    return lines(f"practice.grid_{name}")[(value - 1) // 3]


class RevealStage(TextStage):
    """Both answers, each under its name and on its side; or one sentence, when it stays unsaid."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return two columns of what was said."""
        play = view.sitting.play
        if not isinstance(play, Revealing) or play.pair is None:
            return (
                Content.styled(say("practice.unsaid"), "bold"),
                Content(""),
                Content.styled(say("practice.unsaid_text"), "$muted"),
            )
        sides = (view.left, view.right)
        column = max(12, min(34, (self.size.width or 80) // 2 - 4))
        heads = [named(seat, view.name(seat)) for seat in sides]
        bodies = [
            [row for text in mark_lines(play.pair.of(seat)) for row in lit(text).wrap(column)]
            for seat in sides
        ]
        rows = [view.words("title", "bold"), Content(""), _two(heads[0], heads[1], column)]
        for index in range(max(map(len, bodies))):
            left, right = (body[index] if index < len(body) else Content("") for body in bodies)
            rows.append(_two(left, right, column))
        return [*rows, Content(""), view.words("text")]


def _two(left: Content, right: Content, column: int) -> Content:
    left, right = left.rstrip(), right.rstrip()
    return Content("").join(
        [
            left,
            Content(" " * max(0, column - left.cell_length) + "    "),
            Content(" " * max(0, column - right.cell_length)),
            right,
        ]
    )


class SuggestStage(TextStage):
    """One suggestion, its reason, and how to take it or leave it."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return the suggestion as a question, or that it goes on as planned."""
        play = view.sitting.play
        if not isinstance(play, Suggesting):
            return ()
        found = play.suggestion
        asks = bool(found.practice or found.without)
        planned = bool(view.sitting.context.ahead)
        reason = found.reason if asks or planned else "alone"
        rows = [view.words("title", "$muted"), Content(""), Content.styled(say(f"suggest.{reason}"), "bold")]
        yours = _yours(view, found.reason)
        return [*rows, *self._question(view, play, planned=planned), *yours] if asks else [*rows, *yours]

    @staticmethod
    def _question(view: View, play: Suggesting, *, planned: bool) -> list[Content]:
        what = say(f"suggest.offer.{play.suggestion.practice or 'without_talk'}")
        how = say(
            "suggest.how",
            left=view.key("left", "main"),
            right=view.key("right", "main"),
            skip=view.keymap.label("practice.skip"),
            other=say("suggest.as_it_was" if planned else "suggest.not_now"),
        )
        rows = [Content(""), Content(what), Content(""), Content.styled(how, "$muted")]
        return [*rows, *breaths_offer(view, play.since)]


def _yours(view: View, reason: str) -> list[Content]:
    """Return what the two said that helps together in such a moment, beside the suggestion."""
    when = when_of(reason)
    found = fitting(view.helps, when, "together") if when else ()
    if not found:
        return []
    titles = lit(say("good.between").join(found), multiline=False)
    return [Content(""), fill(say("suggest.yours"), {"what": titles}, "$muted")]
