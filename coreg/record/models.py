"""What a couple's books hold, validated wherever it comes from outside.

Every model is frozen and keeps fields it does not know, so that a book written by a newer coreg of the same
schema loses nothing here. Nothing anywhere says who stopped, declined, extended or interrupted.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict

from coreg.record.fields import Day, Flag, Moment, Phrase, Seat, Seconds, Text, Word
from coreg.record.schema import SCHEMA

__all__ = [
    "SCHEMA",
    "Agreement",
    "Card",
    "Couple",
    "Day",
    "Entry",
    "Later",
    "Line",
    "Mark",
    "Moment",
    "Note",
    "Pair",
    "Part",
    "Partner",
    "PauseAgreement",
    "Record",
    "Seat",
    "Session",
    "Text",
    "Word",
]


class Part(BaseModel):
    """The base of everything here: frozen, forgiving about fields, silent about values in its errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        allow_inf_nan=False,
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
        defer_build=True,
    )


class Record(Part):
    """What is stored and merged as one: it has an identity and a lineage."""

    id: Word = ""
    """A version 7 UUID; empty until the store first keeps the record."""
    device: Word = ""
    """The device that wrote this version."""
    was: Word = ""
    """The stamp of the version this one was edited from; empty for the first."""
    line_of: tuple[Word, ...] = ()
    """The stamps of some versions before that one, so that a merge can tell what came from what."""
    changed: Word = ""
    """The stamp of this version."""
    binned: Word = ""
    """The stamp at which it went into the bin; empty while it is not there."""
    taken_out: tuple[Word, ...] = ()
    """The ids of its lines and later words that were deleted for good, so that no merge brings them back."""
    beside: Word = ""
    """The id of the record of which this is what another copy of the book said; empty for almost all."""


class Card(Part):
    """What somebody wrote, in calm times, for the other to read when it is a lot."""

    helps: tuple[Word, ...] = ()
    """What helps: "hand", "near", "breath" ..., by the list in the words of cards."""
    avoid: tuple[Word, ...] = ()
    """What does not: "advice", "questions" ..., by the list there."""
    own: tuple[Phrase, ...] = ()
    """Up to three short lines in own words."""


class Partner(Part):
    """One of the two."""

    name: Phrase
    """What the other calls them."""
    line: Annotated[int, Strict(), Field(ge=0, le=10)] = 7
    """Their own line on the 0 to 10 scale, shown to nobody."""
    cautions: dict[Word, Day] = {}
    """The day on which they last read a caution, by its id; `holds` is the one before holding the breath."""
    card: Card | None = None
    """What helps them when it is a lot; none before they have said."""


class PauseAgreement(Part):
    """What the two agreed about pauses, when it was calm. Every text may be empty."""

    word: Phrase = ""
    """What either says to ask for one."""
    gesture: Phrase = ""
    """What either does where words are too much."""
    minutes: Annotated[int, Strict(), Field(ge=20, le=1440)] = 30
    """How long a pause usually is."""
    places: Phrase = ""
    """Where each goes meanwhile."""
    rules: Phrase = ""
    """What neither does: follow, have a last word, write."""
    a: Phrase = ""
    """What a does to settle."""
    b: Phrase = ""
    """What b does to settle."""
    care: Phrase = ""
    """Who looks after children and pets."""
    too_long: Phrase = ""
    """What is too long."""
    looked: Day
    """The day on which both last looked at it."""


class Couple(Record):
    """The two, and how they sit."""

    a: Partner
    """The one who is `a` in every record."""
    b: Partner
    """The one who is `b` in every record."""
    left: Seat = "a"
    """Who sits on the left tonight."""
    made: Moment
    """When the book was begun."""
    pause: PauseAgreement | None = None
    """What they agreed about pauses; none before they have."""


class Mark(Part):
    """What one of the two said about themselves at a check-in or check-out."""

    state: Word | None = None
    """One of the five states."""
    inside: Annotated[int, Strict(), Field(ge=0, le=10)] | None = None
    """0 settled to 10 more than I can hold."""
    pleasant: Annotated[int, Strict(), Field(ge=1, le=9)] | None = None
    """Across the grid of Russell (1989): 1 unpleasant to 9 pleasant."""
    energy: Annotated[int, Strict(), Field(ge=1, le=9)] | None = None
    """Up the grid: 1 sleepy to 9 wide awake."""
    feelings: tuple[Phrase, ...] = ()
    """Up to three words."""
    needs: tuple[Phrase, ...] = ()
    """Up to two words."""
    line: Text = ""
    """One line in own words."""
    like: Phrase | None = None
    """What they would like tonight."""


class Pair(Part):
    """Both marks. One alone is never kept."""

    a: Mark
    """Of partner `a`."""
    b: Mark
    """Of partner `b`."""


class Later(Part):
    """A word added under a line or a note after its evening."""

    id: Word
    """A version 7 UUID."""
    text: Text
    """The word."""
    at: Moment
    """When it was added."""
    by: Seat | None = None
    """Whose word it is, if one of them signed it."""
    binned: Word = ""
    """The stamp at which it went into the bin."""
    beside: Word = ""
    """The id of the word of which this is what another copy of the book said; empty for almost all."""


class Line(Part):
    """One thing that was written down while they sat together."""

    id: Word
    """A version 7 UUID."""
    kind: Word
    """"stays", "thanks", "topic" ..."""
    text: Text
    """The line."""
    by: Seat | None = None
    """Who said it; whose name it bears."""
    at: Moment
    """When it was written."""
    later: tuple[Later, ...] = ()
    """Words added under it since."""
    binned: Word = ""
    """The stamp at which it went into the bin."""
    beside: Word = ""
    """The id of the line of which this is what another copy of the book said; empty for almost all."""


class Entry(Part):
    """One practice of a session."""

    id: Word
    """A version 7 UUID."""
    n: Annotated[int, Strict()]
    """Its place in the session; order is by this, never by time."""
    practice: Word
    """"breathe", "day_talk" ..."""
    variant: Word = ""
    """The pattern or form of it: "easy46" ..."""
    params: dict[Word, Phrase | int | float | bool] = Field(default_factory=dict)
    """What it was set to."""
    planned_s: Seconds = 0.0
    """How long it was meant to take, in seconds."""
    done_s: Seconds = 0.0
    """How long it took, in seconds."""
    ended_early: Flag = False
    """Whether it was stopped; by whom is kept nowhere."""
    before: Pair | None = None
    """How they were before it."""
    after: Pair | None = None
    """How they were after it."""
    lines: tuple[Line, ...] = ()
    """What was written in it."""
    steps: tuple[Word, ...] = ()
    """The ids of the steps that were done."""


class Session(Record):
    """One sitting of the two."""

    kind: Word
    """"quiet", "five", "breathe", "day_talk" ..."""
    started: Moment
    """When it began; it belongs to that year."""
    ended: Moment
    """When it ended."""
    zone: Word = ""
    """The name of the time zone they sat in."""
    local_date: Day
    """The date on their wall when it began."""
    planned_s: Seconds = 0.0
    """How long it was meant to take, in seconds."""
    done_s: Seconds = 0.0
    """How long it took, in seconds, pauses left out."""
    ended_early: Flag = False
    """Whether it was stopped; by whom is kept nowhere."""
    check_in: Pair | None = None
    """How they arrived."""
    check_out: Pair | None = None
    """How they left."""
    entries: tuple[Entry, ...] = ()
    """The practices, in order."""


class Note(Record):
    """A shared note, written in a session or outside one."""

    text: Text
    """The note."""
    written: Moment
    """When it was written."""
    zone: Word = ""
    """The name of the time zone it was written in."""
    local_date: Day
    """The date on the wall when it was written."""
    session: Word | None = None
    """The session it belongs to."""
    entry: Word | None = None
    """The practice in that session it belongs to."""
    by: Seat | None = None
    """Who wrote it, where one of them has shown it to the other from what was theirs alone."""
    later: tuple[Later, ...] = ()
    """Words added under it since."""


class Agreement(Record):
    """Something the two said they would do."""

    text: Text
    """What they said."""
    made: Moment
    """When they said it."""
    local_date: Day
    """The date on the wall when they said it."""
    look_again: Day | None = None
    """The day on which they wanted to look at it again."""
    session: Word | None = None
    """The session it was made in."""
    state: Literal["open", "kept", "let_go"] = "open"
    """Open until both say otherwise; letting go is no failure."""
    closed: Moment | None = None
    """When it stopped being open."""
