"""What helps in a moment: only what was said to be good for it, in the way it is looked for, and not much."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.helping import MOST, Help, fitting, when_of
from coreg.practice.play import SEATS, Seat

SHOWER = Help("a shower", ("alone",), ("up",), "a")
WALK = Help("a walk", (), ("up", "shut"))
SONG = Help("a song", ("together",), ("up",), "b")
TEA = Help("tea", ("alone",), ())


def test_what_fits_is_named_in_its_order() -> None:
    helps = (SHOWER, WALK, SONG, TEA)
    assert fitting(helps, "up", "alone") == ("a shower", "a walk")
    assert fitting(helps, "up", "together") == ("a walk", "a song")
    assert fitting(helps, "up", "alone", "b") == ("a walk",)
    assert fitting(helps, "settled", "alone") == ()
    assert fitting((), "up", "alone") == ()


def test_a_reason_says_what_should_help_or_nothing() -> None:
    assert [when_of(one) for one in ("near", "someone_low", "both_settled", "unsaid")] == [
        "up",
        "shut",
        "settled",
        "",
    ]


HELPS = st.lists(
    st.builds(
        Help,
        st.text(min_size=1, max_size=3),
        st.lists(st.sampled_from(("alone", "together")), unique=True).map(tuple),
        st.lists(st.sampled_from(("up", "shut", "settled")), unique=True).map(tuple),
        st.one_of(st.none(), st.sampled_from(SEATS)),
    ),
    max_size=8,
)


@given(HELPS, st.one_of(st.none(), st.sampled_from(SEATS)))
def test_never_more_than_a_few_and_never_the_other_ones(helps: list[Help], seat: Seat | None) -> None:
    found = fitting(helps, "up", "alone", seat)
    assert len(found) <= MOST
    good = {one.title for one in helps if "up" in one.when and (seat is None or one.owner in (seat, None))}
    assert set(found) <= good
