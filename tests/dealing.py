"""The order in which long trials are handed to the workers of a test run."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

__all__ = ["USUAL", "dealt", "patience"]

Test = TypeVar("Test")

USUAL = 60.0
"""Seconds a test may take where nothing else is said."""


def patience(item: pytest.Item) -> float:
    """Return for how many seconds a long trial may run (s); ``USUAL`` for every other test."""
    allowed = item.get_closest_marker("timeout")
    if allowed is None or item.get_closest_marker("long") is None:
        return USUAL
    return float(allowed.args[0])


def dealt(tests: Sequence[Test], seconds: Sequence[float], workers: int) -> list[Test]:
    """Return tests so that every worker begins with its part of the longest.

    A run is shared out as one piece of it to each worker, and one who is done takes from the end of
    another's: what takes minutes has to stand at a beginning, or everybody waits for it in the end.

    Args:
        tests: in the order they were found; it stays, but for the long ones.
        seconds: what each may take; more than ``USUAL`` makes it one of the long ones.
        workers: how many share them.
    """
    by_length = sorted(range(len(tests)), key=lambda place: -seconds[place])
    long = [place for place in by_length if seconds[place] > USUAL]
    rest = [place for place in range(len(tests)) if seconds[place] <= USUAL]
    order: list[int] = []
    for worker in range(workers):
        mine = long[worker::workers]
        share = (len(tests) - len(order)) // (workers - worker)
        more = max(0, share - len(mine))
        order += mine + rest[:more]
        del rest[:more]
    return [tests[place] for place in order + rest]
