"""Long trials stand where each of those who share the tests begins, and no test is lost or run twice."""

from hypothesis import given
from hypothesis import strategies as st

from tests.dealing import USUAL, dealt


def shares(tests: list[str], workers: int) -> list[list[str]]:
    """Return what each of the workers gets at first."""
    pieces = []
    for left in range(workers, 0, -1):
        size = len(tests) // left
        pieces.append(tests[:size])
        tests = tests[size:]
    return pieces


def test_each_begins_with_its_part_of_the_longest() -> None:
    lengths = {f"t{number}": USUAL for number in range(20)} | {
        "t3": 300.0,
        "t4": 900.0,
        "t19": 600.0,
        "t9": 90.0,
    }
    first, second, third = shares(dealt(list(lengths), list(lengths.values()), 3), 3)
    assert first[:3] == ["t4", "t9", "t0"]
    assert second[:2] == ["t19", "t6"]
    assert third[0] == "t3"


def test_nothing_changes_where_nothing_is_long() -> None:
    tests = ["b", "a", "c", "d"]
    assert dealt(tests, [USUAL] * 4, 3) == tests


@given(st.lists(st.sampled_from([USUAL, 90.0, 600.0]), max_size=40), st.integers(1, 8))
def test_every_test_runs_once(seconds: list[float], workers: int) -> None:
    assert sorted(dealt(range(len(seconds)), seconds, workers)) == list(range(len(seconds)))
