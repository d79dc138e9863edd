"""What came from what, by stamps alone."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coreg.record.ids import uuid7
from coreg.record.lineage import KEPT, common, derived_id, descends, edited_from, joined, origin
from coreg.record.stamp import next_stamp
from tests.unit.record.versions import Row, edit, note, stamp


def chain(length: int) -> list[Row]:
    found = [note("first")]
    for number in range(length):
        found.append(edit(found[-1], number + 2))
    return found


def test_a_version_knows_twenty_before_the_one_it_was_edited_from() -> None:
    versions = chain(KEPT + 5)
    last = versions[-1]
    known = [descends(last, one) for one in versions]
    assert known == [False] * 4 + [True] * (KEPT + 1) + [False]
    assert not any(descends(one, last) for one in versions)


def test_a_first_version_comes_from_nothing_and_one_without_a_stamp_is_before_none() -> None:
    assert edited_from(note("x")) == {"was": stamp(1), "line_of": []}
    assert not descends(note("x"), note("y", changed=""))


def test_the_last_common_version_is_found() -> None:
    first, second, third = chain(2)
    left, right = edit(second, 8, "left"), edit(third, 9, "right")
    assert common(left, right) == second["changed"]
    assert common(third, right) == third["changed"]
    assert common(note("x"), note("y", changed=stamp(5))) == ""
    assert common(first, right) == first["changed"]


def test_what_two_versions_become_comes_from_both_and_from_all_before_them() -> None:
    base = note("base")
    left, right = edit(edit(base, 2), 8, "left"), edit(base, 9, "right")
    row = {**right, **joined(right, left)}
    assert all(descends(row, one) for one in (base, left, right))
    assert joined(right, left) == {**joined(right, left), "was": right["changed"]}
    assert right["changed"] < row["changed"] < stamp(10)
    assert row["changed"] < next_stamp(right["changed"], 0, "d")
    assert origin(row["changed"]) == right["changed"] == origin(right["changed"])


def test_joining_again_sorts_after_and_keeps_the_origin() -> None:
    base, left, right = note("base"), note("l", changed=stamp(2, "l")), note("r", changed=stamp(3, "r"))
    once = {**right, **joined(right, left)}
    twice = {**once, **joined(once, base)}
    assert twice["changed"] > once["changed"]
    assert len(twice["changed"]) == len(once["changed"])
    assert origin(twice["changed"]) == right["changed"]
    assert all(descends(twice, one) for one in (once, base, left, right))


@given(st.integers(0, (1 << 48) - 1), st.binary(min_size=10, max_size=10), st.text(), st.text())
def test_a_derived_id_is_a_new_one_soon_after_and_always_the_same(
    ms: int, random: bytes, one: str, other: str
) -> None:
    key = uuid7(ms, random)
    made = derived_id(key, one)
    assert UUID(made).version == 7
    assert made == derived_id(key, one)
    assert 0 <= (UUID(made).int >> 80) - ms <= 1000
    assert made != key
    assert (made == derived_id(key, other)) == (one == other)


def test_an_id_that_is_no_uuid_has_derived_ones_too() -> None:
    assert UUID(derived_id("n1", "x")).version == 7
    assert derived_id("n1", "x") != derived_id("n2", "x")
