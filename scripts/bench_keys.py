"""Rows 6 and 7: from a key to the screen that answers it, at rest and while breathing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from random import Random
from typing import TYPE_CHECKING

from coreg.content import say
from scripts.bench_numbers import Figure, median, percentile
from scripts.bench_proc import usage
from scripts.bench_programs import READY
from scripts.bench_starts import newest_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scripts.bench_course import Course, Start
    from scripts.bench_terminal import Program

__all__ = [
    "Seen",
    "Stroke",
    "Trial",
    "at_rest",
    "breathing",
    "letters",
    "to_breath",
    "to_note",
    "to_turn",
    "typed",
]

_HELD = 1.25
"""Seconds between two presses of a key that must not count as held."""

_SHARE = 0.6
_BLOCKS = 2
_COUNTDOWN = 6.5
_LINE, _ENOUGH = 50, 5
"""Letters in a line of a note, and how many at its end can be told from everything else on the screen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds from each key to its answer; ``lost`` were not answered."""

    answers: tuple[float, ...]
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key, the text that answers it (any change without one), and whether its time counts."""

    key: str
    text: str = ""
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Trial:
    """One screen: what starts it, the way there, and keys to press in turn with pauses of seconds."""

    what: str
    start: Start
    way: Callable[[Program], None]
    strokes: Sequence[Stroke]
    gap: float = 0.06


def _random(count: int, gap: float) -> Iterator[float]:
    """Yield pauses, so that keys fall anywhere between two frames."""
    chance = Random(1)  # noqa: S311 - nothing here is secret
    return (gap + chance.random() * 0.12 for _ in range(count))


def typed(trial: Trial, program: Program, count: int) -> Seen:
    """Press so many of a trial's keys, each after a pause; return how long the answers took."""
    answers, lost = [], 0
    for stroke, pause in zip(islice(cycle(trial.strokes), count), _random(count, trial.gap), strict=True):
        program.rest(pause)
        took = program.answer(stroke.key, stroke.text)
        if took is None:
            lost += 1
        elif stroke.counts:
            answers.append(took)
    return Seen(tuple(answers), lost)


def _block(trial: Trial, count: int) -> tuple[Seen, float]:
    with trial.start() as program:
        trial.way(program)
        before, began = usage(program.pid), len(program.chunks)
        seen = typed(trial, program, count)
        seconds = program.chunks[-1][0] - program.chunks[began][0]
        noise = (usage(program.pid) - before).queued * 1000 / max(0.1, seconds)
        program.leave("ctrl+q")
        return seen, noise


def _compared(course: Course, row: int, trial: Trial, worst: float, count: int) -> Iterator[Figure]:
    """Yield a trial beside the key echo, both in turn, so many keys each."""
    ours: list[Seen] = []
    theirs: list[Seen] = []
    noisy = False
    for _ in range(_BLOCKS):
        for one, seen in ((trial, ours), (_echo(course), theirs)):
            block, busy = course.quiet(partial(_block, one, course.times(count) // _BLOCKS))
            seen.append(block)
            noisy = noisy or busy
    all_ours = [took * 1000 for seen in ours for took in seen.answers]
    a, b = median(all_ours), median(took * 1000 for seen in theirs for took in seen.answers)
    detail = f"p50 {a:.1f} ms to {b:.1f}, n={len(all_ours)}"
    what = f"key, {trial.what}"
    yield Figure(row, f"{what}, p50 against a key echo", a / b, "x", _SHARE, noisy=noisy, detail=detail)
    p99, p95 = percentile(all_ours, 0.99), percentile(all_ours, 0.95)
    yield Figure(row, f"{what}, p99", p99, "ms", worst, noisy=noisy, detail=f"p95 {p95:.1f} ms")
    yield Figure(row, f"{what}, not answered", sum(seen.lost for seen in ours), "", 0)


def _echo(course: Course) -> Trial:
    ready = partial(_shown, texts=(READY,))
    return Trial("echo", course.small("echo"), ready, (Stroke("n", "STATE-B"), Stroke("n", "STATE-A")))


def _shown(program: Program, texts: Sequence[str]) -> None:
    program.wait_for(*texts)
    program.rest(1.0)


def _home(words: str, *keys: str) -> Callable[[Program], None]:
    def way(program: Program) -> None:
        program.wait_for(words)
        program.rest(1.0)
        program.press(*keys, gap=0.8)

    return way


def to_turn(program: Program) -> None:
    """Go to the first turn of a day talk."""
    to_choice(program)
    program.press("f", gap=_HELD)
    program.wait_for("’s turn")


def to_choice(program: Program) -> None:
    """Go to the first open choice of a day talk."""
    program.wait_for("What is it about tonight")
    program.press("enter", "f", gap=_HELD)
    program.wait_for("I’d like …")


def to_breath(program: Program) -> None:
    """Wait until the breathing has begun."""
    program.wait_for(say("breathe.soft"))
    program.rest(_COUNTDOWN)


def at_rest(course: Course) -> Iterator[Figure]:
    """Yield the main screens on which nothing moves by itself."""
    words = newest_words(course, 10)
    home, talk = course.coreg(), course.coreg("talk")
    other = (Stroke("tab", say("home.other.quiet")), Stroke("tab", say("home.other.five")))
    moves = (Stroke("down"), Stroke("up"))
    chosen = (Stroke("w", "› w"), Stroke("q", "› q"))
    for trial in (
        Trial("home", home, _home(words), other),
        Trial("tonight", home, _home(words, "enter"), moves),
        Trial("patterns", home, _home(words, "b"), moves),
        Trial("look back", home, _home(words, "r"), moves),
        Trial("settings", home, _home(words, ","), moves),
        Trial("a choice", talk, to_choice, chosen, 0.16),
    ):
        yield from _compared(course, 6, trial, 12.0, 100)


def breathing(course: Course) -> Iterator[Figure]:
    """Yield what answers while the disc moves: the pause, and a note that is typed over it."""
    breath = course.coreg("breathe", "easy46")
    pauses = (Stroke("space", say("practice.paused")), Stroke("space", say("room.pause"), counts=False))
    yield from _compared(course, 7, Trial("pausing a breath", breath, to_breath, pauses, _HELD), 20.0, 80)
    note = Trial("a note over a breath", breath, to_note, tuple(letters(200)))
    yield from _compared(course, 7, note, 20.0, 100)


def to_note(program: Program) -> None:
    """Open a note over the breath."""
    to_breath(program)
    program.press("m", gap=1.0)


def letters(count: int) -> Iterator[Stroke]:
    """Yield lines of letters as strokes; each is answered when the end of its line is on the screen."""
    chance, line = Random(2), ""  # noqa: S311 - nothing here is secret
    for _ in range(count):
        if len(line) == _LINE:
            line = ""
            yield Stroke("enter", counts=False)
            continue
        line += chance.choice("bcdfghjklmnpqrstvwxz")
        long = len(line) >= _ENOUGH
        yield Stroke(line[-1], line[-_ENOUGH:] if long else "", counts=long)
