"""Trying words on locked books: off this thread, and with nothing counted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal, TypeVar

from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

__all__ = ["answer"]


async def answer(asked: Future[T]) -> tuple[T, Literal[""]] | tuple[None, str]:
    """Wait for what was asked; return it and "", or None and the sentence that says why not."""
    try:
        return await asyncio.wrap_future(asked), ""
    except Trouble as trouble:
        return None, say("vault.wrong") if trouble.code == "does_not_fit" else explain(trouble)
