"""The first start is a fold: forward one step at a time, back one step at a time, nothing half done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.hello import (
    ASKED,
    OFFERS,
    PATIENCE,
    Asking,
    Breathed,
    Hello,
    HelloEvent,
    KeyArrived,
    Made,
    Named,
    WentBack,
    apply,
    arrived,
    back,
    offered,
)
from coreg.practice.play import Pressed

STAGES = ["names", "keys", "ready", "page", "making", "breaths", "over"]
KEYS = ("f", "z", "j", "/")
ALL_OFFERS = [key for keys in OFFERS.values() for key in keys]


def after(*events: HelloEvent) -> Hello:
    """Return a first start to which all of this happened."""
    hello = Hello()
    for event in events:
        hello = apply(hello, event)
    return hello


NAMED = Named(1.0, "Mina", "Jo")
PRESSED = tuple(KeyArrived(2.0 + at, key) for at, key in enumerate(KEYS))
BOTH = (Pressed(7.0, "b"), Pressed(8.0, "a"))
TO_READY: tuple[HelloEvent, ...] = (NAMED, *PRESSED)
TO_PAGE: tuple[HelloEvent, ...] = (*TO_READY, *BOTH)
TO_MAKING: tuple[HelloEvent, ...] = (*TO_PAGE, *BOTH)


def test_the_whole_way_leads_home() -> None:
    seen = ["names"]
    hello = Hello()
    for event in (*TO_MAKING, Made(9.0, done=True), Breathed(40.0)):
        hello = apply(hello, event)
        if hello.stage != seen[-1]:
            seen.append(hello.stage)
    assert seen == STAGES
    assert hello.names == ("Mina", "Jo")
    assert hello.asking.chosen == dict(zip(ASKED, KEYS, strict=True))


def test_one_alone_does_not_go_on() -> None:
    hello = after(*TO_READY, Pressed(7.0, "a"), Pressed(8.0, "a"))
    assert hello.stage == "ready"
    assert apply(hello, Pressed(9.0, "b")).stage == "page"


def test_a_book_that_could_not_be_made_leads_back_to_the_page() -> None:
    hello = after(*TO_MAKING, Made(9.0, done=False))
    assert (hello.stage, hello.both) == ("page", frozenset())


def test_going_back_undoes_one_step_at_a_time() -> None:
    hello = after(*TO_PAGE, Pressed(9.0, "a"))
    stages = []
    for _ in range(8):
        hello = apply(hello, WentBack(10.0))
        stages.append((hello.stage, len(hello.asking.pressed), len(hello.both)))
    assert stages[:6] == [
        ("ready", 4, 0),
        ("keys", 3, 0),
        ("keys", 2, 0),
        ("keys", 1, 0),
        ("keys", 0, 0),
        ("names", 0, 0),
    ]
    assert stages[6:] == [("names", 0, 0)] * 2
    assert hello.names == ("Mina", "Jo")


def test_what_means_nothing_now_changes_nothing() -> None:
    start, making = Hello(), after(*TO_MAKING)
    early: tuple[HelloEvent, ...] = (PRESSED[0], BOTH[0], Made(1.0, done=True), Breathed(1.0), WentBack(1.0))
    late: tuple[HelloEvent, ...] = (NAMED, PRESSED[0], BOTH[0], Breathed(1.0), WentBack(1.0))
    assert {apply(start, event) for event in early} == {start}
    assert {apply(making, event) for event in late} == {making}


def test_another_key_is_offered_when_ten_seconds_brought_none() -> None:
    asking = Asking(since=100.0)
    moments = (100.0, 100.0 + PATIENCE - 0.1, 100.0 + PATIENCE, 100.0 + 2 * PATIENCE, 100.0 + 99 * PATIENCE)
    assert [offered(asking, now) for now in moments] == ["f", "f", "d", "a", "a"]
    assert offered(asking, 0.0) == "f"


def test_a_key_that_is_taken_is_not_offered() -> None:
    asking = Asking(since=0.0, pressed=("j", "z"))
    assert asking.asked == "right.main"
    assert offered(asking, 0.0) == "k"


def test_nothing_is_asked_or_offered_when_all_are_there() -> None:
    full = Asking(pressed=KEYS)
    assert full.asked is None
    assert offered(full, 99.0) == ""
    assert arrived(full, "x", 1.0) == full
    assert back(full, 1.0) == Asking(1.0, KEYS[:-1])


@given(
    st.lists(st.sampled_from([key for keys in OFFERS.values() for key in keys]), max_size=4),
    st.floats(0, 1e4),
)
def test_there_is_always_something_to_offer(pressed: list[str], now: float) -> None:
    asking = Asking(pressed=tuple(pressed[:3]))
    assert asking.asked is not None
    assert offered(asking, now) not in asking.pressed


@given(
    st.lists(
        st.one_of(
            st.just(NAMED),
            st.sampled_from(PRESSED),
            st.sampled_from(BOTH),
            st.booleans().map(lambda done: Made(3.0, done)),
            st.just(Breathed(3.0)),
            st.just(WentBack(3.0)),
        ),
        max_size=40,
    )
)
def test_the_book_is_made_only_after_names_keys_and_both(events: list[HelloEvent]) -> None:
    hello = after(*events)
    if hello.stage in STAGES[2:]:
        assert len(hello.asking.pressed) == len(ASKED)
        assert all(hello.names)
    assert len(hello.both) < 2
