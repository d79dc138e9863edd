"""What the fields of records may hold: texts, words of the program, moments, days."""

from datetime import UTC, date, datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, Strict, StringConstraints

from coreg.record.text import LIMIT, clean

__all__ = ["Day", "Flag", "Moment", "Phrase", "Seat", "Seconds", "Text", "Word"]


def _text(value: str) -> str:
    value = clean(value)
    if len(value) > LIMIT:
        raise ValueError(f"longer than {LIMIT} characters")
    return value


def _phrase(value: str) -> str:
    return _text(clean(value, multiline=False))


def _no_number(value: object) -> object:
    if type(value) in {int, float, bool} or (isinstance(value, str) and "-" not in value[1:]):
        raise ValueError("a number is no date")
    return value


def _utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError("in UTC it is in no year there is") from None


Seat: TypeAlias = Literal["a", "b"]
"""One of the two, for good; which side they sit on tonight is `Couple.left`."""

Text: TypeAlias = Annotated[str, AfterValidator(_text)]
"""What a person wrote: clean, any number of lines, at most `text.LIMIT` code points."""

Phrase: TypeAlias = Annotated[str, AfterValidator(_phrase)]
"""What a person wrote on one line."""

Word: TypeAlias = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\p{C}\p{Zl}\p{Zp}]*$")]
"""What the program wrote: an id, a kind, a stamp. Nothing in it can move a cursor."""

Moment: TypeAlias = Annotated[AwareDatetime, BeforeValidator(_no_number), AfterValidator(_utc)]
"""An instant, in UTC."""

Day: TypeAlias = Annotated[date, BeforeValidator(_no_number)]
"""A date on their wall."""

Flag: TypeAlias = Annotated[bool, Strict()]
"""Yes or no."""

Seconds: TypeAlias = Annotated[float, Strict(), Field(ge=0)]
"""A length of time."""
