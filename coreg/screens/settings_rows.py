"""What can be set, as rows: the values a setting goes through, and how each is said. Knows no Textual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.content import has, say
from coreg.content.people import region_names

if TYPE_CHECKING:
    from coreg.screens.house import House
    from coreg.settings import Settings

__all__ = ["ROWS", "Row", "Value", "in_sight", "rows", "turned", "value_words"]

Value = str | int | bool
"""A setting's value as it stands in config.toml."""

_LONGEST_COUNTDOWN = 15
_LARGEST_OFFSET = 500
_EVERYWHERE = "any"
_NUMBERS = {"countdown": "settings.seconds", "volume": "settings.volume", "sound_offset": "settings.offset"}


def _times(first: int) -> tuple[str, ...]:
    """Return no time, then every half hour of a day from an hour on."""
    halves = ((first * 2 + number) % 48 for number in range(48))
    return ("", *(f"{half // 2:02}:{half % 2 * 30:02}" for half in halves))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its id, and the values it goes through; without any it leads somewhere or does something.

    ``ends`` means that the first and the last value do not meet.
    """

    id: str
    values: tuple[Value, ...] = ()
    ends: bool = False


ROWS: tuple[Row, ...] = (
    Row("theme", ("auto", "night", "day")),
    Row("motion", ("full", "reduced", "none")),
    Row("signs", ("auto", "all", "ascii")),
    Row("sound", ("tones", "bell", "off")),
    Row("test"),
    Row("volume", tuple(range(0, 101, 10)), ends=True),
    Row("sound_offset", tuple(range(-_LARGEST_OFFSET, _LARGEST_OFFSET + 1, 25)), ends=True),
    Row("quiet_from", _times(21)),
    Row("quiet_until", _times(6)),
    Row("form", ("states", "full")),
    Row("countdown", tuple(range(_LONGEST_COUNTDOWN + 1)), ends=True),
    Row("one_hand", (False, True)),
    Row("names"),
    Row("keys"),
    Row("line_left"),
    Row("line_right"),
    Row("card_left"),
    Row("card_right"),
    Row("hide_key"),
    Row("vault"),
    Row("lock_after", (1, 2, 3, 5, 10, 15, 30, 60, 0)),
    Row("region"),
    Row("keep_days"),
    Row("forget"),
)
"""The rows in their order; the values of ``region`` come from the list of people who can help."""


def rows(*, sealed: bool = True) -> tuple[Row, ...]:
    """Return the rows with the regions there are; what is about locked books only where they are."""
    regions = ("", *(name for name in region_names() if name != _EVERYWHERE))
    shown = (row for row in ROWS if sealed or row.id != "lock_after")
    return tuple(Row(row.id, regions) if row.id == "region" else row for row in shown)


def turned(row: Row, value: Value, by: int) -> Value:
    """Return the value so many further on; one that is not in the row counts as the nearest, or the first."""
    place = row.values.index(value) if value in row.values else _nearest(row.values, value)
    wanted = place + by
    if row.ends:
        return row.values[max(0, min(len(row.values) - 1, wanted))]
    return row.values[wanted % len(row.values)]


def _nearest(values: tuple[Value, ...], value: Value) -> int:
    if not isinstance(value, int):
        return 0
    away = [abs(one - value) if isinstance(one, int) else 0 for one in values]
    return away.index(min(away))


def in_sight(count: int, at: int, room: int) -> range:
    """Return which of ``count`` rows to show where ``room`` fit, so that the row ``at`` is among them."""
    shown = max(1, min(count, room))
    start = max(0, min(at - shown // 2, count - shown))
    return range(start, start + shown)


_BARE = ("test", "forget")
"""Rows that only lead somewhere or do something."""


def value_words(row: Row, house: House) -> str:
    """Return what is set now, in words; what belongs to one person alone is never among them."""
    settings = house.settings
    match row.id:
        case "names":
            return say("settings.names", left=house.name(house.left), right=house.name(house.right))
        case "keys":
            return "   ".join(_keys(house, side) for side in ("left", "right"))
        case "line_left" | "line_right" | "card_left" | "card_right":
            return say(f"settings.{row.id.partition('_')[0]}")
        case "hide_key":
            return settings.hide_key or say("settings.value.hide_key.none")
        case "vault":
            return say(f"settings.vault.{house.keeping.sealed}".lower())
        case _:
            return "" if row.id in _BARE else _set(row.id, settings)


def _keys(house: House, side: str) -> str:
    return " ".join(house.keymap.label(f"{side}.{name}") for name in ("main", "stop"))


def _set(name: str, settings: Settings) -> str:
    value = getattr(settings, name)
    if name in _NUMBERS:
        return say(_NUMBERS[name], count=value)
    if name in ("quiet_from", "quiet_until"):
        return str(value) or say("settings.value.quiet.none")
    if name == "region":
        return region_names().get(value, value) or say("settings.value.region.none")
    key = f"settings.value.{name}.{str(value).lower()}"
    if name == "lock_after" and not has(key):
        return say("settings.minutes", count=value)
    return say(key) if has(key) else str(value)
