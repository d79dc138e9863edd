"""The evenings of an invented couple, as plain values, by a chance that can be repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, TypeAlias

from coreg.commands.book import zone_name
from coreg.content import pack
from coreg.record.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Invention", "Plain"]

_STATES = ("settled", "settled", "settled", "up", "up", "flat", "over", "far")
_PATTERNS = (("easy46", 5), ("easy46", 5), ("even5", 5), ("even55", 5), ("long48", 3))
_EVENING_OFF = 0.18
_ENDED_EARLY = 0.06
_WITH_NOTE = 0.15
_NOTE_ALONE = 0.05
_WITH_PROMISE = 0.08
_WITH_PROMISE_LATELY = 0.25
_LATER_WORD = 0.04
_NUMBERS = 0.5
_RECENT = timedelta(days=20)

Plain: TypeAlias = dict[str, Any]
"""A record or a part of one, as plain values."""


@dataclass(slots=True)
class Invention:
    """A made-up past: its own clock, which stands at the evening that is being told, and its own chance."""

    seed: int
    today: datetime
    chance: Random = field(init=False)
    moment: datetime = field(init=False)
    words: dict[str, Any] = field(init=False)
    decks: dict[str, list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Begin at the end; :meth:`go_to` sets the clock back."""
        self.chance = Random(self.seed)  # noqa: S311 - nothing here is secret
        self.moment = self.today
        self.words = pack("invented")

    def now(self) -> datetime:
        """Return the moment that is being told, in the zone of the couple."""
        return self.moment

    def go_to(self, day: date, at: time) -> None:
        """Set the clock to a time of a day."""
        self.moment = datetime.combine(day, at, tzinfo=self.today.tzinfo)

    def _is_old(self) -> bool:
        return self.today - self.moment > _RECENT

    def _time(self, first: int, last: int) -> time:
        return time(self.chance.randint(first, last), self.chance.randint(0, 59), self.chance.randint(0, 59))

    def _after(self, seconds: float) -> datetime:
        return self.moment + timedelta(seconds=seconds)

    def _id(self) -> str:
        return uuid7(int(self.moment.timestamp() * 1000), self.chance.randbytes(10))

    def _happens(self, share: float) -> bool:
        return self.chance.random() < share

    def _any(self, kind: str) -> str:
        """Return one of the texts of a kind; none comes again before all have been."""
        deck = self.decks.setdefault(kind, [])
        if not deck:
            deck += self.chance.sample(self.words[kind], len(self.words[kind]))
        return deck.pop()

    def evening(self, day: date) -> Iterator[tuple[str, Plain]]:
        """Yield what was kept on one day, as a kind and a record: nothing on some days, a session on most."""
        if self._happens(_NOTE_ALONE):
            self.go_to(day, self._time(12, 14))
            yield "note", self._note(None)
        self.go_to(day, self._time(19, 21))
        if self._happens(_EVENING_OFF):
            return
        session = self._session(
            self.chance.choice(("quiet", "quiet", "quiet", "five", "five", "breathe", "day_talk"))
        )
        yield "session", session
        if self._happens(_WITH_NOTE):
            yield "note", self._note(session)
        if self._happens(_WITH_PROMISE if self._is_old() else _WITH_PROMISE_LATELY):
            yield "agreement", self._agreement(session)

    def _session(self, kind: str) -> Plain:
        early = self._happens(_ENDED_EARLY)
        plan = _plan(kind, self.chance)
        entries = [self._entry(number, *part) for number, part in enumerate(plan[:1] if early else plan)]
        done = sum(entry["done_s"] for entry in entries)
        return {
            "id": self._id(),
            "kind": kind,
            "started": self.moment,
            "ended": self._after(done),
            "zone": zone_name(self.today),
            "local_date": self.moment.date(),
            "planned_s": sum(minutes * 60 for _, _, minutes in plan),
            "done_s": done,
            "ended_early": early,
            "check_in": self._pair() if kind in ("quiet", "five") else None,
            "check_out": self._pair(calmer=True) if kind == "quiet" and not early else None,
            "entries": entries,
        }

    def _entry(self, number: int, practice: str, variant: str, minutes: float) -> Plain:
        done = round(minutes * 60 * self.chance.uniform(0.85, 1.1), 3)
        return {
            "id": self._id(),
            "n": number,
            "practice": practice,
            "variant": variant,
            "params": {"pattern": variant} if variant else {},
            "planned_s": minutes * 60,
            "done_s": done,
            "lines": list(self._lines(practice, done)),
        }

    def _lines(self, practice: str, seconds: float) -> Iterator[Plain]:
        if practice == "day_talk":
            yield self._line("topic", None, self._any("topics"), seconds)
        if practice in ("day_talk", "one_thing"):
            for seat in self.chance.sample("ab", 2):
                yield self._line("stays", seat, self._any("stays"), seconds)

    def _line(self, kind: str, by: str | None, text: str, seconds: float) -> Plain:
        later = []
        if kind == "stays" and self._is_old() and self._happens(_LATER_WORD):
            when = self.moment + timedelta(days=self.chance.randint(2, 18))
            later = [
                {"id": self._id(), "text": self._any("later"), "at": when, "by": self.chance.choice("ab")}
            ]
        return {
            "id": self._id(),
            "kind": kind,
            "text": text,
            "by": by,
            "at": self._after(seconds),
            "later": later,
        }

    def _pair(self, *, calmer: bool = False) -> Plain:
        return {"a": self._mark(calmer=calmer), "b": self._mark(calmer=calmer)}

    def _mark(self, *, calmer: bool) -> Plain:
        """Return what one of them says; after an evening it is often, not always, a little calmer."""
        if not self._happens(_NUMBERS):
            return {"state": self.chance.choice(_STATES[:4] if calmer else _STATES)}
        return {
            "inside": self.chance.randint(0, 4 if calmer else 8),
            "pleasant": self.chance.randint(4 if calmer else 2, 9),
            "energy": self.chance.randint(1, 7),
            "feelings": self.chance.sample(self.words["feelings"], self.chance.randint(0, 3)),
            "needs": self.chance.sample(self.words["needs"], self.chance.randint(0, 2)),
            "line": self._any("one_line"),
        }

    def _note(self, session: Plain | None) -> Plain:
        return {
            "id": self._id(),
            "text": self._any("notes"),
            "written": session["ended"] if session else self.moment,
            "zone": zone_name(self.today),
            "local_date": self.moment.date(),
            "session": session["id"] if session else None,
        }

    def _agreement(self, session: Plain) -> Plain:
        """Return a next step; one whose day has come was looked at again and is closed."""
        look = self.moment.date() + timedelta(days=self.chance.choice((3, 7, 14, 30)))
        over = look < self.today.date()
        return {
            "id": self._id(),
            "text": self._any("agreements"),
            "made": session["ended"],
            "local_date": self.moment.date(),
            "look_again": look,
            "session": session["id"],
            "state": self.chance.choice(("kept", "kept", "kept", "let_go")) if over else "open",
            "closed": datetime.combine(look, self.moment.timetz()) if over else None,
        }


def _plan(kind: str, chance: Random) -> list[tuple[str, str, float]]:
    """Return the practices of an evening with their variant and minutes."""
    pattern, minutes = chance.choice(_PATTERNS)
    plans: dict[str, list[tuple[str, str, float]]] = {
        "quiet": [
            ("check_in", "", 2),
            ("breathe", pattern, minutes),
            ("day_talk", "", 22),
            ("check_out", "", 3),
        ],
        "five": [("check_in", "", 1), ("breathe", pattern, 3), ("one_thing", "", 1)],
        "breathe": [("breathe", pattern, minutes)],
        "day_talk": [("day_talk", "", 22)],
    }
    return plans[kind]
