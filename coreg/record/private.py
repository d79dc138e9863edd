"""What one of the two wrote for themselves alone. It is stored only sealed; nothing of it stands in clear."""

from pydantic import Field

from coreg.record.models import Day, Moment, Part, Text, Word

__all__ = ["PrivateNote", "Released"]


class Released(Part):
    """A line of a private note that its owner has shown to the other."""

    text: Text
    """The line, as it was shown."""
    note: Word
    """The id of the shared note that holds it."""


class PrivateNote(Part):
    """A note for its owner's eyes."""

    id: Word = ""
    """A random mark, which tells nothing; empty until it is first kept."""
    text: Text
    """The note."""
    written: Moment
    """When it was begun."""
    zone: Word = ""
    """The name of the time zone it was written in."""
    local_date: Day
    """The date on the wall when it was begun."""
    binned: Word = ""
    """The stamp at which its owner put it into their bin; empty while it is not there."""
    released: tuple[Released, ...] = Field(default=())
    """The lines of it that the other may read."""
    beside: Word = ""
    """The id of the note of which this is what another copy of the book said; empty for almost all."""
