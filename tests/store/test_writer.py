"""One thread writes, in order; of snapshots only the newest; nobody at the keyboard waits."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from threading import Condition

import pytest

from coreg.store import Writer


class Bench:
    """A writer without a thread, a clock that is set by hand, and a disk that can refuse."""

    def __init__(self) -> None:
        self.time = 0.0
        self.done: list[str] = []
        self.errors: list[Exception] = []
        self.full = False
        self.writer = Writer(failed=self.errors.append, clock=lambda: self.time, wait=self.wait, start=False)

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """Let somebody else work while a caller waits; or let the time pass."""
        if not self.writer.step():
            self.time += seconds or 0.0

    def act(self, name: str) -> Callable[[], str]:
        def act() -> str:
            if self.full:
                raise OSError(name)
            self.done.append(name)
            return name

        return act

    def slow(self) -> None:
        """Take three seconds, and have more to do after."""
        self.time += 3.0
        self.writer.submit(self.act("more"))

    def all_due(self) -> list[str]:
        while self.writer.step():
            pass
        done, self.done = self.done, []
        return done


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_jobs_are_done_in_order_and_hold_what_they_returned(bench: Bench) -> None:
    futures = [bench.writer.submit(bench.act(name)) for name in "abc"]
    assert bench.all_due() == ["a", "b", "c"]
    assert [future.result(0) for future in futures] == ["a", "b", "c"]


def test_a_job_that_fails_tells_who_asked_and_the_others_go_on(bench: Bench) -> None:
    bench.full = True
    failed = bench.writer.submit(bench.act("a"))
    bench.writer.step()
    bench.full = False
    bench.writer.submit(bench.act("b"))
    assert bench.all_due() == ["b"]
    with pytest.raises(OSError, match="a"):
        failed.result(0)
    assert bench.errors == []


def test_a_job_that_was_given_up_is_not_done(bench: Bench) -> None:
    future = bench.writer.submit(bench.act("a"))
    future.cancel()
    assert bench.all_due() == []
    with pytest.raises(CancelledError):
        future.result(0)


def test_a_snapshot_waits_half_a_second_after_the_first_change_for_more(bench: Bench) -> None:
    for at, name in ((0.0, "a"), (0.3, "b"), (0.49, "c")):
        bench.time = at
        bench.writer.snapshot(bench.act(name))
        assert bench.all_due() == []
    bench.time = 0.5
    assert bench.all_due() == ["c"]
    bench.writer.snapshot(bench.act("d"))
    bench.time = 0.99
    assert bench.all_due() == []
    bench.time = 1.0
    assert bench.all_due() == ["d"]


def test_an_urgent_snapshot_waits_for_nothing(bench: Bench) -> None:
    bench.writer.snapshot(bench.act("a"))
    bench.writer.snapshot(bench.act("b"), urgent=True)
    assert bench.all_due() == ["b"]
    bench.time = 9.0
    assert bench.all_due() == []


def test_of_urgent_snapshots_too_only_the_newest_is_written(bench: Bench) -> None:
    for name in "abc":
        bench.writer.snapshot(bench.act(name), urgent=True)
    assert bench.all_due() == ["c"]


def test_what_comes_after_a_snapshot_is_done_after_it(bench: Bench) -> None:
    bench.writer.snapshot(bench.act("snapshot"))
    bench.writer.submit(bench.act("close"))
    assert bench.all_due() == ["snapshot", "close"]
    bench.writer.submit(bench.act("job"))
    bench.writer.snapshot(bench.act("snapshot"), urgent=True)
    bench.writer.submit(bench.act("close"))
    assert bench.all_due() == ["job", "snapshot", "close"]


def test_a_snapshot_that_failed_is_tried_again_as_its_successor(bench: Bench) -> None:
    bench.full = True
    bench.writer.snapshot(bench.act("a"), urgent=True)
    bench.all_due()
    assert [str(error) for error in bench.errors] == ["a"]
    bench.full = False
    bench.writer.snapshot(bench.act("b"), urgent=True)
    assert bench.all_due() == ["b"]
    assert bench.writer.flush()
    assert bench.all_due() == []


def test_a_snapshot_that_failed_is_tried_again_before_what_comes_next(bench: Bench) -> None:
    bench.full = True
    bench.writer.snapshot(bench.act("a"), urgent=True)
    bench.all_due()
    bench.full = False
    bench.writer.submit(bench.act("b"))
    assert bench.all_due() == ["a", "b"]


def test_a_snapshot_is_not_tried_again_when_it_is_out_of_date(bench: Bench) -> None:
    bench.full = True
    bench.writer.snapshot(bench.act("old"), urgent=True)
    bench.writer.submit(bench.act("closes the sitting"))
    bench.writer.step()
    bench.full = False
    bench.all_due()
    assert bench.writer.flush()
    assert bench.all_due() == []


def test_a_snapshot_that_failed_does_not_come_back_over_a_newer_one(bench: Bench) -> None:
    def fail() -> None:
        bench.writer.snapshot(bench.act("new"), urgent=True)
        raise OSError

    bench.writer.snapshot(fail, urgent=True)
    assert bench.all_due() == ["new"]
    assert bench.writer.flush()
    assert bench.all_due() == []


def test_a_snapshot_is_still_tried_again_when_a_later_job_failed_too(bench: Bench) -> None:
    bench.full = True
    bench.writer.snapshot(bench.act("a"), urgent=True)
    bench.writer.submit(bench.act("b"))
    bench.all_due()
    assert not bench.writer.flush()
    bench.full = False
    assert bench.writer.flush()
    assert bench.all_due() == ["a"]


def test_flushing_writes_at_once_what_waits(bench: Bench) -> None:
    bench.writer.snapshot(bench.act("a"))
    assert bench.writer.flush()
    assert bench.time == 0.0
    assert bench.all_due() == ["a"]


def test_flushing_gives_up_after_its_time(bench: Bench) -> None:
    bench.writer.submit(bench.slow)
    assert not bench.writer.flush(2.0)
    assert bench.time >= 2.0


def test_nobody_hears_of_an_error_that_was_not_asked_for() -> None:
    writer = Writer(start=False)
    writer.snapshot(lambda: 1 // 0, urgent=True)
    assert writer.step()
    assert not writer.step()


def test_one_who_fails_to_hear_of_an_error_stops_nothing(bench: Bench) -> None:
    def fail(_: Exception) -> None:
        raise RuntimeError

    writer = Writer(failed=fail, start=False)
    writer.snapshot(lambda: 1 // 0, urgent=True)
    writer.submit(bench.act("b"))
    while writer.step():
        pass
    assert bench.done == ["b"]


# With a thread


def test_the_thread_writes_while_nobody_waits() -> None:
    done: list[str] = []
    writer = Writer(quiet_s=3600)
    assert writer.submit(lambda: threading.current_thread().name).result(5) == "writer"
    writer.snapshot(lambda: done.append("waits"))
    writer.snapshot(lambda: done.append("urgent"), urgent=True)
    assert writer.flush()
    assert done == ["urgent"]
    writer.snapshot(lambda: done.append("last"))
    assert writer.close()
    assert done == ["urgent", "last"]


def test_the_thread_writes_by_itself_when_it_is_time() -> None:
    written = threading.Event()
    writer = Writer(quiet_s=0.01)
    writer.snapshot(written.set)
    assert written.wait(5)
    writer.close()


def test_closing_does_not_wait_for_ever_for_a_disk_that_stalls() -> None:
    stalled = threading.Event()
    writer = Writer()
    future = writer.submit(lambda: stalled.wait(5))
    assert not writer.flush(0.01)
    assert not writer.close(0.01)
    stalled.set()
    assert future.result(5)


def test_the_thread_ends_when_it_was_closed() -> None:
    before = threading.active_count()
    writer = Writer()
    thread = writer.submit(threading.current_thread).result(5)
    assert writer.close()
    thread.join(5)
    assert threading.active_count() == before
