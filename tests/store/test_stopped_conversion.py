"""Whatever stops a change of the seal, and wherever: the old or the new opens, with everything in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.store.test_faults import ERRORS
from tests.store.turning import MoreFaults, play, trial_of
from tests.store.vault.lockable import Lockable

pytestmark = pytest.mark.usefixtures("cheap")


CHANGES = ["lock", "unlock", "new keys"]
EVERY = 23
"""At every so many-th call the quick form stops the change."""

WHOLE = 5_000
"""With a profile of so many examples every call fails in every way; otherwise in one after the other."""


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.timeout(120)
def test_wherever_it_is_killed_the_old_or_the_new_opens_with_everything(tmp_path: Path, change: str) -> None:
    trial = trial_of(Lockable(tmp_path / "couple"), change)
    calls = trial.calls()
    assert calls > 100
    counted = play(trial, (MoreFaults(number, 0, killed=True) for number in range(1, calls, EVERY)))
    assert counted["killed, turned"] > 0
    assert counted["killed, as it was"] > 0


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.timeout(120)
def test_whatever_call_fails_the_old_or_the_new_opens_with_everything(tmp_path: Path, change: str) -> None:
    trial = trial_of(Lockable(tmp_path / "couple"), change)

    def faults() -> Iterator[MoreFaults]:
        for turn, number in enumerate(range(1, trial.calls(), EVERY)):
            yield MoreFaults(number, ERRORS[turn % len(ERRORS)], ever_after=turn % 2 == 1)

    counted = play(trial, faults())
    assert counted["trouble, turned"] > 0
    assert counted["trouble, as it was"] > 0


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("how", ["killed", "once", "ever after"])
def test_at_every_call_the_old_or_the_new_opens_with_everything(
    tmp_path: Path, change: str, how: str
) -> None:
    trial = trial_of(Lockable(tmp_path / "couple"), change)
    play(
        trial,
        (
            MoreFaults(number, error, ever_after=how == "ever after", killed=how == "killed")
            for number in range(trial.calls())
            for error in ([0] if how == "killed" else errors(number))
        ),
    )


def errors(number: int) -> tuple[int, ...]:
    """Return the ways in which a call fails."""
    whole = settings().max_examples >= WHOLE
    return ERRORS if whole else (ERRORS[number % len(ERRORS)],)
