"""A sitting that is over, as records. Everything that names a loser stays out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from coreg.evening.in_step import kept as kept_window
from coreg.evening.in_step import read
from coreg.practice.breathed import Breathed, Found, Led, Tapped
from coreg.practice.play import Agreed, Counted, Kept, Paired
from coreg.practice.script import length
from coreg.practice.takes import AFTER, BEFORE, STATE
from coreg.record.models import Agreement, Entry, Line, Mark, Note, Pair, Session
from coreg.record.text import LIMIT, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.practice.play import Both, Keep
    from coreg.practice.play import Mark as Said
    from coreg.practice.sitting import Result, Sitting

__all__ = ["NOTE", "Frame", "derived_id", "nothing_happened", "records_of"]

NOTE = "note"
"""The kind of a sitting that is one note and no session; its plan says what the note belongs to."""

BLINK = 10.0
"""Seconds under which a sitting that kept nothing was opened by mistake."""

_LINES = ("stays", "thanks", "parked", "topic", "hug")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a sitting itself does not know: its id, and when and where the evening was."""

    id: str
    started: datetime
    ended: datetime
    zone: str


def derived_id(session: str, what: str) -> str:
    """Return an id for something that belongs to a session: the same again after a crash."""
    tail = sha256(f"{session} {what}".encode()).hexdigest()[:12]
    return f"{session[:-12]}{tail}"


def nothing_happened(sitting: Sitting) -> bool:
    """Tell whether there is nothing to remember: ended at once, with nothing kept or noted."""
    done = sum(result.done for result in sitting.results)
    noted = sitting.note + "".join(result.note for result in sitting.results)
    kept = any(_is_remembered(keep) for result in sitting.results for keep in result.keeps)
    return done < BLINK and not kept and not noted.strip()


def _is_remembered(keep: Keep) -> bool:
    match keep:
        case Kept(kind):
            return kind in (*_LINES, NOTE)
        case Paired(_, pair):
            return pair is not None
        case _:
            return isinstance(keep, Agreed)


def records_of(sitting: Sitting, frame: Frame) -> tuple[Session | Note | Agreement, ...]:
    """Return the session, its notes and its agreements, ready to be kept together."""
    if sitting.kind == NOTE:
        return tuple(_note_alone(sitting, frame))
    return (_session(sitting, frame), *_notes(sitting, frame), *_agreements(sitting, frame))


def _session(sitting: Sitting, frame: Frame) -> Session:
    started = frame.started.astimezone(UTC)
    return Session(
        id=frame.id,
        device="",
        changed="",
        kind=sitting.kind,
        started=started,
        # A wall clock can be set back meanwhile; nothing ends before it began.
        ended=max(started, frame.ended.astimezone(UTC)),
        zone=frame.zone,
        local_date=frame.started.date(),
        planned_s=round(sum(length(plan.script) for plan in sitting.plan), 3),
        done_s=round(sum(result.done for result in sitting.results), 3),
        ended_early=sitting.early,
        check_in=_pair(sitting, "check_in"),
        check_out=_pair(sitting, "check_out"),
        entries=tuple(_entry(n, result, frame) for n, result in enumerate(sitting.results)),
    )


def _entry(n: int, result: Result, frame: Frame) -> Entry:
    # How it was before says something beside how it was after, and one without the other says nothing.
    before, after = _kept_pair(result, BEFORE), _kept_pair(result, AFTER)
    whole = before is not None and after is not None
    return Entry(
        id=derived_id(frame.id, f"entry {n}"),
        n=n,
        practice=result.practice,
        variant=result.variant,
        params={**dict(result.params), **_breathed(result), **_counted(result)},
        planned_s=round(result.planned, 3),
        done_s=round(result.done, 3),
        ended_early=result.early,
        before=before if whole else None,
        after=after if whole else None,
        lines=tuple(_lines(n, result, frame)),
        steps=result.steps,
    )


def _breathed(result: Result) -> dict[str, float | str]:
    """Return what a breathing says of itself: whole breaths, the usual lag, the easiest pace, in step."""
    found: dict[str, float | str] = {}
    for keep in result.keeps:
        match keep:
            case Breathed(a, b):
                found["cycles"] = a
                if b != a:
                    found["with_cycles"] = b
            case Led(lag) if lag is not None:
                found["lag"] = round(lag, 3)
            case Found(pace) if pace is not None:
                found["pace"] = pace
            case Tapped() if (reading := read(keep).reading) is not None:
                found |= kept_window(reading.window)
            case _:
                pass
    return found


def _counted(result: Result) -> dict[str, int]:
    """Return how often each answer that is counted was given, by both together."""
    return dict(Counter(keep.answer for keep in result.keeps if isinstance(keep, Counted)))


def _kept_pair(result: Result, kind: str) -> Pair | None:
    for keep in result.keeps:
        if isinstance(keep, Paired) and keep.kind == kind and keep.pair:
            return _both(keep.pair)
    return None


def _lines(n: int, result: Result, frame: Frame) -> Iterator[Line]:
    kept = [keep for keep in result.keeps if isinstance(keep, Kept) and keep.kind in _LINES]
    for number, keep in enumerate(kept):
        yield Line(
            id=derived_id(frame.id, f"line {n} {number}"),
            kind=keep.kind,
            text=keep.text,
            by=keep.by,
            at=frame.ended.astimezone(UTC),
        )


def _notes(sitting: Sitting, frame: Frame) -> Iterator[Note]:
    yield from _note(sitting.note, None, frame)
    for n, result in enumerate(sitting.results):
        yield from _note(_noted(result), n, frame)


def _noted(result: Result) -> str:
    """Return the note of a practice, with the lines that its script kept as notes below."""
    lines = (keep.text for keep in result.keeps if isinstance(keep, Kept) and keep.kind == NOTE)
    return "\n\n".join(text for text in (result.note, *lines) if text.strip())


def _note(text: str, entry: int | None, frame: Frame) -> Iterator[Note]:
    for number, piece in enumerate(_pieces(text)):
        yield Note(
            id=derived_id(frame.id, f"note {entry} {number}" if number else f"note {entry}"),
            device="",
            changed="",
            text=piece,
            written=frame.ended.astimezone(UTC),
            zone=frame.zone,
            local_date=frame.started.date(),
            session=frame.id,
            entry=None if entry is None else derived_id(frame.id, f"entry {entry}"),
        )


def _pieces(text: str) -> Iterator[str]:
    """Yield a note as it may be kept: a line that was not finished can make a full note too long for one."""
    text = clean(text)
    for start in range(0, len(text), LIMIT):
        piece = text[start : start + LIMIT]
        if piece.strip():
            yield piece


def _note_alone(sitting: Sitting, frame: Frame) -> Iterator[Note]:
    under = {name: str(value) or None for name, value in sitting.plan[0].params}
    for note in _note(sitting.note, None, frame):
        yield note.model_copy(update={"session": under.get("session"), "entry": under.get("entry")})


def _agreements(sitting: Sitting, frame: Frame) -> Iterator[Agreement]:
    agreed = [keep for result in sitting.results for keep in result.keeps if isinstance(keep, Agreed)]
    day = frame.started.date()
    for number, keep in enumerate(agreed):
        yield Agreement(
            id=derived_id(frame.id, f"agreement {number}"),
            device="",
            changed="",
            text=keep.text,
            made=frame.ended.astimezone(UTC),
            local_date=day,
            look_again=None if keep.days is None else day + timedelta(days=keep.days),
            session=frame.id,
            state="open",
            closed=None,
        )


def _pair(sitting: Sitting, practice: str) -> Pair | None:
    pairs = (_kept_pair(result, STATE) for result in sitting.results if result.practice == practice)
    return next((pair for pair in pairs if pair is not None), None)


def _both(pair: Both) -> Pair:
    return Pair(a=_mark(pair.a), b=_mark(pair.b))


def _mark(mark: Said) -> Mark:
    return Mark(
        state=mark.state,
        inside=mark.inside,
        pleasant=mark.pleasant,
        energy=mark.energy,
        feelings=mark.feelings,
        needs=mark.needs,
        line=mark.line,
        like=mark.like,
    )
