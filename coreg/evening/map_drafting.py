"""A map while it is written: what is on disk is never more than a moment behind."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from coreg.evening.drafting import BEHIND
from coreg.record.text import LIMIT, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from coreg.practice.map_path import Answer
    from coreg.record.maps import MapWords, PrivateTrigger

__all__ = ["MapDraft", "answers_of", "words_of"]

_LONGEST_WORD = 200

_State: TypeAlias = "tuple[MapWords, str, str]"
"""The fields, the one at which it would be gone on with, and the good thing at the end."""


def answers_of(words: MapWords) -> dict[str, Answer]:
    """Return what stands in the fields of a map, by their names."""
    return {name: getattr(words, name) for name in type(words).model_fields}


def words_of(answers: Mapping[str, Answer]) -> MapWords:
    """Return the fields of a map; what was passed is empty. Raises ValueError for what no field holds."""
    from coreg.record.maps import MapWords

    found = {name: answer for name, answer in answers.items() if answer or answer == 0}
    for name in ("cue_kind", "move_kind"):
        if name in found:
            found[name] = clean(str(found[name]), multiline=False)[:_LONGEST_WORD]
    return MapWords.model_validate(found)


class MapDraft:
    """One map. A new one gets its id when it is first kept; one in which nothing is said is never kept."""

    def __init__(
        self,
        trigger: PrivateTrigger,
        keep: Callable[[Callable[[], PrivateTrigger]], Future[PrivateTrigger]],
        clock: Callable[[], float],
    ) -> None:
        """Begin with a map as it is on disk, or with a new one; ``keep`` keeps what it makes in its turn."""
        self.trigger = trigger
        self._keep = keep
        self._clock = clock
        self._now = self._asked = self._kept = _state(trigger)
        self._blank = type(trigger.words)()
        self._since = 0.0
        self._forgotten = False
        self._one = Lock()

    @property
    def dirty(self) -> bool:
        """Whether there is something that is not on disk."""
        return self._now != self._kept

    @property
    def due(self) -> bool:
        """Whether it is time to keep it."""
        return self._now != self._asked and self._clock() - self._since >= BEHIND

    @property
    def begun(self) -> bool:
        """Whether anything of it is, or was meant to be, on disk."""
        return bool(self.trigger.id) or any(map(self._says, (self._now, self._asked)))

    def wrote(self, words: MapWords, at_field: str, closing: str = "") -> None:
        """Take the fields as they are now, the one at which it would be gone on with, and the good thing."""
        if self._now == self._asked:
            self._since = self._clock()
        self._now = (words, at_field, closing[:LIMIT])

    def keep(self) -> Future[PrivateTrigger] | None:
        """Keep what is not on its way to the disk yet; None when nothing is."""
        words, at_field, closing = now = self._now
        if now == self._asked or not (self._says(self._asked) or self._says(now)):
            return None
        update = {"words": words, "at_field": at_field, "closing": clean(closing, multiline=False)}
        asked = self._keep(lambda: self.trigger.model_copy(update=update))
        self._asked = now
        asked.add_done_callback(self._done)
        return asked

    def forget(self) -> None:
        """Let go of the words; what is on its way to the disk arrives there first."""
        with self._one:
            self._forgotten = True
            self._now = self._asked = self._kept = (self._blank, "", "")
            self.trigger = self._emptied(self.trigger)

    def _done(self, asked: Future[PrivateTrigger]) -> None:
        # On the writing thread, before it begins with what was asked for next.
        with self._one:
            if asked.exception() is not None:
                self._asked = self._kept
            elif self._forgotten:
                self.trigger = self._emptied(asked.result())
            else:
                self.trigger = asked.result()
                self._kept = _state(self.trigger)

    def _emptied(self, trigger: PrivateTrigger) -> PrivateTrigger:
        """Return what tells nothing: the id alone, for what is still on its way."""
        return trigger.model_copy(update={"words": self._blank, "closing": "", "came": (), "earlier": ()})

    def _says(self, state: _State) -> bool:
        words, _, closing = state
        return words != self._blank or bool(closing)


def _state(trigger: PrivateTrigger) -> _State:
    return trigger.words, trigger.at_field, trigger.closing
