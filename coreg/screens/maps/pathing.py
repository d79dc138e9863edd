"""The path of one map on the screen: one question at a time, kept as it is answered."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from coreg.content import say
from coreg.content.map_questions import STEPS, draft_of, event_of, numbers, sorted_out
from coreg.evening.map_drafting import words_of
from coreg.practice.map_path import Kept, Steadied, TooMuch, WentBack
from coreg.practice.mapping import apply, empty, left_at, undecided
from coreg.screens.maps.asking import asked_of
from coreg.screens.maps.growing import Growing
from coreg.screens.maps.question import Question

if TYPE_CHECKING:
    from coreg.practice.map_path import MapEvent, MapPath
    from coreg.practice.play import Seat
    from coreg.widgets.seats import Hint

__all__ = ["Pathing"]


class Pathing(Growing, inherit_bindings=False):
    """The base of the path of a map for one, and of one for both."""

    place = "path"
    where = "map_path.where"
    told_words: ClassVar[str] = "map_path.saved"
    """Words key of what is said while it is written."""

    seat: Seat
    """Whose map it is."""
    path: MapPath
    """Where it is."""
    resume = ""
    """The field at which the whole map would be gone on with, where one field alone is asked for."""
    _look = 0
    _some = False
    _ending = False
    _asked = ("", "")

    def on_mount(self) -> None:
        """Ask."""
        self.ask()

    def ask(self) -> None:
        """Ask what is to be asked now."""
        self.question.ask(asked_of(self.path, self._look, some=self._some))
        self._asked = self._place
        self.show_seats()

    # What happens

    def happen(self, event: MapEvent) -> None:
        """Let something happen, have it kept, and ask what comes then."""
        before = self._place
        self.path = apply(self.path, event)
        moved = self._place != before
        if moved:
            self._look, self._some = 0, False
            self.path = sorted_out(self.path)
        self._write()
        if not moved:
            return
        self.keep_now()
        self.tell(numbers(self.path) if self.path.stage == "show" else "", "$muted")
        if self.path.stage == "over":
            self._ending = True
            self.end()
        elif self.path.stage == "steady" and self.path.way == "breathe":
            self._breathe()
        else:
            self.ask()

    @property
    def _place(self) -> tuple[str, str]:
        return self.path.stage, self.path.at

    def _write(self) -> None:
        """Have what is said kept, and the field at which it would be gone on with."""
        words, there = words_of(self.path.words), self.draft.trigger
        same = words == there.words and there.at_field == self.resume
        done = self.path.alone and (same or self.path.stage == "over")
        self.draft.wrote(words, self.resume if done else left_at(self.path), undecided(self.path))

    def _breathe(self) -> None:
        from coreg.screens.timeout.back import MinuteRoom

        self.app.push_screen(MinuteRoom(self.house), lambda _: self.happen(Steadied("breathe")))

    @on(Question.Answered)
    def answered(self, event: Question.Answered) -> None:
        """Go on with an answer."""
        if event.late or self._ending:
            return
        if self.path.stage == "steady":
            self._look_on()
            return
        found = event_of(self.path, event.reply, some=self._some)
        if found is None:
            self._some = True
            self.tell("")
            self.ask()
        elif isinstance(found, Kept) and found.kept:
            # Once: a second press while the disk is at work means nothing more.
            self._ending = True
            self.keep_good(found)
        else:
            self.happen(found)

    def _look_on(self) -> None:
        self._look += 1
        if self._look >= STEPS:
            self.happen(Steadied("look"))
        else:
            self.ask()

    @on(Question.Changed)
    def changed(self, event: Question.Changed) -> None:
        """Have it kept as it is written."""
        found = draft_of(self.path, event.reply)
        if found is not None and not (event.late or self._ending):
            self._take(found)
            if not empty(self.path):
                self.tell(say(self.told_words), "$muted")

    @on(Question.Back)
    def back(self) -> None:
        """Go to the question before."""
        self.tell("")
        if self._some:
            self._some = False
            self.ask()
        elif not self._ending:
            self.happen(WentBack())

    @work(group="good", exclusive=True)
    async def keep_good(self, event: Kept) -> None:
        """Keep the one good thing where it belongs, then go on."""
        kept = await self.kept_good(self.path.closing, self.seat, event.kept)
        self._ending = False
        if kept:
            self.happen(event)

    def keep_now(self) -> None:
        """Have it kept with what stands in the field: a last letter may not have been told yet."""
        if self._asked == self._place and not self._ending:
            self._take(draft_of(self.path, self.question.reply))
        super().keep_now()

    def _take(self, found: MapEvent | None) -> None:
        if found is not None:
            self.path = apply(self.path, found)
            self._write()

    # The end

    @work(group="end", exclusive=True)
    async def end(self) -> None:
        """Keep it as it was chosen, say so, and go back; where it cannot be kept, it stays."""
        try:
            if not await self.settled():
                return self._again()
            words, everywhere = await self.finish()
        except Exception as error:
            self._again()
            self.tell_trouble(error)
            return
        later = "" if everywhere else say("map_path.later_gone")
        told = [words, later, "" if self.path.shows else numbers(self.path)]
        self.app.notify("\n".join(filter(None, told)), timeout=6, markup=False)
        self.go_back()

    def _again(self) -> None:
        """Be where it was before the end."""
        self._ending = False
        stage, at = self.path.trail[-1]
        self.path = replace(self.path, stage=stage, at=at, trail=self.path.trail[:-1])
        self.ask()

    @abstractmethod
    async def finish(self) -> tuple[str, bool]:
        """Do what was chosen; return what says so, and whether it reached every backup. Raises Trouble."""

    # The table's edge

    def lit_seat(self) -> str | None:
        """Light the one whose map it is."""
        return self.seat

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go on, take a word, go back; say that it is a lot; leave."""
        asked = self.question.asked
        much = self.path.stage in ("field", "more") and not self.path.alone
        take = (("tab", say("map_path.take")),) if asked.written and asked.offered else ()
        scale = (("0 – 10", say("map_path.choose")),) if asked.kind == "scale" else ()
        mark = (("space", say("map_path.show.mark")),) if asked.kind == "mark" else ()
        before = (("shift+tab", say("map_path.before_that")),) if self.path.trail or self._some else ()
        on_ = "map_path.show.now" if asked.kind == "mark" else "map_path.go_on"
        lot = (self.hint("path.much", "map_path.much"),) if much else ()
        first = (*scale, ("enter", say(on_)), *take, *mark, *before)
        return (first, (*lot, self.hint("all.escape", "map_path.later")))

    # What is pressed

    def do_path_much(self) -> None:
        """It is a lot: something for oneself comes first."""
        if not self._ending:
            self.happen(TooMuch())

    def do_path_keep(self) -> None:
        """Keep it at once."""
        self.keep_now()
        if not empty(self.path):
            self.tell(say(self.told_words), "$muted")

    def do_all_escape(self) -> None:
        """Leave it for another day; what was written is kept."""
        if self._some:
            self.back()
        elif not self._ending:
            self.leave()
