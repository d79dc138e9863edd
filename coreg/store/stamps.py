"""What every kept record needs of the outside: ids, stamps, the device, the time."""

from datetime import UTC, date

from coreg.record.ids import uuid7
from coreg.record.seams import Now, Random
from coreg.record.stamp import next_stamp

_RANDOM_BYTES = 10
_TOKEN_BYTES = 16


class Stamps:
    """Makes ids and stamps that only go forward, whatever the clock does."""

    def __init__(self, device: str, now: Now, random: Random) -> None:
        """Speak for one device."""
        self.device = device
        self._now = now
        self._random = random
        self._stamp = ""
        self._id_ms = 0

    def new_id(self) -> str:
        """Make an id that sorts after every one made here before."""
        self._id_ms = max(self._ms(), self._id_ms + 1)
        return uuid7(self._id_ms, self._random(_RANDOM_BYTES))

    def next(self, after: str) -> str:
        """Make a stamp that sorts after the one given and after every one made here before."""
        self._stamp = next_stamp(max(after, self._stamp), self._ms(), self.device)
        return self._stamp

    def day(self) -> date:
        """Say which date is on the wall."""
        return self._now().date()

    def token(self) -> str:
        """Make a mark for a version of what is private: it tells neither when nor where it was made."""
        return self._random(_TOKEN_BYTES).hex()

    def moment(self) -> str:
        """Say what time it is, in UTC, as the records write it."""
        return self._now().astimezone(UTC).isoformat().replace("+00:00", "Z")

    def _ms(self) -> int:
        return int(self._now().timestamp() * 1000)
