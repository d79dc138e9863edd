"""Maps that both see, for the commands that read them or say something of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from coreg.record.maps import Came, MapWords, Trigger
from coreg.record.shown import Shown
from tests.unit.commands.conftest import Opened

DAY = date(2026, 11, 9)
NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)


def shared(opened: Opened) -> Shown:
    with opened() as store:
        return store.maps()


def keep_maps(opened: Opened) -> None:
    """Keep a map of each: of hers it is known that it came up."""
    mine = MapWords(cue="no answer", move="press", strength=6, helps_you="a hand", state="up")
    yours = MapWords(cue="a voice", body=("jaw", "neck"), move="go quiet")
    came = (Came(day=DAY, strength=4),)
    with opened() as store:
        store.keep(Trigger(owner="a", words=mine, came=came, written=NOON, local_date=DAY))
        store.keep(Trigger(owner="b", words=yours, written=NOON, local_date=DAY))
