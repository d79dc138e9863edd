"""Names for records: unique without asking anybody, and in the order of their making."""

PAUSE = "pause-"
"""What stands before the id of its record where a pause that is on is put aside."""

MAP = "map-"
"""What stands before the id of a map, or the seat of its owner, where the draft of one is put aside."""

SCENE = "scene-"
"""What stands before the id of a scene that the two are looking at, where it is put aside."""

LINE = "line-"
"""What stands before what a half-written line is for, where it is put aside."""

_RANDOM_BYTES = 10
_VERSION = 0x7
_VARIANT = 0b10
_LAST_MS = (1 << 48) - 1


def uuid7(unix_ms: int, random: bytes) -> str:
    """Make the 36 canonical characters of a version 7 UUID (RFC 9562) that sorts by `unix_ms`.

    `random` is ten bytes, of which 74 bits are used. Raises ValueError when there are fewer, or when the
    time does not fit 48 bits (before 1970, after the year 10889).
    """
    if len(random) < _RANDOM_BYTES or not 0 <= unix_ms <= _LAST_MS:
        raise ValueError("an id needs ten random bytes and a time between 1970 and 10889")
    bits = int.from_bytes(random[:_RANDOM_BYTES])
    high = _VERSION << 12 | bits >> 62 & 0xFFF
    low = _VARIANT << 62 | bits & (1 << 62) - 1
    text = f"{unix_ms << 80 | high << 64 | low:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
