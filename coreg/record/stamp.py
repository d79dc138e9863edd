"""When a record was last changed, as text that sorts: a hybrid logical clock (Kulkarni and others, 2014)."""

import re

_STAMP = re.compile(r"([0-9a-f]{12})\.([0-9a-f]{4})\.")
_LAST_COUNT = 0xFFFF


def next_stamp(last: str, unix_ms: int, device: str) -> str:
    """Make a stamp that sorts after `last`: at `unix_ms` (milliseconds) or, if the clock went back, after it.

    Twelve hexadecimal digits of time, four of a counter, then the device. `last` may be empty or unreadable;
    it counts as the beginning of time then. Ten devices at the same moment still make ten stamps.
    """
    then, count = _parts(last)
    if unix_ms > then:
        then, count = unix_ms, 0
    elif count < _LAST_COUNT:
        count += 1
    else:
        then, count = then + 1, 0
    return f"{then:012x}.{count:04x}.{device}"


def unix_ms(stamp: str) -> int | None:
    """Say at which moment a stamp was made, in milliseconds since 1970; None for what is no stamp."""
    then, _ = _parts(stamp)
    return None if then < 0 else then


def _parts(stamp: str) -> tuple[int, int]:
    found = _STAMP.match(stamp)
    return (int(found[1], 16), int(found[2], 16)) if found else (-1, 0)
