"""What stands on the page of a map, line by line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from coreg.record.maps import Earlier, MapWords
from coreg.screens.maps.rows import earlier_blocks
from coreg.widgets.blocks import Head

CHANGED = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(("hours", "said"), [(-5, "until today"), (0, "until tomorrow")])
def test_an_earlier_version_ends_on_the_day_that_was_on_the_wall(hours: int, said: str) -> None:
    now = datetime(2026, 11, 23, 22, 0, tzinfo=timezone(timedelta(hours=hours)))
    head = earlier_blocks((Earlier(at=CHANGED, words=MapWords(cue="keys on the table")),), now)[0]
    assert isinstance(head, Head)
    assert head.title.plain.casefold() == said
