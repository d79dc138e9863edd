"""Triggers and links as two people could have made them, and pictures of every form of loop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from hypothesis import strategies as st

from coreg.insight.loop_picture import Kind, Picture, Place, Turned, WayOut, Wording
from coreg.record.fields import Seat
from coreg.record.maps import Came, Exit, Link, MapWords, Trigger

TODAY = date(2026, 11, 23)
MADE = datetime(2026, 11, 1, 20, 0, tzinfo=UTC)


def say(key: str, /, **facts: object) -> str:
    """Return a key with its facts, in place of a pack."""
    return " ".join([key.removeprefix("loop."), *map(str, facts.values())])


WORDING = Wording(say, {"a": "Mina", "b": "Jo"}, {"press": "keeps asking"})


def trigger(
    key: str,
    owner: Seat,
    move: str = "",
    *,
    days: int = 0,
    came: Sequence[tuple[int, int]] = (),
    **words: object,
) -> Trigger:
    """Return a trigger made ``days`` ago, which came up again at (days ago, strength)."""
    return Trigger(
        id=key,
        owner=owner,
        words=MapWords.model_validate({"move": move, **words}),
        came=tuple(Came(day=ago(one), strength=strength) for one, strength in came),
        written=MADE,
        local_date=ago(days),
    )


def ago(days: int) -> date:
    """Return a day."""
    return TODAY - timedelta(days=days)


def link(cue: str, move: str, *, nodded: bool = False, binned: str = "") -> Link:
    """Return the link of a cue to a move, by the ids of their triggers."""
    return Link(
        id=f"{cue}<{move}", cue=cue, move=move, nodded=nodded, made=MADE, local_date=TODAY, binned=binned
    )


def a_way(at: int, text: str = "slower") -> Exit:
    """Return a way out."""
    return Exit(text=text, at=at)


# Two triggers each, and one loop of two moves between them.
PAIR = (
    trigger("a1", "a", "explains again", strength=7, cue="leaves", story="no matter", softer="lonely"),
    trigger("a2", "a", "Explains  AGAIN", strength=5, days=30, cue="is late", helps_you="a word"),
    trigger("b1", "b", "leaves", strength=9, cue="is corrected", feeling="afraid", helps_me="a walk"),
    trigger("b2", "b", "leaves", days=90, came=[(3, 4)], helps_me="a walk"),
)
PAIR_LINKS = (link("a1", "b1", nodded=True), link("a2", "b1"), link("b1", "a1"), link("b2", "a1"))

# Random ones

_MOVES = ("press", "leave", "sigh", "hush")


@st.composite
def maps(draw: st.DrawFn, most: int = 8) -> tuple[list[Trigger], list[Link]]:
    """Return some triggers of both, with few different moves, and links between them, good ones and bad."""
    moves = st.sampled_from(["", *_MOVES]) if draw(st.booleans()) else st.sampled_from(_MOVES)
    triggers = [
        trigger(
            f"{owner}{number}",
            owner,
            draw(moves),
            days=draw(st.integers(0, 400)),
            came=draw(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 10)), max_size=3)),
            strength=draw(st.none() | st.integers(0, 10)),
            move_kind=draw(st.sampled_from(["", "", "press", "other"])),
        )
        for owner in SEATS
        for number in range(draw(st.integers(2, most)))
    ]
    ids = [one.id for one in triggers]
    pairs = draw(st.sets(st.tuples(*[st.sampled_from([*ids, "nobody"])] * 2), max_size=5 * most))
    return triggers, [link(*pair, nodded=draw(st.booleans())) for pair in sorted(pairs)]


SEATS: tuple[Seat, Seat] = ("a", "b")

# Pictures

_LETTERS = st.one_of(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"]),
    st.sampled_from("abcdefghij  "),
    st.sampled_from("彼は部屋を出て行く山田"),
    st.sampled_from("שלום עולם مرحبا"),
    st.sampled_from(["👩‍👩‍👧", "❤️", "👍🏽", "🇩🇪", "e\u0301", "न्", "\u200d", "\ufe0f", "…", "│", "▼"]),
)
LABELS = st.lists(_LETTERS, min_size=1, max_size=60).map(lambda found: "".join(found)[:60].strip() or "x")
_PARTS: tuple[Literal["thinks", "feels"], ...] = ("thinks", "feels")


@st.composite
def pictures(draw: st.DrawFn, moves: int | None = None) -> Picture:
    """Return a picture of two, four or six moves, with labels of up to 60 letters of every writing."""
    count = moves or draw(st.sampled_from([2, 4, 6]))
    first = draw(st.integers(0, 1))
    turns = [_turned(draw, SEATS[(first + number) % 2], (first + number) % count) for number in range(count)]
    ways = draw(st.lists(st.builds(WayOut, LABELS, st.integers(0, 2 * count - 1)), max_size=4))
    return Picture(tuple(turns), tuple(ways))


def _turned(draw: st.DrawFn, owner: Seat, number: int) -> Turned:
    there: list[Kind] = ["notices", *(part for part in _PARTS if draw(st.booleans())), "does"]
    places = tuple(Place(owner, kind, f"{kind} {draw(LABELS)[:20]}", draw(LABELS), number) for kind in there)
    return Turned(places, draw(st.booleans()))


def picture(
    texts: Mapping[Kind, str] | None = None, moves: int = 2, ways: Sequence[tuple[int, str]] = ()
) -> Picture:
    """Return a picture whose places all read the same."""
    texts = texts or {"notices": "a sigh", "thinks": "not again", "feels": "small", "does": "goes quiet"}
    return Picture(
        tuple(
            Turned(tuple(Place(SEATS[number % 2], kind, kind, text, number) for kind, text in texts.items()))
            for number in range(moves)
        ),
        tuple(WayOut(text, at) for at, text in ways),
    )
