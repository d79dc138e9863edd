"""What sets each of the two off, the loop between them, what helps: triggers, links, loops, glimmers.

A trigger that one of them keeps alone is a `PrivateTrigger` and is stored only sealed; what its owner shows
of it is a `Trigger` beside the other records, with the released words alone.
"""

from typing import Annotated, Literal

from pydantic import Field, Strict

from coreg.record.fields import Day, Flag, Moment, Phrase, Seat, Text, Word
from coreg.record.models import Part, Record

__all__ = [
    "SHOWABLE",
    "Came",
    "Earlier",
    "Exit",
    "Glimmer",
    "Link",
    "Loop",
    "MapWords",
    "PrivateTrigger",
    "Resource",
    "Side",
    "Trigger",
]

Strength = Annotated[int, Strict(), Field(ge=0, le=10)]
"""How strong it is in the first seconds: 0 settled to 10 more than I can hold."""


class MapWords(Part):
    """The fields of one trigger. Any of them may be empty; the five asked for at first come first."""

    cue: Text = ""
    """When: what anyone in the room could see or hear."""
    body: tuple[Phrase, ...] = ()
    """In my body."""
    story: Text = ""
    """I tell myself that ..."""
    move: Phrase = ""
    """Then I ..."""
    need: Phrase = ""
    """It would help ..."""
    name: Phrase = ""
    """What its owner calls it."""
    cue_kind: Word = ""
    """What sort of thing the cue is: "tone", "silence", "leaving" ..., by the list in the words of maps."""
    strength: Strength | None = None
    """The first seconds."""
    state: Literal["up", "shut"] | None = None
    """Stirred up, or shut down."""
    feeling: Phrase = ""
    """The feeling that shows."""
    softer: Phrase = ""
    """The softer one below it."""
    echo: Text = ""
    """An old echo, in one line; nobody needs to go there."""
    move_kind: Word = ""
    """What sort of move it is: "press", "go_quiet", "freeze" ..., by the list in the words of maps."""
    helps_me: Text = ""
    """What helps from me."""
    helps_you: Text = ""
    """What helps from you."""
    please_dont: Text = ""
    """Please don't."""
    early_sign: Phrase = ""
    """The first small sign of it."""


SHOWABLE = tuple(MapWords.model_fields)
"""The names of the fields, each of which can be shown alone."""


class Came(Part):
    """One time at which it came up again."""

    day: Day
    """The date on the wall."""
    strength: Strength
    """How strong it was."""


class Earlier(Part):
    """What the map said before it was changed."""

    at: Moment
    """When it was changed."""
    words: MapWords
    """What stood there until then."""


class Trigger(Record):
    """What the other may see of a trigger, or all of one that was made for both."""

    owner: Seat
    """Whose it is."""
    words: MapWords
    """What is shown; a field that is not is empty."""
    came: tuple[Came, ...] = ()
    """When it came up again, oldest first."""
    earlier: tuple[Earlier, ...] = ()
    """Earlier versions, oldest first; none of one that its owner also keeps alone."""
    written: Moment
    """When it was first shown."""
    zone: Word = ""
    """The name of the time zone it was written in."""
    local_date: Day
    """The date on the wall when it was first shown."""


class PrivateTrigger(Part):
    """A trigger for its owner's eyes, with all there is of it."""

    id: Word = ""
    """A random mark, which tells nothing; empty until it is first kept."""
    words: MapWords
    """All fields."""
    came: tuple[Came, ...] = ()
    """When it came up again, oldest first."""
    earlier: tuple[Earlier, ...] = ()
    """Earlier versions, oldest first."""
    at_field: Word = ""
    """The field at which it was left to be gone on with; empty when the five are done."""
    closing: Phrase = ""
    """The one good thing at the end, from its first letter until it is decided whether it is kept."""
    shown: tuple[Word, ...] = ()
    """The names of the fields that the other may see, in their order."""
    shared: Word = ""
    """The id of the `Trigger` that shows them; empty while nothing is shown."""
    written: Moment
    """When it was begun."""
    zone: Word = ""
    """The name of the time zone it was written in."""
    local_date: Day
    """The date on the wall when it was begun."""
    binned: Word = ""
    """The stamp at which its owner put it into their bin; empty while it is not there."""
    beside: Word = ""
    """The id of the trigger of which this is what another copy of the book said; empty for almost all."""


class Link(Record):
    """ "This cue of mine is that move of yours": drawn by the owner of the cue."""

    cue: Word
    """The id of the `Trigger` whose cue it is."""
    move: Word
    """The id of the other's `Trigger` in which that move stands."""
    nodded: Flag = False
    """Whether the owner of the move sees it so, too."""
    made: Moment
    """When it was drawn."""
    local_date: Day
    """The date on the wall when it was drawn."""


class Side(Part):
    """One column of a scene that the two looked at together: what it is like from one seat."""

    notice: Phrase = ""
    """I notice ..."""
    tell: Phrase = ""
    """I tell myself ..."""
    outside: Phrase = ""
    """What I feel on the outside."""
    inside: Phrase = ""
    """What I feel inside."""
    do: Phrase = ""
    """Then I ..., which the other notices."""


class Exit(Part):
    """One way out of a loop that both agreed on; an agreement has it as well, without the loop's name."""

    text: Phrase
    """One sentence."""
    kind: Literal["sentence", "gesture", "word"] = "sentence"
    """What it is: something to say, a gesture, a code word."""
    at: Annotated[int, Strict(), Field(ge=0, le=11)] = 0
    """The step of the loop at which it stands, from 0."""


class Loop(Record):
    """A loop the two gave a name: found between their triggers, or drawn together from one scene."""

    name: Phrase
    """What they call it: "the Thursday storm"."""
    scene: Text = ""
    """The scene they looked at; empty for one that was found."""
    a: Side | None = None
    """How it is for a, where it was drawn from a scene."""
    b: Side | None = None
    """How it is for b, where it was drawn from a scene."""
    triggers: tuple[Word, ...] = ()
    """The ids of the triggers it goes through, where it was found; with any of them it goes."""
    moves: tuple[Word, ...] = ()
    """The names of the moves it goes through, as the loop finder calls them, where it was found."""
    exits: tuple[Exit, ...] = ()
    """Ways out."""
    written: Moment
    """When it was named."""
    local_date: Day
    """The date on the wall when it was named."""


class Glimmer(Record):
    """A moment that eased one of them, in a line."""

    text: Phrase
    """The moment."""
    sense: Word = ""
    """What it came through: "saw", "heard", "smelt", "tasted", "felt", "moved"; empty when nobody said."""
    who: Literal["me", "you", "us", "else"] | None = None
    """Who was in it, as its owner says it."""
    why: Phrase = ""
    """A tiny why."""
    by: Seat | None = None
    """Whose moment it is."""
    written: Moment
    """When it was written."""
    zone: Word = ""
    """The name of the time zone it was written in."""
    local_date: Day
    """The date on the wall when it was written."""


class Resource(Record):
    """Something that helps one or both of them to settle."""

    title: Phrase
    """What it is."""
    ways: tuple[Literal["alone", "together"], ...] = ()
    """How it goes."""
    when: tuple[Literal["up", "shut", "settled"], ...] = ()
    """What it is good for: stirred up, shut down, settled."""
    minutes: Annotated[int, Strict(), Field(ge=1, le=1440)] | None = None
    """About how long it takes."""
    place: Phrase = ""
    """Where."""
    owner: Seat | None = None
    """Whose it is; none for one of both."""
    written: Moment
    """When it was written."""
    local_date: Day
    """The date on the wall when it was written."""
