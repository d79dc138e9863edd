"""What the bench tells of a breath: every cell beside two plain programs, and each figure by its goal."""

from __future__ import annotations

import pytest

from scripts.bench import _asked
from scripts.bench_breathe import Beside, Cell, figures
from scripts.bench_keys import Seen
from scripts.bench_motion import Window
from scripts.bench_numbers import Figure, verdict
from scripts.bench_proc import Usage


def beside(rate: int, *, frames: int, cpu: float = 0.5, took: tuple[float, ...] = (0.004,)) -> Beside:
    """Return what a program did in five seconds."""
    moments = tuple(number / rate for number in range(frames))
    return Beside(Window(5.0, moments, frames, 1000 * frames, Usage(cpu=cpu), rate), Seen(took, 0))


def told(
    rate: int, size: tuple[int, int] = (112, 32), cpu: float = 0.5, took: tuple[float, ...] = (0.004,)
) -> dict[str, Figure]:
    """Return the figures of a cell by what they are of."""
    ours = beside(rate, frames=5 * rate, cpu=cpu, took=took)
    cell = Cell(size, rate, ours, beside(rate, frames=5 * rate), beside(rate, frames=2 * rate))
    return {figure.what.split(", ", 1)[1]: figure for figure in figures(cell)}


def test_a_perfect_breath_meets_every_goal() -> None:
    found = told(30)
    assert {figure.row for figure in found.values()} == {7, 8, 9, 10, 12}
    assert {verdict(found[what]) for what in found if found[what].goal is not None} == {"met", "missed"}
    missed = [what for what, figure in found.items() if verdict(figure) == "missed"]
    # It costs as much as the plain way here.
    assert missed == ["processor against the plain way"]
    assert found["gap p95 in periods"].value == pytest.approx(1.0)
    assert found["bytes a frame"].value == pytest.approx(1.0)


def test_each_figure_says_what_the_plain_programs_did() -> None:
    found = told(30)
    assert found["frames that changed something"].detail == "tick 1, plain 0.4"
    assert found["processor against a bare tick"].detail == "0.100 to 0.100 of a processor"


@pytest.mark.parametrize(
    ("rate", "size", "goal"),
    [(15, (80, 24), 0.97), (30, (200, 60), 0.97), (60, (80, 24), 0.8), (60, (112, 32), 0.95)],
)
def test_frames_have_the_goal_of_their_size_and_rate(rate: int, size: tuple[int, int], goal: float) -> None:
    assert told(rate, size)["frames that changed something"].goal == goal


def test_a_dear_breath_and_a_slow_key_miss_their_goals() -> None:
    found = told(30, cpu=1.0, took=(0.004, 0.2))
    assert verdict(found["processor against a bare tick"]) == "missed"
    assert verdict(found["key p99"]) == "missed"


def test_keys_that_nobody_answered_are_as_late_as_can_be() -> None:
    assert told(30, took=())["key p50"].value == float("inf")


def test_breathe_is_a_bench_of_its_own() -> None:
    asked = _asked(["breathe", "--seconds", "2", "--rates", "15,60"])
    assert (asked.what, asked.seconds, asked.rates) == ("breathe", 2.0, (15, 60))
    assert _asked([]).what == "rows"
