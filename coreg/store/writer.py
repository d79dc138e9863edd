"""One thread that writes in order, so that nobody at the keyboard ever waits for a disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.record.seams import Clock

T = TypeVar("T")

Work: TypeAlias = Callable[[], object]
Wait: TypeAlias = Callable[[Condition, float | None], object]
"""Waits on a condition, at most so many seconds; None is for as long as it takes."""

QUIET_S = 0.5
"""How long a snapshot waits for more after the first change that is not on disk, in seconds."""

PATIENCE_S = 5.0
"""How long closing waits for a disk, in seconds."""


def _wait(condition: Condition, seconds: float | None) -> object:
    return condition.wait(seconds)


def _ignore(_: Exception) -> None:
    pass


@dataclass(frozen=True, slots=True)
class _Job:
    """One thing to do, which says whether it worked; `save` is what a snapshot writes with, or None."""

    run: Callable[[], bool]
    save: Work | None = None


class Writer:
    """Does jobs and snapshots one after another, in the order in which they came.

    Of snapshots only the newest counts: one that is not being written yet gives way to the next. What comes
    after a snapshot is done after it. A snapshot that failed is tried again, by itself or as its successor,
    before whatever is asked for next; once a later job is done it is out of date and forgotten. Nothing here
    blocks but `flush` and `close`.
    """

    def __init__(
        self,
        *,
        failed: Callable[[Exception], None] = _ignore,
        quiet_s: float = QUIET_S,
        clock: Clock = monotonic,
        wait: Wait = _wait,
        start: bool = True,
    ) -> None:
        """Call `failed`, on the thread, for a snapshot that cannot be written.

        With `start=False` there is no thread, and `step` does the work.
        """
        self._failed = failed
        self._quiet_s = quiet_s
        self._clock = clock
        self._wait = wait
        self._changed = Condition()
        self._jobs: deque[_Job] = deque()
        self._slot: Work | None = None
        self._due = 0.0
        self._again: Work | None = None
        self._busy = False
        self._closing = False
        if start:
            Thread(target=self._run, name="writer", daemon=True).start()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Have something done after all that came before it; the future holds what it returns or raises."""
        # A command that only reads should not pay for this; the app has loaded it long before.
        from concurrent.futures import Future

        future: Future[T] = Future()
        with self._changed:
            self._queue_snapshot()
            self._jobs.append(_Job(partial(_fulfil, future, work)))
            self._changed.notify_all()
        return future

    def snapshot(self, save: Work, *, urgent: bool = False) -> None:
        """Have this snapshot on disk soon, in place of any that is not there yet; at once when `urgent`."""
        with self._changed:
            if self._slot is None:
                self._due = self._clock() + self._quiet_s
            self._slot = save
            if urgent:
                self._queue_snapshot()
            self._changed.notify_all()

    def flush(self, timeout: float = PATIENCE_S) -> bool:
        """Wait at most `timeout` seconds until all is done; say whether it is, and the snapshots on disk."""
        deadline = self._clock() + timeout
        with self._changed:
            self._queue_snapshot()
            self._changed.notify_all()
            while self._jobs or self._busy:
                if self._clock() >= deadline:
                    return False
                self._wait(self._changed, deadline - self._clock())
            return self._again is None

    def close(self, timeout: float = PATIENCE_S) -> bool:
        """Flush, and let the thread end when it has nothing to do."""
        done = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        return done

    def step(self) -> bool:
        """Do the next thing that is due, if anything is; say whether there was something."""
        with self._changed:
            job = self._next()
        if job:
            self._do(job)
        return job is not None

    def _run(self) -> None:
        while job := self._await():
            self._do(job)

    def _await(self) -> _Job | None:
        with self._changed:
            while not (job := self._next()) and not self._closing:
                pause = None if self._slot is None else max(0.0, self._due - self._clock())
                self._wait(self._changed, pause)
            return job

    def _next(self) -> _Job | None:
        if self._slot is not None and self._clock() >= self._due:
            self._queue_snapshot()
        self._busy = bool(self._jobs)
        return self._jobs.popleft() if self._jobs else None

    def _queue_snapshot(self) -> None:
        """Give the newest snapshot its place behind what was asked for before it."""
        save, self._slot, self._again = self._slot or self._again, None, None
        if save is None:
            return
        if self._jobs and self._jobs[-1].save:
            self._jobs.pop()
        self._jobs.append(_Job(partial(self._write, save), save))

    def _do(self, job: _Job) -> None:
        worked = job.run()
        with self._changed:
            if worked:
                self._again = None
            elif job.save and not self._slot and not any(later.save for later in self._jobs):
                self._again = job.save
            self._busy = False
            self._changed.notify_all()

    def _write(self, save: Work) -> bool:
        try:
            save()
        except Exception as error:
            with suppress(Exception):
                self._failed(error)
            return False
        return True


def _fulfil(future: Future[T], work: Callable[[], T]) -> bool:
    if not future.set_running_or_notify_cancel():
        return True
    try:
        result = work()
    except Exception as error:
        future.set_exception(error)
        return False
    future.set_result(result)
    return True
