"""Reading good moments to each other, offered once a week at the end of an evening."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from coreg.content import pack
from coreg.insight.moments import WEEK, first_evening, to_read
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.record.maps import Glimmer
    from coreg.screens.house import House

__all__ = ["asked_for", "moments_to_offer"]


def asked_for(house: House, session: str) -> Future[tuple[Glimmer, ...]] | None:
    """Ask for the moments of the week that ends with this session; None where none are offered after it."""
    known, today = house.keeping.home(), house.now().date()
    if known is None or not first_evening(known.headlines, pack("evenings"), session, today):
        return None
    return house.maps.glimmers(today - WEEK)


async def moments_to_offer(house: House, session: str) -> tuple[Glimmer, ...]:
    """Return the moments that may be read aloud after this session.

    None, where it was not the first evening of its week, where nothing was written down, and where the
    books cannot be read: it is an offer, and no evening ends with a sentence about what it could not offer.
    """
    asked = asked_for(house, session)
    if asked is None:
        return ()
    with suppress(Trouble):
        found = await asyncio.wrap_future(asked)
        return to_read(found, house.now().date())
    return ()
