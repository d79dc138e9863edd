"""Ids are canonical UUIDs of version 7, and sort by their time."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.record.ids import uuid7

TIMES = st.integers(0, (1 << 48) - 1)
RANDOM = st.binary(min_size=10, max_size=12)


@given(TIMES, RANDOM)
def test_an_id_is_a_canonical_uuid7_with_its_time(unix_ms: int, random: bytes) -> None:
    text = uuid7(unix_ms, random)
    found = UUID(text)
    assert str(found) == text
    assert found.version == 7
    assert found.variant == "specified in RFC 4122"
    assert found.int >> 80 == unix_ms


@given(TIMES, TIMES, RANDOM, RANDOM)
def test_ids_sort_by_time_when_made_at_different_times(one: int, other: int, r1: bytes, r2: bytes) -> None:
    if one != other:
        assert (uuid7(one, r1) < uuid7(other, r2)) == (one < other)


def test_the_example_of_the_standard_is_met() -> None:
    # RFC 9562, A.6; of the 80 random bits the first six are not used.
    bits = 0xCC3 << 62 | 0x18C4DC0C0C07398F
    assert uuid7(0x017F22E279B0, bits.to_bytes(10)) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@pytest.mark.parametrize(("unix_ms", "random"), [(-1, bytes(10)), (1 << 48, bytes(10)), (0, bytes(9))])
def test_an_id_is_refused_when_it_could_not_be_one(unix_ms: int, random: bytes) -> None:
    with pytest.raises(ValueError, match="ten random bytes"):
        uuid7(unix_ms, random)
