"""Rooms that are left before what they asked for has come: then nobody is there to show it to."""

from __future__ import annotations

from textual.app import App
from textual.css.query import NoMatches
from textual.worker import WorkerFailed, get_current_worker
from typing_extensions import override

__all__ = ["Gone"]


class Gone(App[int]):
    """An app that goes on when a room had only nothing to show any more what it had waited for.

    A room that is being left loses all that is in it first, and is there a moment longer.
    """

    @override
    def _handle_exception(self, error: Exception) -> None:
        if not _nobody_is_there(error):
            super()._handle_exception(error)


def _nobody_is_there(error: Exception) -> bool:
    if not (isinstance(error, WorkerFailed) and isinstance(error.error, NoMatches)):
        return False
    room = get_current_worker().node
    return not (room.is_attached and room.display)
