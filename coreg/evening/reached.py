"""What is done in the book although not every backup could be reached yet: it is no failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.store import Store

__all__ = ["NotEverywhere", "reaching"]

T = TypeVar("T")


class NotEverywhere(Trouble):
    """All of it is done, and ``kept`` is what became of it; what had to go leaves the last backups later."""

    def __init__(self, kept: Any) -> None:  # noqa: ANN401 - whatever was asked for
        """Carry what was kept."""
        super().__init__("not_everywhere")
        self.kept = kept


def reaching(store: Store, change: Callable[[], T]) -> T:
    """Do something in one stroke, and return what became of it.

    Raises:
        NotEverywhere: it is done, but what was deleted with it leaves some backups only at the next start.
        Trouble: it is not done.
    """
    done: list[T] = []
    try:
        with store.transaction():
            done.append(change())
    except Trouble as trouble:
        if trouble.code == "not_everywhere" and done:
            raise NotEverywhere(done[0]) from None
        raise
    return done[0]
